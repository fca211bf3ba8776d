using Anmin.Funeral.Desk;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>What is on the desk right now: the draft with its numbers, the case if there is one, the form read.</summary>
internal sealed class DeskAtHand(CaseFile file, DeskDrafts drafts, DeskReading reading)
{
    internal sealed record Hand(DeskDraft Draft, DeathCase? Case, DeskWork Work, IReadOnlyList<ArrangementVersion> Versions)
    {
        /// <summary>An edition that waits for its signature and says the same.</summary>
        public ArrangementVersion? Same => ArrangementVersion.Open([.. Versions]) is { } open && ArrangementVersion.Choice.Of(open).SameAs(Work.Choice) ? open : null;
    }

    public async Task<Outcome<Hand>> TakeAsync(Guid draftId, Guid? caseId, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        if (!(await drafts.KeepAsync(draftId, caseId, fields, ct)).Try(out var draft, out var problem)) return problem;
        DeathCase? opened = null;
        if (caseId is { } id && !(await file.OpenAsync(id, ct)).Try(out opened, out problem)) return problem;
        if (!reading.Read(new DeskForm(draft.Fields()), opened).Try(out var work, out problem)) return problem;
        return new Hand(draft, opened, work, await VersionsAsync(caseId, ct));
    }

    public async Task<List<ArrangementVersion>> VersionsAsync(Guid? caseId, CancellationToken ct)
        => caseId is not { } id ? [] : await file.Db.Set<ArrangementVersion>().Include(v => v.Items).Where(v => v.CaseId == id).OrderBy(v => v.Edition).ToListAsync(ct);

    /// <summary>The numbers of the edition that says the same, of the draft, or new ones.</summary>
    public async Task<Outcome<ArrangementVersion.Numbers>> NumbersAsync(Hand hand, CancellationToken ct)
    {
        if (hand.Same is { } same) return new ArrangementVersion.Numbers(same.Number, same.ContractNumber, same.QuotedAt);
        if (hand.Draft is not { QuotationNumber: not null, ContractNumber: not null, QuotedAt: not null })
        {
            if (!(await file.NumberAsync("quotation", hand.Work.Home, ct)).Try(out var quotation, out var problem)) return problem;
            if (!(await file.NumberAsync("service-contract", hand.Work.Home, ct)).Try(out var contract, out problem)) return problem;
            hand.Draft.Number(quotation, contract, file.Now);
        }
        return new ArrangementVersion.Numbers(hand.Draft.QuotationNumber!, hand.Draft.ContractNumber!, hand.Draft.QuotedAt!.Value);
    }
}

/// <summary>出报价单: keeps the form, gives out the numbers, and says which papers are to be signed and what exactly each says.</summary>
internal sealed class PrepareQuotation(DeskAtHand desk, DeskPapers papers, CaseFile file) : IUseCase<PrepareQuotation.Request, PrepareQuotation.Reply>
{
    public sealed record Request(Guid DraftId, Guid? CaseId, IReadOnlyDictionary<string, string> Fields);

    public sealed record Reply(Guid DraftId, string Number, IReadOnlyList<Paper> Papers);

    /// <param name="Hash">Of the text that will be signed; a signature names it.</param>
    public sealed record Paper(string Kind, string Label, string Hash);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.TakeAsync(request.DraftId, request.CaseId, request.Fields, ct)).Try(out var hand, out var problem)) return problem;
        if (!(await desk.NumbersAsync(hand, ct)).Try(out var numbers, out problem)) return problem;
        var told = request.CaseId is { } id && await file.Db.Set<SignedPaper>().AnyAsync(p => p.CaseId == id && p.Kind == PaperKind.DataNotice, ct);
        var list = new List<Paper>();
        foreach (var kind in papers.Needed(hand.Work.Choice).Where(k => k != PaperKind.DataNotice || !told))
        {
            if (!papers.Write(kind, hand.Work, numbers, hand.Same?.QuotedBy ?? file.By.Id).Try(out var text, out problem)) return problem;
            list.Add(new(kind.ToString(), SignedPaper.Label(kind), text.Hash));
        }
        return new Reply(hand.Draft.Id, numbers.Quotation, list);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PrepareQuotation, Request, Reply>("/arrangements/quotation");
}

/// <summary>打印洽谈文书 before anything is submitted. Shows numbers and telephone in clear, so it is a command: who printed it stands in the audit.</summary>
internal sealed class PrintDeskPaper(DeskAtHand desk, DeskPapers papers, CaseFile file) : IUseCase<PrintDeskPaper.Request, PrintDeskPaper.Reply>
{
    /// <param name="Kind">A paper to be signed, or Authorization.</param>
    /// <param name="Site">Scheme and host the QR leads to.</param>
    public sealed record Request(Guid DraftId, Guid? CaseId, string Kind, string Site) : IHasReason
    {
        public string Reason => "打印洽谈文书 " + Kind;
    }

    public sealed record Reply(string Number, string Html);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.TakeAsync(request.DraftId, request.CaseId, new Dictionary<string, string>(), ct)).Try(out var hand, out var problem)) return problem;
        if (!(await desk.NumbersAsync(hand, ct)).Try(out var numbers, out problem)) return problem;
        var by = hand.Same?.QuotedBy ?? file.By.Id;
        var qr = $"{request.Site}/progress?number={Uri.EscapeDataString(hand.Case?.Number ?? "")}";
        if (request.Kind == "Authorization") return papers.Authorization(hand.Work, numbers, by).Try(out var form, out problem) ? new Reply(numbers.Quotation, papers.Print(form, null, qr)) : problem;
        if (!Enum.TryParse<PaperKind>(request.Kind, out var kind) || !papers.Needed(hand.Work.Choice).Contains(kind)) return KernelProblems.NotFound;
        return papers.Write(kind, hand.Work, numbers, by).Try(out var text, out problem) ? new Reply(text.Number, papers.Print(text.Shown, null, qr)) : problem;
    }
}
