using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Funeral.Transport;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>A body to be fetched that no vehicle was sent for yet.</summary>
/// <param name="LeavesAt">The vehicle need not leave before.</param>
/// <param name="DueAt">The vehicle has arrived by then; null without a clock.</param>
/// <param name="There">Way there, as the suggestions at the dispatch desk reckon it.</param>
/// <param name="Length">There, loading and back.</param>
/// <param name="Booked">Its vehicle by an earlier plan.</param>
internal sealed record Trip(Guid Order, string Number, DateTimeOffset LeavesAt, DateTimeOffset? EarliestAt, DateTimeOffset? DueAt, TimeSpan There, TimeSpan Length, Booked? Booked);

/// <summary>Reads what of a home's day is driving: orders nobody was sent for, vehicles that may go, crews.</summary>
internal sealed class PlannedTrips(CaseFile file, IBookings bookings, IStaffDirectory staff, Fitness fitness, Distances distances, Rota rota)
{
    private const int Most = 300;

    /// <summary>Between making a plan and adopting it.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(10);

    public sealed record Fetched(Guid CaseId, string CaseNumber, string Name, bool Infectious, Trip Trip);

    /// <summary>Orders whose vehicle leaves on the day, or has a place on it by an earlier plan.</summary>
    public async Task<IReadOnlyList<Fetched>> OfAsync(string institution, DateTimeOffset start, DateTimeOffset notBefore, CancellationToken ct)
    {
        var rows = await (from o in file.Db.Pickups.AsNoTracking()
                          join c in file.Db.DeathCases.AsNoTracking() on o.CaseId equals c.Id
                          where o.Institution == institution && o.Status == PickupStatus.Booked && c.IsOpen && c.VoidedAt == null
                          orderby o.RequestedAt, o.Id
                          select new { o.Id, o.CaseId, o.Number, o.EarliestAt, o.DueAt, o.SuggestedDistance, CaseNumber = c.Number, c.Name, c.Unidentified, c.Infectious, c.Division }).Take(Most).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var booked = (await bookings.FindAsync(institution, start.AddDays(-1), start.AddDays(30), ["vehicle"], ct)).Where(b => b.Purpose == TripBookings.Planned).ToLookup(b => b.Subject);
        var (end, found) = (start.AddDays(1), new List<Fetched>());
        foreach (var r in rows)
        {
            var there = distances.Drive(r.SuggestedDistance / 10m, r.Division);
            var leaves = r.EarliestAt - there is { } wish && wish > notBefore ? wish : notBefore;
            var mine = booked[r.Id].FirstOrDefault();
            if (mine is null ? leaves < start || leaves >= end : mine.From >= end) continue;
            found.Add(new(r.CaseId, r.CaseNumber, FindCases.NameOf(r.Name, r.Unidentified), r.Infectious, new(r.Id, r.Number, leaves, r.EarliestAt, r.DueAt, there, there + distances.OnSite(r.Division) + there, mine)));
        }
        return found;
    }

    /// <summary>Vehicles that may go on that day: papers in force, not out of service, somebody licensed to drive them.</summary>
    public async Task<IReadOnlyList<Resource>> VehiclesAsync(string institution, DateOnly date, CancellationToken ct)
    {
        var all = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == institution && r.Kind == ResourceKind.Vehicle).OrderBy(r => r.Id).ToListAsync(ct);
        var records = await file.Db.VehicleRecords.AsNoTracking().Where(r => r.Institution == institution).ToDictionaryAsync(r => r.Id, ct);
        var licences = await LicencesAsync(institution, ct);
        return [.. all.Where(v => fitness.Vehicle(v, records.GetValueOrDefault(v.Id), infectious: false, date) is null && licences.Exists(l => CrewLicence.Unfit(l, records[v.Id].LicenceClass, date) is null))];
    }

    /// <summary>Vehicles that can be under way at once in each step: two go with each, one of them licensed; of those on shift where the pack counts them, else of all.</summary>
    public async Task<IReadOnlyList<int>> CrewsAsync(string institution, DateOnly date, CancellationToken ct)
    {
        var most = Math.Min(Mates(institution).Count / 2, (await LicencesAsync(institution, ct)).Count(l => l.Until >= date));
        var shift = await rota.OfAsync(institution, Rota.Driver, date, ct);
        return [.. Enumerable.Range(0, Scene.StepsOfDay).Select(s => shift is null ? most : Math.Min(most, shift[s] / 2))];
    }

    private List<string> Mates(string institution) => [.. staff.OfInstitution(institution).Where(p => staff.ActorOf(p.Id)?.May(FuneralPermissions.RecordTrip) is true).Select(p => p.Id)];

    private async Task<List<CrewLicence>> LicencesAsync(string institution, CancellationToken ct)
    {
        var mates = Mates(institution);
        return await file.Db.CrewLicences.AsNoTracking().Where(l => mates.Contains(l.Id)).ToListAsync(ct);
    }
}
