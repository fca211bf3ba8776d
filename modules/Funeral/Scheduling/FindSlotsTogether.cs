using Anmin.Funeral.Timetable;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Scheduling;

/// <summary>一起找时间: hall, cremator and, while the body is not yet here, a vehicle that fit together for one family; the first few, earliest first.</summary>
internal sealed class FindSlotsTogether(CaseFile file, Reading reading, IBookings bookings, IBookables things) : IQuestion<FindSlotsTogether.Request, IReadOnlyList<FindSlotsTogether.Option>>
{
    private const int Options = 5;

    /// <param name="From">Not before, as people write it: 明天 09:30; empty for now.</param>
    /// <param name="Farewell">False looks for a cremation alone.</param>
    /// <param name="Minutes">Of the farewell; empty for the usual.</param>
    /// <param name="Cremator">flat-bed or carriage; empty for either.</param>
    public sealed record Request(Guid CaseId, string? From, bool Farewell, int? Minutes, int? People, string? Cremator, bool Oversize);

    public sealed record Slot(string Resource, string Name, DateTimeOffset From, DateTimeOffset Until);

    /// <param name="Vehicle">Null where the body is here already, or on its way.</param>
    public sealed record Option(Slot? Vehicle, Slot? Hall, Slot Cremator);

    public Permission Permission => FuneralPermissions.ReadSchedule;

    public async Task<Outcome<IReadOnlyList<Option>>> HandleAsync(Request request, CancellationToken ct)
    {
        var from = reading.Instant(request.From, nameof(request.From), "最早时间", required: false);
        if (request.People is < 0 or > 2000) reading.Refuse(SchedulingProblems.PeopleRange with { Field = nameof(request.People) });
        if (request.Minutes is < 10 or > 600) reading.Refuse(SchedulingProblems.MinutesRange with { Field = nameof(request.Minutes) });
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Institution is not { } home) return SchedulingProblems.HomeUnknown;
        if (!Minutes("schedule.farewell", opened).Try(out var usual, out problem)) return problem;
        if (!Minutes("schedule.transfer", opened).Try(out var transfer, out problem)) return problem;
        if (!Minutes("schedule.trip", opened).Try(out var trip, out problem)) return problem;
        var at = from > file.Now ? from.Value : file.Now;
        var vehicle = opened.Remains!.Place == BodyPlace.AtPlaceOfDeath ? await FirstAsync(new(home, "vehicle", null, trip, file.Now, file.Now.AddDays(1)) { Needs = opened.Infectious ? ["infectious"] : [] }, ct) : null;
        if (vehicle is not null && vehicle.Until + transfer > at) at = vehicle.Until + transfer;
        var latest = at.AddDays(7);
        IReadOnlyList<string> needs = [.. opened.Infectious ? ["infectious"] : Array.Empty<string>(), .. request.Oversize ? ["oversize"] : Array.Empty<string>()];
        var lawful = opened.Contract is { } contract && contract.EarliestAt > at ? contract.EarliestAt : at;
        var cremator = new TimeNeed(home, "cremator", string.IsNullOrEmpty(request.Cremator) ? null : request.Cremator, TimeSpan.Zero, lawful, latest) { Needs = needs };
        if (!request.Farewell) return (Outcome<IReadOnlyList<Option>>)(await CrematorsAsync(cremator, Options, ct)).Select(c => new Option(vehicle, null, c)).ToList();
        var length = request.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : usual;
        var found = new List<Option>();
        foreach (var hall in await bookings.FreeAsync(new(home, "hall", null, length, at, latest) { Size = request.People ?? 0 }, 4 * Options, ct))
        {
            var after = hall.Until + transfer;
            if ((await CrematorsAsync(cremator with { Earliest = after > lawful ? after : lawful }, 1, ct)) is [var then]) found.Add(new(vehicle, Named(hall), then));
            if (found.Count == Options) break;
        }
        return found;
    }

    /// <summary>Cremators take different times, so each variant and length is asked by itself.</summary>
    private async Task<IReadOnlyList<Slot>> CrematorsAsync(TimeNeed need, int most, CancellationToken ct)
    {
        var lengths = file.Db.Resources.Where(r => r.Institution == need.Institution && r.Kind == Resources.ResourceKind.Cremator && (need.Variant == null || r.Variant == need.Variant)).Select(r => new { r.Variant, r.Size }).Distinct().ToList();
        var all = new List<FreeTime>();
        foreach (var kind in lengths) all.AddRange(await bookings.FreeAsync(need with { Variant = kind.Variant, Length = TimeSpan.FromMinutes(kind.Size) }, most, ct));
        return [.. all.OrderBy(f => f.From).ThenBy(f => f.Until).ThenBy(f => f.Resource, StringComparer.Ordinal).Take(most).Select(Named)];
    }

    private async Task<Slot?> FirstAsync(TimeNeed need, CancellationToken ct) => (await bookings.FreeAsync(need, 1, ct)) is [var first] ? Named(first) : null;

    private Slot Named(FreeTime free) => new(free.Resource, things.Find(free.Resource)?.Name ?? free.Resource, free.From, free.Until);

    private Outcome<TimeSpan> Minutes(string key, DeathCase opened)
        => file.Rules.Find(key, opened.Division, file.Today).Try(out var rule, out var problem) ? TimeSpan.FromMinutes(int.Parse(rule.Value, CultureInfo.InvariantCulture)) : problem;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSlotsTogether, Request, IReadOnlyList<Option>>("/schedule/slots");
}
