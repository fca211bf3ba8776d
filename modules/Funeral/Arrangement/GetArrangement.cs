using Anmin.Funeral.Desk;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Signatures;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>洽谈内容 of one case: editions newest first with what each changed, the papers signed, the belongings.</summary>
internal sealed class GetArrangement(CaseFile file, DeskAtHand desk, IStaffDirectory staff, ResourceBook things) : IQuestion<GetArrangement.Request, GetArrangement.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(IReadOnlyList<Edition> Editions, IReadOnlyList<Paper> Papers, IReadOnlyList<Thing> Belongings);

    /// <param name="Current">The signed edition that holds.</param>
    /// <param name="Total">分 of what has a price.</param>
    public sealed record Edition(
        Guid Id, int Number, string Quotation, string Contract, string State, bool Current, DateTimeOffset At, string By, string Disposition, string Farewell, string Cremation, string Bones, bool OwnUrn, string Wishes,
        IReadOnlyList<Line> Items, long Total, int Unpriced, IReadOnlyList<string> Changes);

    /// <param name="Fen">Of one unit; null for 待定价.</param>
    public sealed record Line(string Code, string Name, string Unit, string Class, int Quantity, long? Fen);

    public sealed record Paper(Guid Id, string Label, string Number, string Way, DateTimeOffset At, string Staff, string TextVersion, string Hash);

    public sealed record Thing(Guid Id, int Line, string Name, int Quantity, string Feature, string RecordedBy, string? CheckedBy, string Fate, DateTimeOffset? FateAt, bool MayCheck, bool Kept);

    public Permission Permission => FuneralPermissions.ReadArrangements;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var versions = await desk.VersionsAsync(opened.Id, ct);
        var papers = await file.Db.Set<SignedPaper>().AsNoTracking().Where(p => p.CaseId == opened.Id).OrderByDescending(p => p.At).ThenBy(p => p.Kind)
            .Select(p => new { p.Id, p.Kind, p.Number, p.Way, p.At, p.Staff, p.TextVersion, p.ShownHash }).ToListAsync(ct);
        var belongings = await file.Db.Set<Belonging>().AsNoTracking().Where(b => b.CaseId == opened.Id).OrderBy(b => b.Line).ToListAsync(ct);
        var current = ArrangementVersion.Current(versions)?.Id;
        return new Reply(
            [.. versions.OrderByDescending(v => v.Edition).Select(v => Told(v, versions.Find(o => o.Id == v.Replaces), v.Id == current))],
            [.. papers.Select(p => new Paper(p.Id, SignedPaper.Label(p.Kind), p.Number, p.Way == SigningWay.Pad ? "签名板" : "纸质件", p.At, Name(p.Staff), p.TextVersion, p.ShownHash))],
            [.. belongings.Select(b => new Thing(b.Id, b.Line, b.Name, b.Quantity, b.Feature, Name(b.RecordedBy), b.CheckedBy is { } by ? Name(by) : null, Belonging.Label(b.Fate), b.FateAt, b.CheckedBy is null && b.RecordedBy != file.By.Id, b.Fate == BelongingFate.Kept))]);
    }

    private Edition Told(ArrangementVersion v, ArrangementVersion? before, bool current) => new(
        v.Id, v.Edition, v.Number, v.ContractNumber, DeskWords.Of(v.State), current, v.SignedAt ?? v.QuotedAt, Name(v.QuotedBy), CaseLabels.Of(v.Disposition), Slot(v.Hall, v.FarewellAt), Slot(v.Cremator, v.CremationAt), DeskWords.Of(v.Bones), v.OwnUrn, v.Wishes,
        [.. v.Items.OrderBy(i => i.Line).Select(i => new Line(i.Code, i.Name, i.Unit, i.Class, i.Quantity, i.Fen))], v.Total, v.Unpriced,
        before is null ? [] : ArrangementChanges.Between(ArrangementVersion.Choice.Of(before), ArrangementVersion.Choice.Of(v), things, file.Zone));

    private string Slot(string? thing, DateTimeOffset? at) => at is { } from ? $"{things.Find(thing ?? "")?.Name} {TimeZoneInfo.ConvertTime(from, file.Zone):M月d日HH:mm}" : "未定";

    private string Name(string id) => staff.Find(id)?.Name ?? id;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetArrangement, Request, Reply>("/cases/{caseId:guid}/arrangement");
}
