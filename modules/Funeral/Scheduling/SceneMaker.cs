using Anmin.Funeral.Timetable;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Funeral.Search;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>A thing that has broken down.</summary>
internal sealed record OutOfOrder(string Resource, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Reads what is to be planned on a day of a home: bodies to be fetched, cases confirmed for cremation, their wishes, and what is booked already.</summary>
internal sealed class SceneMaker(CaseFile file, IBookings bookings, PlannedTrips trips, Rota rota)
{
    private sealed record Row(Guid Id, string Number, Kernel.Personal.PersonName? Name, bool Unidentified, bool Infectious, DateTimeOffset EarliestAt, DateTimeOffset? DueAt);

    /// <param name="broken">With one, only what it hits may move, away from where it is told now.</param>
    public async Task<Outcome<Scene>> MakeAsync(string institution, DateOnly date, OutOfOrder? broken, CancellationToken ct)
    {
        if (!file.Reaches(institution) || file.Institution(institution) is not { } home) return KernelProblems.NotFound;
        if (!Minutes("schedule.transfer", home.Division).Try(out var transfer, out var problem)) return problem;
        if (!Minutes("schedule.farewell", home.Division).Try(out var usual, out problem)) return problem;
        if (!Minutes("schedule.freeze", home.Division).Try(out var freeze, out problem)) return problem;
        var start = LocalClock.StartOf(date, file.Zone);
        var end = start.AddMinutes(Scene.StepsOfDay * Scene.StepMinutes);
        var booked = await bookings.FindAsync(institution, start.AddDays(-1), end, ["hall", "cremator", "vehicle"], ct);
        var rows = await file.Db.DeathCases.AsNoTracking()
            .Where(c => c.IsOpen && c.Institution == institution && c.Status == CaseStatus.Arranged && c.Contract!.Disposition == Disposition.Cremation && c.Cremation == null && c.Contract.EarliestAt < end && !c.Holds.Any(h => h.LiftedAt == null))
            .OrderBy(c => c.Contract!.SignedAt).ThenBy(c => c.Id)
            .Select(c => new Row(c.Id, c.Number, c.Name, c.Unidentified, c.Infectious, c.Contract!.EarliestAt, c.Contract.DueAt)).ToListAsync(ct);
        var leaving = broken is null ? file.Now + PlannedTrips.Lead : file.Now;
        var fetched = await trips.OfAsync(institution, start, leaving, ct);
        var ids = rows.Select(r => r.Id).Concat(fetched.Select(f => f.CaseId)).Distinct().ToList();
        var wishes = await file.Db.Set<ScheduleWish>().AsNoTracking().Where(w => ids.Contains(w.CaseId)).ToDictionaryAsync(w => w.CaseId, ct);
        var own = booked.Where(b => ids.Contains(b.Subject)).ToLookup(b => b.Subject);
        var later = await BookedElsewhereAsync(institution, end, ids, ct);
        var arranged = rows.Where(r => !later.Contains(r.Id) && (wishes.GetValueOrDefault(r.Id)?.WishedAt is not { } at || (at >= start && at < start.AddDays(1)) || own[r.Id].Any()))
            .Select(r => new Party(r.Id, r.Number, FindCases.NameOf(r.Name, r.Unidentified), r.EarliestAt, r.DueAt, r.Infectious, wishes.GetValueOrDefault(r.Id), own[r.Id].FirstOrDefault(b => b.Purpose == "farewell"), own[r.Id].FirstOrDefault(b => b.Purpose == "cremation")));
        var parties = Joined([.. arranged], fetched, f => Coming(f, wishes.GetValueOrDefault(f.CaseId), own[f.CaseId].FirstOrDefault(b => b.Purpose == "farewell"), start));
        var vehicles = await trips.VehiclesAsync(institution, date, ct);
        var of = new Frozen(broken, start, Up(file.Now.AddMinutes(broken is null ? freeze : 0), start), file.Now, [.. vehicles.Select(v => v.Id)]);
        var movable = parties.Where(p => MayMove(p, of)).ToList();
        var moving = movable.SelectMany(p => new[] { Stays(p.Farewell, of) ? null : p.Farewell, Stays(p.Cremation, of) ? null : p.Cremation, StaysTrip(p.Trip?.Booked, of) ? null : p.Trip?.Booked }).OfType<Booked>().Select(b => b.Id).ToHashSet();
        var things = await ThingsAsync(institution, start, vehicles, booked.Where(b => !moving.Contains(b.Id)).ToList(), broken, ct);
        var at = new Where(start, things.Select((t, i) => (t.Id, i)).ToDictionary(x => x.Id, x => x.i), of.NotBefore, transfer / Scene.StepMinutes, usual, moving);
        var jobs = movable.Select((p, i) => Job(p, i, at, broken is not null, LastStaffed(things))).ToList();
        var day = new Day(Scene.StepMinutes, Scene.StepsOfDay, things, jobs)
        {
            Operators = await rota.OfAsync(institution, Rota.Operator, date, ct),
            Crews = await trips.CrewsAsync(institution, date, ct),
            Transfer = transfer / Scene.StepMinutes,
        };
        return new Scene(day, start, institution, date, movable, booked);
    }

    /// <summary>A family that is arranged already and still has somebody to be fetched is one party, not two.</summary>
    private static List<Party> Joined(List<Party> arranged, IReadOnlyList<PlannedTrips.Fetched> fetched, Func<PlannedTrips.Fetched, Party> alone)
    {
        var by = fetched.ToDictionary(f => f.CaseId);
        var known = arranged.Select(p => p.CaseId).ToHashSet();
        return [.. arranged.Select(p => p with { Trip = by.GetValueOrDefault(p.CaseId)?.Trip }), .. fetched.Where(f => !known.Contains(f.CaseId)).Select(alone)];
    }

    /// <summary>Not arranged yet: the trip, and the farewell where the family wishes one that day. The furnace comes with the contract.</summary>
    private static Party Coming(PlannedTrips.Fetched f, ScheduleWish? wish, Booked? farewell, DateTimeOffset start)
    {
        var today = wish is { Farewell: true, WishedAt: { } at } && at >= start && at < start.AddDays(1);
        return new(f.CaseId, f.CaseNumber, f.Name, default, null, f.Infectious, today ? wish : null, farewell, null) { Trip = f.Trip, Arranged = false };
    }

    /// <summary>What decides whether a booking may move.</summary>
    /// <param name="Fit">Vehicles that may go.</param>
    private sealed record Frozen(OutOfOrder? Broken, DateTimeOffset Start, int NotBefore, DateTimeOffset Now, HashSet<string> Fit);

    private sealed record Where(DateTimeOffset Start, IReadOnlyDictionary<string, int> Index, int NotBefore, int Transfer, int Usual, HashSet<Guid> Moving);

    private Outcome<int> Minutes(string key, string division)
        => file.Rules.Find(key, division, file.Today).Try(out var rule, out var problem) ? int.Parse(rule.Value, CultureInfo.InvariantCulture) : problem;

    private async Task<HashSet<Guid>> BookedElsewhereAsync(string institution, DateTimeOffset end, List<Guid> ids, CancellationToken ct)
        => [.. (await bookings.FindAsync(institution, end, end.AddDays(30), ["cremator"], ct)).Where(b => ids.Contains(b.Subject)).Select(b => b.Subject)];

    private static bool Stays(Booked? b, Frozen of)
        => b is null || b.State == BookingState.InUse || b.State == BookingState.Released || (of.Broken is null && (b.Fixed || Up(b.From, of.Start) < of.NotBefore));

    /// <summary>A vehicle about to leave stays the one; one that should have left and was not sent does not. After a breakdown trips of other vehicles stay.</summary>
    private static bool StaysTrip(Booked? b, Frozen of)
        => b is null || (of.Broken is { } broken ? !Hit(b, broken) : of.Fit.Contains(b.Resource) && (b.Fixed || (b.From >= of.Now && Up(b.From, of.Start) < of.NotBefore)));

    private static bool Hit(Booked? b, OutOfOrder broken) => b is not null && b.Resource == broken.Resource && b.From < broken.Until && broken.From < b.ClearAt && b.State != BookingState.InUse;

    /// <summary>Whether anything of this family is open to planning; after a breakdown only whom it hits.</summary>
    private static bool MayMove(Party p, Frozen of)
    {
        if (of.Broken is { } broken) return Hit(p.Farewell, broken) || Hit(p.Cremation, broken) || Hit(p.Trip?.Booked, broken);
        if (p.Trip is { Booked: var sent } && (sent is null || !StaysTrip(sent, of))) return true;
        if (p.Wish?.Farewell is true && p.Farewell is null) return true;
        return p.Arranged && (p.Cremation is null || !Stays(p.Cremation, of));
    }

    private static Job Job(Party p, int arrived, Where at, bool told, int lastStaffed)
    {
        var weight = Math.Max(1, ((p.Wish?.People ?? 0) + 9) / 10);
        FarewellNeed? farewell = null;
        if (p.Wish?.Farewell is true || p.Farewell is not null)
        {
            var length = p.Farewell is { } has ? Steps(has.Until - has.From) : Steps(TimeSpan.FromMinutes(p.Wish?.Minutes ?? at.Usual));
            // after a breakdown the time the family has been told is what it is measured by
            var wished = told && p.Farewell is { } now ? Up(now.From, at.Start) : p.Wish?.WishedAt is { } w ? Up(w, at.Start) : p.Farewell is { } old ? Up(old.From, at.Start) : at.NotBefore;
            farewell = new(Math.Max(wished, at.NotBefore), length, "farewell", p.Wish?.People ?? 0, [], Kept(p.Farewell, at));
        }
        var job = new Job(p.CaseId.ToString("N"), weight, arrived) { Pickup = Fetch(p, at, told), Farewell = farewell };
        if (!p.Arranged) return job;
        var earliest = Math.Max(Up(p.EarliestAt, at.Start), at.NotBefore);
        var after = farewell is null ? 0 : farewell.Kept is { } kept ? kept.Until + at.Transfer : farewell.Wished + farewell.Length + at.Transfer;
        var hoped = told && p.Cremation is { } said ? Up(said.From, at.Start) : farewell is not null ? after : p.Wish?.WishedAt is { } asked ? Up(asked, at.Start) : lastStaffed;
        int? due = p.DueAt is { } d ? Steps(d - at.Start) : null;
        return job with { Cremation = new(earliest, Math.Max(hoped, earliest), due > 0 ? due : null, p.Wish?.Cremator, p.Needs, 0, Kept(p.Cremation, at)) };
    }

    /// <summary>After a breakdown only a trip that has a vehicle by plan is looked at: the others are planned with the day.</summary>
    private static PickupNeed? Fetch(Party p, Where at, bool told)
    {
        if (p.Trip is not { } trip || (told && trip.Booked is null)) return null;
        int? due = trip.DueAt is { } d ? Math.Max(0, (int)Math.Floor((d - at.Start).TotalMinutes / Scene.StepMinutes)) : null;
        return new(Up(trip.LeavesAt, at.Start), Steps(trip.There), Steps(trip.Length), null, p.Infectious ? ["infectious"] : [], due, Kept(trip.Booked, at));
    }

    private static Placed? Kept(Booked? b, Where at)
        => b is null || at.Moving.Contains(b.Id) ? null : new(at.Index.GetValueOrDefault(b.Resource, -1), (int)((b.From - at.Start).TotalMinutes / Scene.StepMinutes), Up(b.Until, at.Start));

    // who asked for no hour is late only at the end of the working day
    private static int LastStaffed(IReadOnlyList<Thing> things) => things.Where(t => t.Kind == ThingKind.Hall).SelectMany(t => t.Closed).Select(c => c.From).Where(f => f > 0).DefaultIfEmpty(17 * 60 / Scene.StepMinutes).Min();

    private async Task<IReadOnlyList<Thing>> ThingsAsync(string institution, DateTimeOffset start, IReadOnlyList<Resource> vehicles, List<Booked> taken, OutOfOrder? broken, CancellationToken ct)
    {
        var all = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == institution && ((r.Kind == ResourceKind.Hall && r.Variant != "vigil") || r.Kind == ResourceKind.Cremator)).OrderBy(r => r.Id).ToListAsync(ct);
        var by = taken.ToLookup(b => b.Resource);
        return [.. all.Concat(vehicles).Select(r => new Thing(r.Id, KindOf(r), r.Name, r.Variant, r.Kind == ResourceKind.Hall ? r.Size : 0, Steps(TimeSpan.FromMinutes(r.Turnaround)), r.Kind == ResourceKind.Cremator ? Steps(TimeSpan.FromMinutes(r.Size)) : 0)
        {
            Suits = r.Suits.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            // repaired, it is cleaned or cools like after any use: so long its booking blocks it
            Closed = [.. Hours(r), .. broken is { } b && b.Resource == r.Id ? [new Stretch(Math.Max(0, (int)((b.From - start).TotalMinutes / Scene.StepMinutes)), Up(b.Until.AddMinutes(r.Turnaround), start))] : Array.Empty<Stretch>()],
            Taken = [.. by[r.Id].Where(t => t.ClearAt > start).Select(t => new Taken((int)Math.Floor((t.From - start).TotalMinutes / Scene.StepMinutes), Up(t.Until, start), Up(t.ClearAt, start), t.Id.ToString("N"), t.Purpose != "maintenance"))],
        })];
    }

    private static ThingKind KindOf(Resource r) => r.Kind switch { ResourceKind.Hall => ThingKind.Hall, ResourceKind.Vehicle => ThingKind.Vehicle, _ => ThingKind.Cremator };

    private static IEnumerable<Stretch> Hours(Resource r)
    {
        if (r is not { Opens: { } opens, Closes: { } closes } || opens >= closes) yield break;
        var (from, until, day) = ((int)opens.ToTimeSpan().TotalMinutes / Scene.StepMinutes, (int)closes.ToTimeSpan().TotalMinutes / Scene.StepMinutes, 1440 / Scene.StepMinutes);
        yield return new(0, from);
        yield return new(until, day + from);
    }

    private static int Steps(TimeSpan span) => Scene.Steps(span);

    private static int Up(DateTimeOffset at, DateTimeOffset start) => Math.Max(0, Steps(at - start));
}
