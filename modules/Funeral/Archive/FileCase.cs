using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Papers;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Archive;

/// <summary>归档 by the archivist: complete, or with the reason why something is missing.</summary>
internal sealed class FileCase(CaseFile file, Reading reading) : IUseCase<FileCase.Request, FileCase.Reply>
{
    private const int ShortestReason = 4;

    public sealed record Request(Guid CaseId, string? Reason);

    public sealed record Reply(string Number, bool Complete, DateTimeOffset? RetainUntil);

    public Permission Permission => FuneralPermissions.FileArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "缺少的原因", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.IsOpen) return ArchiveProblems.CaseOpen;
        if (await file.Db.ArchiveFilings.AnyAsync(f => f.CaseId == opened.Id, ct)) return ArchiveProblems.Filed;
        var scanned = (await file.Db.Papers.Where(p => p.CaseId == opened.Id).Select(p => p.Item).Distinct().ToListAsync(ct)).ToHashSet();
        var missing = Completeness.Missing(Completeness.Of(opened, await file.Db.ArchiveItems.AsNoTracking().ToListAsync(ct), scanned));
        if (missing.Length > 0 && (reason?.Length ?? 0) < ShortestReason) return ArchiveProblems.Incomplete(missing);
        if (!(await file.NumberAsync("archive", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        var filing = new ArchiveFiling { CaseId = opened.Id, Number = number, Complete = missing.Length == 0, Missing = missing, Reason = missing.Length == 0 ? null : reason, FiledBy = file.By.Id, FiledAt = file.Now, RetainUntil = file.Rules.DueOrNone("archive.retention", opened.Division, file.Now) };
        opened.NoteFiled(number, filing.Complete);
        file.Db.Add(filing);
        return new Reply(number, filing.Complete, filing.RetainUntil);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FileCase, Request, Reply>("/archive/file");
}

/// <summary>一尸一档 of one case: the list, what is there, the scans, whether it is filed.</summary>
internal sealed class GetArchive(CaseFile file, Who who) : IQuestion<GetArchive.Request, GetArchive.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(Guid CaseId, string CaseNumber, string Name, string Kind, bool IsOpen, IReadOnlyList<Completeness.Line> Lines, IReadOnlyList<Scan> Scans, Filed? Filing)
    {
        public string Missing => Completeness.Missing(Lines);
    }

    public sealed record Scan(Guid Id, string Item, string Name, string Media, int Size, string Hash, DateTimeOffset At, string By, string? Correction);

    public sealed record Filed(string Number, bool Complete, string Missing, string? Reason, DateTimeOffset At, string By, DateTimeOffset? RetainUntil);

    public Permission Permission => FuneralPermissions.ReadArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await CaseFile.Whole(file.Db.DeathCases.AsNoTracking()).SingleOrDefaultAsync(c => c.Id == request.CaseId, ct) is not { } opened) return KernelProblems.NotFound;
        file.Context.About(opened.Id);
        var items = await file.Db.ArchiveItems.AsNoTracking().ToListAsync(ct);
        var names = items.ToDictionary(i => i.Id, i => i.Name);
        var papers = await file.Db.Papers.AsNoTracking().Where(p => p.CaseId == opened.Id).OrderBy(p => p.Id).Select(p => new { p.Id, p.Item, p.Media, p.Size, p.Hash, p.At, p.By, p.Correction }).ToListAsync(ct);
        var filing = await file.Db.ArchiveFilings.AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == opened.Id, ct);
        return new Reply(opened.Id, opened.Number, Search.FindCases.NameOf(opened.Name, opened.Unidentified), Completeness.KindOf(opened), opened.IsOpen, Completeness.Of(opened, items, papers.Select(p => p.Item).ToHashSet()),
            papers.ConvertAll(p => new Scan(p.Id, p.Item, names.GetValueOrDefault(p.Item, p.Item), p.Media, p.Size, p.Hash, p.At, who.Name(p.By), p.Correction)),
            filing is null ? null : new(filing.Number, filing.Complete, filing.Missing, filing.Reason, filing.FiledAt, who.Name(filing.FiledBy), filing.RetainUntil));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetArchive, Request, Reply>("/archive/case");
}
