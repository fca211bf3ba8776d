using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Attachments;

/// <summary>What papers a case has, every edition, also withdrawn ones; none of them opened.</summary>
internal sealed class FindAttachments(CaseFile file, AttachmentDesk desk, Who who, IFileScanning scanning) : IQuestion<FindAttachments.Request, FindAttachments.Reply>
{
    public sealed record Request(Guid CaseId);

    /// <param name="Filed">What comes now has to say why it comes late.</param>
    /// <param name="Scans">Whether a virus scanner is set up here.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, bool Filed, bool Scans);

    public sealed record Row(
        Guid Id, string Type, string? Title, string Media, int Size, string Hash, string KeptHash, int Edition, Guid? Replaces, int Turn, string? LateFor, string By, DateTimeOffset At,
        ScanState Scan, DateTimeOffset? ScannedAt, AttachmentState State, string? StateReason, string? StateBy, DateTimeOffset? StateAt)
    {
        public bool IsPicture => Media != "application/pdf";
    }

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!await file.Db.DeathCases.AnyAsync(c => c.Id == request.CaseId, ct)) return KernelProblems.NotFound;
        var rows = await file.Db.CaseAttachments.AsNoTracking().Where(a => a.CaseId == request.CaseId).OrderBy(a => a.Id).ToListAsync(ct);
        var filed = await file.Db.ArchiveFilings.AnyAsync(f => f.CaseId == request.CaseId, ct);
        // newest matter first, its older editions right below it
        var first = rows.ToDictionary(r => r.Id, r => Root(r, rows));
        var sorted = rows.OrderByDescending(r => first[r.Id]).ThenByDescending(r => r.Edition);
        return new Reply([.. sorted.Select(Shape)], filed, scanning.IsSetUp);
    }

    private Row Shape(CaseAttachment a) => new(
        a.Id, desk.LabelOf(a.Type), a.Title, a.Media, a.Size, a.Hash, a.KeptHash, a.Edition, a.Replaces, a.Turn, a.LateFor, a.ByFamily ? "家属" : who.Name(a.By), a.At,
        a.Scan, a.ScannedAt, a.State, a.StateReason, a.StateBy is { } by ? who.Name(by) : null, a.StateAt);

    private static Guid Root(CaseAttachment of, List<CaseAttachment> all)
    {
        while (of.Replaces is { } before && all.Find(a => a.Id == before) is { } older) of = older;
        return of.Id;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAttachments, Request, Reply>("/cases/attachments");
}
