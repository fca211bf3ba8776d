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

/// <summary>Reads what is to be planned on a day of a home: cases confirmed for cremation, their wishes, and what is booked already.</summary>
internal sealed class SceneMaker(CaseFile file, IBookings bookings)
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
        var booked = await bookings.FindAsync(institution, start.AddDays(-1), end, ["hall", "cremator"], ct);
        var rows = await file.Db.DeathCases.AsNoTracking()
            .Where(c => c.IsOpen && c.Institution == institution && c.Status == CaseStatus.Arranged && c.Contract!.Disposition == Disposition.Cremation && c.Cremation == null && c.Contract.EarliestAt < end && !c.Holds.Any(h => h.LiftedAt == null))
            .OrderBy(c => c.Contract!.SignedAt).ThenBy(c => c.Id)
            .Select(c => new Row(c.Id, c.Number, c.Name, c.Unidentified, c.Infectious, c.Contract!.EarliestAt, c.Contract.DueAt)).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var wishes = await file.Db.Set<ScheduleWish>().AsNoTracking().Where(w => ids.Contains(w.CaseId)).ToDictionaryAsync(w => w.CaseId, ct);
        var own = booked.Where(b => ids.Contains(b.Subject)).ToLookup(b => b.Subject);
        var later = await BookedElsewhereAsync(institution, end, ids, ct);
        var parties = rows.Where(r => !later.Contains(r.Id) && (wishes.GetValueOrDefault(r.Id)?.WishedAt is not { } at || (at >= start && at < start.AddDays(1)) || own[r.Id].Any()))
            .Select(r => new Party(r.Id, r.Number, FindCases.NameOf(r.Name, r.Unidentified), r.EarliestAt, r.DueAt, r.Infectious, wishes.GetValueOrDefault(r.Id), own[r.Id].FirstOrDefault(b => b.Purpose == "farewell"), own[r.Id].FirstOrDefault(b => b.Purpose == "cremation"))).ToList();
        var notBefore = Up(file.Now.AddMinutes(broken is null ? freeze : 0), start);
        var movable = parties.Where(p => MayMove(p, broken, start, notBefore)).ToList();
        var moving = movable.SelectMany(p => new[] { p.Farewell, p.Cremation }).Where(b => b is not null && !Stays(b, broken, start, notBefore)).Select(b => b!.Id).ToHashSet();
        var things = await ThingsAsync(institution, start, booked.Where(b => !moving.Contains(b.Id)).ToList(), broken, ct);
        var at = new Where(start, things.Select((t, i) => (t.Id, i)).ToDictionary(x => x.Id, x => x.i), notBefore, transfer / Scene.StepMinutes, usual, moving);
        var jobs = movable.Select((p, i) => Job(p, i, at, broken is not null, LastStaffed(things))).ToList();
        var operators = await OperatorsAsync(institution, date, ct);
        return new Scene(new Day(Scene.StepMinutes, Scene.StepsOfDay, things, jobs) { Operators = operators, Transfer = transfer / Scene.StepMinutes }, start, institution, date, movable, booked);
    }

    private sealed record Where(DateTimeOffset Start, IReadOnlyDictionary<string, int> Index, int NotBefore, int Transfer, int Usual, HashSet<Guid> Moving);

    private Outcome<int> Minutes(string key, string division)
        => file.Rules.Find(key, division, file.Today).Try(out var rule, out var problem) ? int.Parse(rule.Value, CultureInfo.InvariantCulture) : problem;

    private async Task<HashSet<Guid>> BookedElsewhereAsync(string institution, DateTimeOffset end, List<Guid> ids, CancellationToken ct)
        => [.. (await bookings.FindAsync(institution, end, end.AddDays(30), ["cremator"], ct)).Where(b => ids.Contains(b.Subject)).Select(b => b.Subject)];

    private static bool Stays(Booked b, OutOfOrder? broken, DateTimeOffset start, int notBefore)
        => b.State == BookingState.InUse || b.State == BookingState.Released || (broken is null && (b.Fixed || Up(b.From, start) < notBefore));

    private static bool Hit(Booked? b, OutOfOrder broken) => b is not null && b.Resource == broken.Resource && b.From < broken.Until && broken.From < b.ClearAt && b.State != BookingState.InUse;

    /// <summary>Whether anything of this family is open to planning; after a breakdown only whom it hits.</summary>
    private static bool MayMove(Party p, OutOfOrder? broken, DateTimeOffset start, int notBefore)
    {
        if (broken is not null) return Hit(p.Farewell, broken) || Hit(p.Cremation, broken);
        return p.Cremation is null || !Stays(p.Cremation, null, start, notBefore) || (p.Wish?.Farewell is true && p.Farewell is null);
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
        var earliest = Math.Max(Up(p.EarliestAt, at.Start), at.NotBefore);
        var after = farewell is null ? 0 : farewell.Kept is { } kept ? kept.Until + at.Transfer : farewell.Wished + farewell.Length + at.Transfer;
        var hoped = told && p.Cremation is { } said ? Up(said.From, at.Start) : farewell is not null ? after : p.Wish?.WishedAt is { } asked ? Up(asked, at.Start) : lastStaffed;
        int? due = p.DueAt is { } d ? Steps(d - at.Start) : null;
        return new(p.CaseId.ToString("N"), weight, arrived) { Farewell = farewell, Cremation = new(earliest, Math.Max(hoped, earliest), due > 0 ? due : null, p.Wish?.Cremator, p.Needs, 0, Kept(p.Cremation, at)) };
    }

    private static Placed? Kept(Booked? b, Where at)
        => b is null || at.Moving.Contains(b.Id) ? null : new(at.Index.GetValueOrDefault(b.Resource, -1), (int)((b.From - at.Start).TotalMinutes / Scene.StepMinutes), Up(b.Until, at.Start));

    // who asked for no hour is late only at the end of the working day
    private static int LastStaffed(IReadOnlyList<Thing> things) => things.Where(t => t.Kind == ThingKind.Hall).SelectMany(t => t.Closed).Select(c => c.From).Where(f => f > 0).DefaultIfEmpty(17 * 60 / Scene.StepMinutes).Min();

    private async Task<IReadOnlyList<Thing>> ThingsAsync(string institution, DateTimeOffset start, List<Booked> taken, OutOfOrder? broken, CancellationToken ct)
    {
        var all = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == institution && ((r.Kind == ResourceKind.Hall && r.Variant != "vigil") || r.Kind == ResourceKind.Cremator)).OrderBy(r => r.Id).ToListAsync(ct);
        var by = taken.ToLookup(b => b.Resource);
        return [.. all.Select(r => new Thing(r.Id, r.Kind == ResourceKind.Hall ? ThingKind.Hall : ThingKind.Cremator, r.Name, r.Variant, r.Kind == ResourceKind.Hall ? r.Size : 0, Steps(TimeSpan.FromMinutes(r.Turnaround)), r.Kind == ResourceKind.Hall ? 0 : Steps(TimeSpan.FromMinutes(r.Size)))
        {
            Suits = r.Suits.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Closed = [.. Hours(r), .. broken is { } b && b.Resource == r.Id ? [new Stretch(Math.Max(0, (int)((b.From - start).TotalMinutes / Scene.StepMinutes)), Up(b.Until, start))] : Array.Empty<Stretch>()],
            Taken = [.. by[r.Id].Where(t => t.ClearAt > start).Select(t => new Taken((int)Math.Floor((t.From - start).TotalMinutes / Scene.StepMinutes), Up(t.Until, start), Up(t.ClearAt, start), t.Id.ToString("N")))],
        })];
    }

    private static IEnumerable<Stretch> Hours(Resource r)
    {
        if (r is not { Opens: { } opens, Closes: { } closes } || opens >= closes) yield break;
        var (from, until, day) = ((int)opens.ToTimeSpan().TotalMinutes / Scene.StepMinutes, (int)closes.ToTimeSpan().TotalMinutes / Scene.StepMinutes, 1440 / Scene.StepMinutes);
        yield return new(0, from);
        yield return new(until, day + from);
    }

    private async Task<IReadOnlyList<int>?> OperatorsAsync(string institution, DateOnly date, CancellationToken ct)
    {
        var shifts = await file.Db.Set<Shift>().AsNoTracking().Where(s => s.Institution == institution && s.Role == "operator").ToListAsync(ct);
        if (shifts.Count == 0) return null;
        var people = new int[Scene.StepsOfDay];
        for (var back = -1; back <= 1; back++)
        {
            var weekday = (char)('0' + (((int)date.AddDays(back).DayOfWeek + 6) % 7) + 1);
            foreach (var shift in shifts.Where(s => s.Weekdays.Contains(weekday)))
            {
                var from = (back * 1440 / Scene.StepMinutes) + ((int)shift.From.ToTimeSpan().TotalMinutes / Scene.StepMinutes);
                var until = from + Steps(shift.Until == shift.From ? TimeSpan.FromDays(1) : shift.Until - shift.From); // the difference of two times of day is never negative
                for (var at = Math.Max(0, from); at < Math.Min(until, people.Length); at++) people[at] += shift.People;
            }
        }
        return people;
    }

    private static int Steps(TimeSpan span) => (int)Math.Ceiling(span.TotalMinutes / Scene.StepMinutes);

    private static int Up(DateTimeOffset at, DateTimeOffset start) => Math.Max(0, Steps(at - start));
}
