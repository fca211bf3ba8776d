using Anmin.Funeral.Desk;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Families;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>打印已签文书: the very text that was signed, with the signature under it. Who opened it stands in the audit.</summary>
internal sealed class PrintSignedPaper(CaseFile file, DeskPapers papers) : IUseCase<PrintSignedPaper.Request, PrintSignedPaper.Reply>
{
    /// <param name="Site">Scheme and host the QR leads to.</param>
    public sealed record Request(Guid PaperId, string Site) : IHasReason
    {
        public string Reason => "查看已签文书";
    }

    public sealed record Reply(string Number, string Html);

    public Permission Permission => FuneralPermissions.ReadArrangements;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await file.Db.Set<SignedPaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PaperId, ct) is not { } paper) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(paper.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return Show(paper, opened, request.Site, papers);
    }

    internal static Outcome<Reply> Show(SignedPaper paper, DeathCase opened, string site, DeskPapers papers)
    {
        var shown = paper.Shown?.Reveal() ?? "";
        // a text that no longer fits its hash is not shown as the one that was signed
        if (SignedPaper.HashOf(shown) != paper.ShownHash) return SignatureProblems.Broken;
        return new Reply(paper.Number, papers.Print(shown, paper, $"{site}/progress?number={Uri.EscapeDataString(opened.Number)}"));
    }
}

/// <summary>家属查看自己签过的文书.</summary>
internal sealed class TakeSignedPaper(CaseFile file, FamilyPass passes, DeskPapers papers) : IUseCase<TakeSignedPaper.Request, PrintSignedPaper.Reply>
{
    public sealed record Request(string? Pass, Guid PaperId, string Site) : IHasReason
    {
        public string Reason => "家属查看已签文书";
    }

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<PrintSignedPaper.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (await file.Db.Set<SignedPaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PaperId && p.CaseId == opened.Id, ct) is not { } paper) return KernelProblems.NotFound;
        return PrintSignedPaper.Show(paper, opened, request.Site, papers);
    }
}
