using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

/// <summary>冷藏预测: seven days, from booked cremations, legal deadlines, booked pickups and the past four weeks; with what it assumed.</summary>
internal sealed class ForecastOccupancy(CaseFile file, StayClocks clocks, IBookings bookings) : IQuestion<ForecastOccupancy.Request, ForecastOccupancy.Reply>
{
    private const int Weeks = 4;

    public sealed record Request(string? Institution = null);

    /// <param name="Booked">Bodies that leave on a booked cremation.</param>
    /// <param name="ByDeadline">Bodies that are expected to leave on their legal deadline.</param>
    /// <param name="Unknown">Bodies of which nothing says when they leave: overdue, or held.</param>
    public sealed record Basis(int Booked, int ByDeadline, int Unknown, double UsualNights, double UsualArrivals, int Weeks, int TightPercent);

    public sealed record Reply(string Institution, IReadOnlyList<Occupancy.Day> Days, Basis Assumed, int Now, int Usable);

    public Permission Permission => FuneralPermissions.ReadColdStore;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var home = string.IsNullOrEmpty(request.Institution) ? file.By.Institution : request.Institution;
        if (home is null || !file.Reaches(home) || file.Institution(home) is not { } card) return KernelProblems.NotFound;
        if (!file.Rules.Find("cold.nearly-full", card.Division, file.Today).Try(out var tight, out var problem)) return problem;
        var percent = int.TryParse(tight.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 90;
        var end = LocalClock.EndOf(file.Today.AddDays(Occupancy.Days), file.Zone);
        var booked = await bookings.FindAsync(home, file.Now, end, ["cremator", "cold-box"], ct);
        var bodies = await BodiesAsync(home, booked, ct);
        var usable = await UsableAsync(home, booked, ct);
        var (arrivals, nights) = await UsualAsync(home, ct);
        var days = Occupancy.Of(new(file.Today, bodies, usable, await PickupsAsync(home, end, ct), arrivals, nights, percent));
        var basis = new Basis(bodies.Count(b => b.By == Occupancy.Basis.Booked), bodies.Count(b => b.By == Occupancy.Basis.Deadline), bodies.Count(b => b.By == Occupancy.Basis.Unknown), Math.Round(nights, 1), Math.Round(arrivals.Average(), 1), Weeks, percent);
        return new Reply(home, days, basis, bodies.Count, usable[0]);
    }

    private async Task<List<Occupancy.Present>> BodiesAsync(string home, IReadOnlyList<Booked> booked, CancellationToken ct)
    {
        var cremations = booked.Where(b => b.Purpose == "cremation").GroupBy(b => b.Subject).ToDictionary(g => g.Key, g => g.Min(b => b.From));
        var rows = await (from r in file.Db.Remains.AsNoTracking()
                          join c in file.Db.DeathCases.AsNoTracking() on r.CaseId equals c.Id
                          where r.Place == BodyPlace.ColdStored && c.Institution == home && c.VoidedAt == null
                          select new { c.Id, c.Division, c.Infectious, c.Unidentified, c.ReportedAt, c.ExtendedUntil, Due = c.Contract!.DueAt, r.Since, Arrived = file.Db.Set<Custody.CustodyMove>().Where(m => m.CaseId == c.Id && m.Item == CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)).Min(m => (DateTimeOffset?)m.At), OnHold = c.Holds.Any(h => h.LiftedAt == null) }).ToListAsync(ct);
        return rows.ConvertAll(r =>
        {
            if (cremations.TryGetValue(r.Id, out var at)) return new Occupancy.Present(LocalClock.DateOf(at, file.Zone), Occupancy.Basis.Booked);
            var due = clocks.DueOrNone(r.Division, r.Infectious, r.Unidentified, r.ReportedAt, r.Arrived ?? r.Since, r.ExtendedUntil);
            // a due instant is exclusive; what is past, held or without a name has no day that can be counted on
            return due is { } until && until > file.Now && !r.OnHold && !r.Unidentified ? new(LocalClock.DateOf(until.AddSeconds(-1), file.Zone), Occupancy.Basis.Deadline) : new(null, Occupancy.Basis.Unknown);
        });
    }

    private async Task<int[]> UsableAsync(string home, IReadOnlyList<Booked> booked, CancellationToken ct)
    {
        var boxes = await file.Db.Resources.CountAsync(r => r.Institution == home && r.Kind == ResourceKind.ColdBox, ct);
        var closed = booked.Where(b => b is { Kind: "cold-box", Purpose: "maintenance" } && b.State != BookingState.Released).ToList();
        return [.. Enumerable.Range(0, Occupancy.Days).Select(i =>
        {
            var (from, until) = (LocalClock.StartOf(file.Today.AddDays(i), file.Zone), LocalClock.EndOf(file.Today.AddDays(i), file.Zone));
            return boxes - closed.Where(c => c.From < until && c.Until > from).Select(c => c.Resource).Distinct().Count();
        })];
    }

    private async Task<int[]> PickupsAsync(string home, DateTimeOffset end, CancellationToken ct)
    {
        var open = await file.Db.Pickups.AsNoTracking().Where(o => o.Institution == home && TransportOrder.Open.Contains(o.Status)).Select(o => o.EarliestAt ?? o.RequestedAt).ToListAsync(ct);
        var days = new int[Occupancy.Days];
        // one that is due since yesterday arrives today
        foreach (var at in open.Where(at => at < end)) days[Math.Clamp(LocalClock.DateOf(at, file.Zone).DayNumber - file.Today.DayNumber, 0, days.Length - 1)]++;
        return days;
    }

    /// <summary>Arrivals by day of the week and nights of stays, over the past four weeks.</summary>
    private async Task<(double[] Arrivals, double Nights)> UsualAsync(string home, CancellationToken ct)
    {
        var since = LocalClock.StartOf(file.Today.AddDays(-7 * Weeks), file.Zone);
        var until = LocalClock.StartOf(file.Today, file.Zone);
        var came = await (from m in file.Db.CustodyMoves.AsNoTracking()
                          join c in file.Db.DeathCases.AsNoTracking() on m.CaseId equals c.Id
                          where m.FromPlace == nameof(BodyPlace.InVehicle) && m.At >= since && m.At < until && c.Institution == home
                          select new { m.CaseId, m.At, Gone = c.Cremation != null ? (DateTimeOffset?)c.Cremation.StartedAt : null }).ToListAsync(ct);
        var arrivals = new double[7];
        foreach (var day in came) arrivals[(int)LocalClock.DateOf(day.At, file.Zone).DayOfWeek] += 1.0 / Weeks;
        var nights = came.Where(c => c.Gone is not null).Select(c => (c.Gone!.Value - c.At).TotalDays).DefaultIfEmpty(3).Average();
        return (arrivals, nights);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ForecastOccupancy, Request, Reply>("/cold-store/forecast");
}
