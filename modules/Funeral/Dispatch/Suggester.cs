using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dispatch;

/// <summary>One vehicle with its crew as an answer to "whom do we send", and why.</summary>
internal sealed record Suggestion(
    string Vehicle, string Plate, string Driver, string DriverName, string Second, string SecondName, string State, decimal? Kilometres, DateTimeOffset LeavesAt, DateTimeOffset ArrivesAt, DateTimeOffset BackAt, TimeSpan? Spare, int TripsToday, bool Busy, string Why);

/// <summary>A vehicle that cannot be sent, and why not.</summary>
internal sealed record LeftOut(string Plate, string Why);

/// <summary>Ranks the home's vehicles for one order: in time → arrives first → keeps special vehicles for those who need them → fewest trips today.</summary>
internal sealed class Suggester(CaseFile file, IBookings bookings, IStaffDirectory staff, Fitness fitness, Distances distances, TripBookings trips)
{
    private static readonly TimeSpan FarthestAhead = TimeSpan.FromHours(12);
    private static readonly TimeSpan FreshPosition = TimeSpan.FromMinutes(30);

    public async Task<(IReadOnlyList<Suggestion> Best, IReadOnlyList<LeftOut> Out)> OfAsync(DeathCase opened, TransportOrder order, CancellationToken ct)
    {
        var home = order.Institution;
        var vehicles = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.Vehicle).OrderBy(r => r.Id).ToListAsync(ct);
        var records = await file.Db.VehicleRecords.AsNoTracking().Where(r => r.Institution == home).ToDictionaryAsync(r => r.Id, ct);
        var ids = vehicles.ConvertAll(v => v.Id);
        var start = LocalClock.StartOf(file.Today, file.Zone);
        var recent = await file.Db.Pickups.AsNoTracking().Where(p => p.Vehicle != null && ids.Contains(p.Vehicle) && p.Id != order.Id && p.RequestedAt > start.AddDays(-7)).OrderByDescending(p => p.ChangedAt).Take(400).ToListAsync(ct);
        var ours = (await bookings.OfSubjectAsync(order.Id, ct)).Select(b => b.Id).ToHashSet();
        var crew = new Crews(this, staff.OfInstitution(home), await LicencesAsync(home, ct), [.. (await bookings.FindAsync(home, file.Now, file.Now + FarthestAhead + FarthestAhead, [ResourceBook.Crew], ct)).Where(b => !ours.Contains(b.Id))], recent);
        var free = await FreeAsync(opened, order, ours, ct);
        var planned = await trips.PlannedAsync(order.Id, file.Now, ct);
        // the vehicle of the day's plan is free when the plan has made room for it
        if (planned is not null && free.TryGetValue(planned.Resource, out var room) && room < planned.From) free[planned.Resource] = planned.From;
        var (best, left) = (new List<Suggestion>(), new List<LeftOut>());
        foreach (var vehicle in vehicles)
        {
            var record = records.GetValueOrDefault(vehicle.Id);
            if (fitness.Vehicle(vehicle, record, opened.Infectious) is { } unfit) left.Add(new(vehicle.Name, unfit.TrimStart('的')));
            else if (vehicle.Id == order.Vehicle) left.Add(new(vehicle.Name, "现在派的就是这辆"));
            else if (!free.TryGetValue(vehicle.Id, out var from)) left.Add(new(vehicle.Name, "今后12小时都有安排"));
            else if (await PlanAsync(opened, order, vehicle, record!, from, crew, recent, ct) is { } plan) best.Add(plan);
            else left.Add(new(vehicle.Name, "没有空闲的持证司机和随车人员"));
        }
        return (Ranked(best, opened.Infectious, vehicles, planned?.Resource), left);
    }

    private async Task<Dictionary<string, DateTimeOffset>> FreeAsync(DeathCase opened, TransportOrder order, HashSet<Guid> ours, CancellationToken ct)
    {
        var drive = distances.Drive(order.SuggestedDistance / 10m, opened.Division);
        var earliest = order.EarliestAt is { } wish && wish - drive > file.Now ? wish - drive : file.Now;
        var need = new TimeNeed(order.Institution, "vehicle", null, drive + drive + distances.OnSite(opened.Division), earliest, earliest + FarthestAhead) { Needs = opened.Infectious ? ["infectious"] : [], Ignoring = ours };
        return (await bookings.FreeAsync(need, 400, ct)).GroupBy(f => f.Resource).ToDictionary(g => g.Key, g => g.Min(f => f.From));
    }

    private async Task<Suggestion?> PlanAsync(DeathCase opened, TransportOrder order, Resource vehicle, VehicleRecord record, DateTimeOffset from, Crews crews, List<TransportOrder> recent, CancellationToken ct)
    {
        var way = await NearAsync(opened, vehicle.Id, recent, ct) ?? order.SuggestedDistance / 10m;
        var drive = distances.Drive(way, opened.Division);
        var back = distances.Drive(order.SuggestedDistance / 10m, opened.Division);
        var until = from + drive + distances.OnSite(opened.Division) + back;
        if (crews.For(vehicle.Id, record.LicenceClass, from, until) is not { } pair) return null;
        var trips = recent.Count(p => p.Vehicle == vehicle.Id && p.DispatchedAt >= LocalClock.StartOf(file.Today, file.Zone));
        var spare = order.DueAt - (from + drive);
        var now = from <= file.Now.AddMinutes(1);
        var running = recent.Find(p => p.Vehicle == vehicle.Id && TransportOrder.Running.Contains(p.Status));
        var state = now && running is null ? "空闲，在馆" : running is not null && now ? "返程，未交接" : $"{Clock(from)}起空";
        return new(vehicle.Id, vehicle.Name, pair.Driver, Name(pair.Driver), pair.Second, Name(pair.Second), state, way, from, from + drive, until, spare, trips, running is not null, Why(opened, vehicle, record, order, spare));
    }

    /// <summary>A vehicle that came back empty may still stand out there: then its own last position counts.</summary>
    private async Task<decimal?> NearAsync(DeathCase opened, string vehicle, List<TransportOrder> recent, CancellationToken ct)
    {
        if (recent.Find(p => p.Vehicle == vehicle) is not { Status: PickupStatus.Failed or PickupStatus.Cancelled } last || distances.PlaceOf(opened.Division, opened.Origin) is not { } place) return null;
        var since = file.Now - FreshPosition;
        var at = await file.Db.TripPositions.AsNoTracking().Where(p => p.OrderId == last.Id && p.At >= since).OrderByDescending(p => p.At).FirstOrDefaultAsync(ct);
        return at is null ? null : decimal.Round((decimal)Distances.Kilometres(new(at.Latitude, at.Longitude), place) * distances.Number("pickup.detour", opened.Division, 100m) / 100m, 1);
    }

    private static string Why(DeathCase opened, Resource vehicle, VehicleRecord record, TransportOrder order, TimeSpan? spare)
    {
        var said = new List<string>();
        if (spare < TimeSpan.Zero) said.Add("赶不上时限");
        if (opened.Infectious) said.Add("可接运传染病遗体");
        else if (vehicle.Suits.Contains("infectious", StringComparison.Ordinal)) said.Add("专用车，留给需要的更好");
        if (order is { Floor: > 1, HasLift: false }) said.Add($"两人带软担架，可下{order.Floor!.Value.ToString(CultureInfo.InvariantCulture)}楼");
        said.Add(record.OwesDisinfection ? "上一趟还没登记消毒" : "证件有效，已消毒");
        return string.Join("；", said);
    }

    private static IReadOnlyList<Suggestion> Ranked(List<Suggestion> all, bool infectious, List<Resource> vehicles, string? planned)
    {
        var special = vehicles.Where(v => v.Suits.Contains("infectious", StringComparison.Ordinal)).Select(v => v.Id).ToHashSet();
        var ranked = all.OrderByDescending(s => s.Spare is null || s.Spare >= TimeSpan.Zero).ThenByDescending(s => s.Vehicle == planned).ThenBy(s => s.Busy).ThenBy(s => s.ArrivesAt.AddMinutes(!infectious && special.Contains(s.Vehicle) ? 20 : 0)).ThenBy(s => s.TripsToday).ThenBy(s => s.Vehicle, StringComparer.Ordinal).ToList();
        if (ranked.Count > 1 && ranked.TrueForAll(s => s.ArrivesAt >= ranked[0].ArrivesAt) && ranked.Exists(s => s.ArrivesAt > ranked[0].ArrivesAt)) ranked[0] = ranked[0] with { Why = "最早到；" + ranked[0].Why };
        if (ranked.FindIndex(s => s.Vehicle == planned) is >= 0 and var at) ranked[at] = ranked[at] with { Why = "编排方案里的车；" + ranked[at].Why };
        return ranked;
    }

    private async Task<Dictionary<string, CrewLicence>> LicencesAsync(string home, CancellationToken ct)
    {
        var ids = staff.OfInstitution(home).Select(s => s.Id).ToList();
        return await file.Db.CrewLicences.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
    }

    private string Name(string id) => staff.Find(id)?.Name ?? id;

    private string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, file.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Who is free to go; those who went with a vehicle before go with it again.</summary>
    private sealed class Crews(Suggester desk, IReadOnlyList<StaffCard> people, Dictionary<string, CrewLicence> licences, List<Booked> taken, List<TransportOrder> recent)
    {
        private readonly List<StaffCard> mates = [.. people.Where(p => desk.Drives(p.Id)).OrderBy(p => recent.Count(o => (o.Driver == p.Id || o.SecondCrew == p.Id) && o.DispatchedAt is not null)).ThenBy(p => p.Id, StringComparer.Ordinal)];

        public (string Driver, string Second)? For(string vehicle, string needed, DateTimeOffset from, DateTimeOffset until)
        {
            bool Free(string id) => !taken.Exists(b => b.Resource == id && b.From < until && b.ClearAt > from);
            bool Drives(string id) => CrewLicence.Unfit(licences.GetValueOrDefault(id), needed, desk.Today) is null;
            var usual = recent.Find(o => o.Vehicle == vehicle && o.Driver is not null);
            var here = mates.Where(m => Free(m.Id)).Select(m => m.Id).ToList();
            var driver = usual?.Driver is { } d && here.Contains(d) && Drives(d) ? d : here.Find(Drives);
            if (driver is null) return null;
            var second = usual?.SecondCrew is { } s && s != driver && here.Contains(s) ? s : here.Find(m => m != driver);
            return second is null ? null : (driver, second);
        }
    }

    private DateOnly Today => file.Today;

    private bool Drives(string id) => staff.ActorOf(id)?.May(FuneralPermissions.RecordTrip) is true;
}
