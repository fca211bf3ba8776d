using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>存放期限: who stays how long, which deadline runs, what was done about those that have passed. Overdue first.</summary>
internal sealed class FindStays(CaseFile file, StayClocks clocks, Who who) : IQuestion<FindStays.Request, FindStays.Reply>
{
    public const int Most = 400;

    /// <param name="Show">overdue (default), soon (within three days), all, opinion (waits for the bureau).</param>
    /// <param name="Case">Only this one, with its letters and handlers.</param>
    public sealed record Request(string? Show = null, Guid? Case = null);

    public sealed record Letter(string Number, StayLetterKind Kind, string Label, DateTimeOffset At, string By);

    public sealed record Handler(Guid Id, string Name, string Relation);

    public sealed record Row(
        Guid CaseId, string Number, string Person, bool Nameless, bool Infectious, bool OnHold, string Home, string Place, DateTimeOffset Arrived, int Days, DateTimeOffset? Due, DateTimeOffset? ExtendedUntil, bool Late, bool Signed,
        OverdueState? State, string Word, DateTimeOffset? WaitsUntil, DateTimeOffset? AnnouncedUntil, string? Proposal, string? ProposedBy, bool MyProposal, string? Grounds, bool PoliceNeeded, string? PoliceRecord)
    {
        public IReadOnlyList<Letter> Letters { get; init; } = [];

        public IReadOnlyList<Handler> Handlers { get; init; } = [];

        public bool HasPaper { get; init; }
    }

    public sealed record Reply(IReadOnlyList<Row> Rows, int Overdue, int Soon, int Opinion, int All, bool Cut, DateTimeOffset Now);

    public Permission Permission => FuneralPermissions.ReadCases;

    private sealed record Found(Guid Id, string Number, PersonName? Name, bool Unidentified, bool Infectious, bool OnHold, string? Institution, string Division, BodyPlace Place, string PlaceId, DateTimeOffset Since, DateTimeOffset ReportedAt, DateTimeOffset? ExtendedUntil, DateTimeOffset? Arrived, bool Signed, bool Paper);

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Show is { Length: > 0 } show && show is not ("overdue" or "soon" or "all" or "opinion")) return FuneralProblems.FilterUnknown with { Field = nameof(request.Show) };
        if (!new[] { FuneralPermissions.ReadColdStore, FuneralPermissions.ExtendStay, FuneralPermissions.GiveStayNotice, FuneralPermissions.GiveStayOpinion }.Any(file.By.May)) return KernelProblems.Denied(FuneralPermissions.ReadColdStore.Label);
        var here = file.Db.DeathCases.AsNoTracking().Where(c => c.IsOpen && (c.Remains!.Place == BodyPlace.Received || c.Remains.Place == BodyPlace.ColdStored || c.Remains.Place == BodyPlace.InPreparation || c.Remains.Place == BodyPlace.InHall || c.Remains.Place == BodyPlace.FurnaceQueue));
        if (request.Case is { } one) here = here.Where(c => c.Id == one);
        var found = await here.OrderBy(c => c.ReportedAt).Take(Most + 1).Select(c => new Found(c.Id, c.Number, c.Name, c.Unidentified, c.Infectious, c.Holds.Any(h => h.LiftedAt == null), c.Institution, c.Division, c.Remains!.Place, c.Remains.PlaceId, c.Remains.Since, c.ReportedAt, c.ExtendedUntil,
            file.Db.Set<Custody.CustodyMove>().Where(m => m.CaseId == c.Id && m.Item == CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)).Min(m => (DateTimeOffset?)m.At), c.Contract != null, c.Evidence.Any(e => !c.Unnatural || e.Kind != Evidence.EvidenceKind.MedicalCertificate))).ToListAsync(ct);
        var ids = found.ConvertAll(f => f.Id);
        var overdue = await file.Db.OverdueStays.AsNoTracking().Where(o => o.EndedAt == null && ids.Contains(o.CaseId)).ToDictionaryAsync(o => o.CaseId, ct);
        var places = await who.PlacesAsync(found.Select(f => f.PlaceId), ct);
        var rows = found.Take(Most).Select(f => Of(f, overdue.GetValueOrDefault(f.Id), places)).OrderBy(r => r.Due ?? DateTimeOffset.MaxValue).ToList();
        if (request.Case is not null) return new Reply([.. await Task.WhenAll(rows.Take(1).Select(r => WholeAsync(r, ct)))], 0, 0, 0, rows.Count, false, file.Now);
        var soon = file.Now.AddDays(3);
        // a body whose family has signed is late all the same, but waits for the furnace, not for a letter
        List<Row> late = [.. rows.Where(r => r.Late || r.State is not null)], near = [.. rows.Where(r => !r.Late && !r.Signed && r.Due < soon)], asked = [.. rows.Where(r => r.State == OverdueState.Proposed)];
        return new Reply(request.Show switch { "soon" => near, "all" => rows, "opinion" => asked, _ => late }, late.Count, near.Count, asked.Count, rows.Count, found.Count > Most, file.Now);
    }

    private Row Of(Found f, OverdueStay? o, IReadOnlyDictionary<string, string> places)
    {
        var arrived = f.Arrived ?? f.Since;
        var due = clocks.DueOrNone(f.Division, f.Infectious, f.Unidentified, f.ReportedAt, arrived, f.ExtendedUntil);
        var late = due <= file.Now;
        var word = o is not null ? StayWords.Of(o.State) : f.Signed ? "已签确认书" : late ? f.Unidentified ? "待公告" : "待告知" : "在期限内";
        return new(f.Id, f.Number, FindCases.NameOf(f.Name, f.Unidentified), f.Unidentified, f.Infectious, f.OnHold, who.Home(f.Institution), PlaceWords.Of(f.Place.ToString(), f.PlaceId, places), arrived, Math.Max(1, ChineseTime.DaysBetween(arrived, file.Now, file.Zone) + 1), due, f.ExtendedUntil, late, f.Signed,
            o?.State, word, o?.WaitsUntil, o?.AnnouncedUntil, o?.Proposal, o?.ProposedBy is null ? null : who.Name(o.ProposedBy), o?.ProposedBy == file.By.Id, o?.Grounds, o?.PoliceNeeded ?? false, o?.PoliceRecord)
        { HasPaper = f.Paper };
    }

    private async Task<Row> WholeAsync(Row row, CancellationToken ct)
    {
        var letters = await file.Db.StayLetters.AsNoTracking().Where(l => l.CaseId == row.CaseId).OrderBy(l => l.IssuedAt).ToListAsync(ct);
        var handlers = await file.Db.Set<FuneralHandler>().AsNoTracking().Where(h => h.CaseId == row.CaseId).OrderBy(h => h.Rank).Select(h => new { h.Id, h.Name, h.Relation }).ToListAsync(ct);
        return row with { Letters = letters.ConvertAll(l => new Letter(l.Number, l.Kind, StayWords.Of(l.Kind), l.IssuedAt, who.Name(l.IssuedBy))), Handlers = handlers.ConvertAll(h => new Handler(h.Id, h.Name?.Text ?? "", h.Relation)) };
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindStays, Request, Reply>("/stays");
}
