using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Kernel.Rules;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Furnaces;

internal enum FurnaceState { Free, Cooling, Running, Stopped }

/// <summary>炉前看板: each furnace with what it does now and who comes next; who has no furnace booked stands apart.</summary>
internal sealed class GetFurnaceBoard(CaseFile file, IBookings bookings, IStaffDirectory staff) : IQuestion<GetFurnaceBoard.Request, GetFurnaceBoard.Board>
{
    private const int Most = 200;
    private static readonly TimeSpan Behind = TimeSpan.FromHours(12), Ahead = TimeSpan.FromHours(24);

    public sealed record Request(string? Institution = null);

    public sealed record Board(string Institution, string Home, DateTimeOffset Now, IReadOnlyList<Column> Columns, IReadOnlyList<Waiting> Unbooked, IReadOnlyList<Waiting> Called);

    /// <param name="Variant">平板炉 or 捡灰炉.</param>
    /// <param name="Until">When cooling or a stop ends.</param>
    /// <param name="Running">Null unless something burns.</param>
    public sealed record Column(string Id, string Name, string Variant, string Suits, FurnaceState State, DateTimeOffset? Until, Burning? Running, IReadOnlyList<Waiting> Queue);

    /// <param name="MayEnd">From then on it ends without a question; before, the page asks.</param>
    /// <param name="TooLongFrom">By the rule; null where none is set.</param>
    public sealed record Burning(Guid CaseId, string Person, string Number, DateTimeOffset StartedAt, int Minutes, DateTimeOffset? MayEnd, DateTimeOffset? TooLongFrom, bool Infectious);

    /// <param name="Furnace">Booked or called there; null for neither.</param>
    /// <param name="From">Booked from.</param>
    /// <param name="Obstacle">Why not yet; null when it may begin.</param>
    /// <param name="First">Whose scan stands, if it is still fresh.</param>
    public sealed record Waiting(Guid CaseId, string Person, string Number, string? Furnace, DateTimeOffset? From, DateTimeOffset? CalledAt, string? Obstacle, Scan? First, string Place, bool Infectious, bool Infant, bool MayShowName, string Wishes);

    public sealed record Scan(string Operator, string Name, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.ReadFurnaces;

    public async Task<Outcome<Board>> HandleAsync(Request request, CancellationToken ct)
    {
        if ((request.Institution ?? file.By.Institution) is not { } home || !file.Reaches(home) || file.Institution(home) is not { Kind: "funeral-home" } card) return KernelProblems.NotFound;
        var now = file.Now;
        var furnaces = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.Cremator).ToListAsync(ct);
        furnaces.Sort((a, b) => string.Compare(Padded(a.Id), Padded(b.Id), StringComparison.Ordinal));
        var booked = await bookings.FindAsync(home, now - Behind, now + Ahead, [FurnaceDesk.Kind], ct);
        var ids = furnaces.ConvertAll(f => f.Id);
        var ended = await file.Db.Cremations.AsNoTracking().Where(c => ids.Contains(c.Cremator) && c.FinishedAt > now.AddDays(-1)).GroupBy(c => c.Cremator).Select(g => new { g.Key, At = g.Max(c => c.FinishedAt) }).ToDictionaryAsync(g => g.Key, g => g.At!.Value, ct);
        var (waiting, burning) = await CasesAsync(home, booked, ct);
        var columns = furnaces.ConvertAll(f => ColumnOf(f, booked, ended, waiting, burning.GetValueOrDefault(f.Id), card.Division, now));
        var placed = columns.SelectMany(c => c.Queue).Select(w => w.CaseId).ToHashSet();
        return new Board(home, card.Name, now, columns, [.. waiting.Where(w => !placed.Contains(w.CaseId))], [.. waiting.Where(w => w.CalledAt is not null && w.Obstacle is null).OrderBy(w => w.CalledAt)]);
    }

    private Column ColumnOf(Resource f, IReadOnlyList<Booked> booked, Dictionary<string, DateTimeOffset> ended, List<Waiting> waiting, Row? on, string division, DateTimeOffset now)
    {
        var stop = booked.FirstOrDefault(b => b.Resource == f.Id && b is { Purpose: FurnaceDesk.Maintenance, State: not BookingState.Released } && b.From <= now && now < b.Until);
        var cool = ended.TryGetValue(f.Id, out var last) && last.AddMinutes(f.Turnaround) is var until && until > now ? until : (DateTimeOffset?)null;
        var state = on is not null ? FurnaceState.Running : stop is not null ? FurnaceState.Stopped : cool is not null ? FurnaceState.Cooling : FurnaceState.Free;
        var running = on is null ? null : new Burning(on.Id, FindCases.NameOf(on.Name, on.Unidentified), on.Number, on.Started!.Value, f.Size,
            After("cremation.minutes.least", division, on.Started.Value), After("cremation.minutes.most", division, on.Started.Value), on.Infectious);
        return new(f.Id, f.Name, Variant(f.Variant), f.Suits, state, stop?.Until ?? cool, running, [.. waiting.Where(w => w.Furnace == f.Id).OrderBy(w => w.CalledAt is null).ThenBy(w => w.From ?? w.CalledAt)]);
    }

    private sealed record Row(Guid Id, string Number, PersonName? Name, bool Unidentified, bool Infectious, DateOnly? Birth, DateTimeOffset? Died, BodyPlace Place, string PlaceId, DateTimeOffset Since, string Wishes, DateTimeOffset Earliest, bool Held, bool Proven, string? Cremator, DateTimeOffset? Started, string Division);

    private async Task<(List<Waiting>, Dictionary<string, Row>)> CasesAsync(string home, IReadOnlyList<Booked> booked, CancellationToken ct)
    {
        var rows = await file.Db.DeathCases.AsNoTracking().Where(c => c.Institution == home && c.IsOpen && c.Contract!.Disposition == Disposition.Cremation && (c.Cremation == null || c.Cremation.FinishedAt == null)).OrderBy(c => c.Contract!.EarliestAt).Take(Most)
            .Select(c => new Row(c.Id, c.Number, c.Name, c.Unidentified, c.Infectious, c.BirthDate, c.DiedAt, c.Remains!.Place, c.Remains.PlaceId, c.Remains.Since, c.Contract!.Wishes, c.Contract.EarliestAt, c.Holds.Any(h => h.LiftedAt == null),
                c.Evidence.Any(e => !c.Unnatural || e.Kind != EvidenceKind.MedicalCertificate), c.Cremation!.Cremator, (DateTimeOffset?)c.Cremation.StartedAt, c.Division)).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var calls = (await file.Db.FurnaceCalls.AsNoTracking().Where(c => ids.Contains(c.CaseId)).ToListAsync(ct)).GroupBy(c => c.CaseId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.At)!);
        var scans = await file.Db.FirstScans.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToDictionaryAsync(s => s.CaseId, ct);
        var names = await file.Db.ScreenNames.AsNoTracking().Where(n => ids.Contains(n.CaseId) && n.MayShow).Select(n => n.CaseId).ToListAsync(ct);
        var places = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        var burning = rows.Where(r => r.Cremator is not null).ToDictionary(r => r.Cremator!);
        return (rows.Where(r => r.Cremator is null).Select(r =>
        {
            var (call, slot) = (calls.GetValueOrDefault(r.Id), booked.FirstOrDefault(b => b.Subject == r.Id && b is { Purpose: FurnaceDesk.Purpose, State: BookingState.Held or BookingState.Confirmed }));
            return new Waiting(r.Id, FindCases.NameOf(r.Name, r.Unidentified), r.Number, call?.Cremator ?? slot?.Resource, slot?.From, call?.At, ObstacleOf(r), FirstOf(r, scans.GetValueOrDefault(r.Id)), PlaceWords.Of(r.Place.ToString(), r.PlaceId, places), r.Infectious, IsInfant(r), names.Contains(r.Id), r.Wishes);
        }).OrderBy(w => w.Obstacle is not null).ThenBy(w => w.From).ToList(), burning);
    }

    private DateTimeOffset? After(string rule, string division, DateTimeOffset from)
        => file.Rules.Find(rule, division, ChineseTime.DayOf(from, file.Zone)) is { Ok: true, Value: { Unit: "minute" } found } && int.TryParse(found.Value, System.Globalization.CultureInfo.InvariantCulture, out var minutes) ? from.AddMinutes(minutes) : null;

    private string? ObstacleOf(Row r)
        => r.Held ? "暂停处置，等解除"
        : !r.Proven ? "等死亡证明"
        : r.Earliest > file.Now ? $"{ChineseTime.Near(r.Earliest, file.Now, file.Zone)}以后才能火化"
        : r.Place is BodyPlace.AtPlaceOfDeath or BodyPlace.InVehicle ? "遗体还没有入馆" : null;

    private Scan? FirstOf(Row r, FirstScan? scan)
        => scan is not null && scan.At >= r.Since && file.Rules.DueOrNone("cremation.scan.valid", r.Division, scan.At) is { } until && file.Now < until ? new(scan.Operator, staff.Find(scan.Operator)?.Name ?? scan.Operator, scan.At) : null;

    private bool IsInfant(Row r) => Infants.IsInfant(file.Rules, r.Division, r.Birth, r.Died, file.Zone);

    private static string Variant(string variant) => variant == "carriage" ? "捡灰炉" : "平板炉";

    /// <summary>So that 10号 comes after 9号.</summary>
    private static string Padded(string id) => System.Text.RegularExpressions.Regex.Replace(id, "[0-9]+", m => m.Value.PadLeft(6, '0'));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetFurnaceBoard, Request, Board>("/furnaces/board");
}

/// <summary>Who counts as an infant, by the rule cremation.infant.age (months).</summary>
internal static class Infants
{
    public static bool IsInfant(RuleBook rules, string division, DateOnly? birth, DateTimeOffset? died, TimeZoneInfo zone)
    {
        if (birth is not { } born || died is not { } at) return false;
        var day = ChineseTime.DayOf(at, zone);
        return rules.Find("cremation.infant.age", division, day) is { Ok: true, Value: { Unit: "month" } rule } && int.TryParse(rule.Value, System.Globalization.CultureInfo.InvariantCulture, out var months) && day < born.AddMonths(months);
    }
}
