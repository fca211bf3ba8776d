using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dispatch;

/// <summary>调度台: what waits for a vehicle, and every vehicle of the homes within reach along eight hours.</summary>
internal sealed class FindBoard(CaseFile file, IInstitutionDirectory institutions, IBookings bookings, DivisionBook divisions, Who who) : IQuestion<FindBoard.Request, FindBoard.Reply>
{
    public const int Minutes = 480;
    private const int MostWaiting = 60;

    /// <param name="Shift">Hours later (or, negative, earlier) than now.</param>
    public sealed record Request(int Shift = 0);

    public sealed record Reply(DateTimeOffset From, DateTimeOffset Now, IReadOnlyList<Waiting> Waits, IReadOnlyList<Home> Homes);

    /// <param name="Vehicle">Set where one was sent and broke down: it waits for another.</param>
    public sealed record Waiting(Guid OrderId, Guid CaseId, string Number, string Name, string About, string Area, string Access, string Kind, bool Infectious, string? Home, string? Vehicle, DateTimeOffset? DueAt, DateTimeOffset? EarliestAt, DateTimeOffset RequestedAt, int? Distance, int? EstimateFen);

    public sealed record Home(string Id, string Name, int Free, IReadOnlyList<Lane> Lanes);

    /// <param name="State">ok, run, wait or bad; with its word.</param>
    public sealed record Lane(string Vehicle, string Plate, string Crew, string State, string Word, IReadOnlyList<Block> Blocks);

    /// <param name="Kind">done, going, planned, late or off.</param>
    /// <param name="Steps">How many of five; null for what is no trip.</param>
    public sealed record Block(Guid? OrderId, Guid? CaseId, string Kind, int Start, int Length, string Name, string Note, int? Steps);

    public Permission Permission => FuneralPermissions.ReadDispatch;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var local = TimeZoneInfo.ConvertTime(file.Now, file.Zone);
        var start = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, local.Offset).AddHours(Math.Clamp(request.Shift, -72, 72) - 2).ToUniversalTime();
        var homes = institutions.OfKind("funeral-home", file.City).Where(h => file.Reaches(h.Id)).ToList();
        var ids = homes.ConvertAll(h => h.Id);
        var until = start.AddMinutes(Minutes);
        var rows = await (from o in file.Db.Pickups.AsNoTracking()
                          join c in file.Db.DeathCases.AsNoTracking() on o.CaseId equals c.Id
                          where c.VoidedAt == null && (TransportOrder.Open.Contains(o.Status) || o.Status == PickupStatus.PickedUp || (o.HandedOverAt != null && o.HandedOverAt >= start)) && (c.IsOpen || o.HandedOverAt != null)
                          orderby o.DueAt ?? o.RequestedAt
                          select new Row(o, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.PlaceKind, c.Infectious)).Take(600).ToListAsync(ct);
        var vehicles = await file.Db.Resources.AsNoTracking().Where(r => ids.Contains(r.Institution) && r.Kind == ResourceKind.Vehicle && r.Variant != "family").OrderBy(r => r.Id).ToListAsync(ct);
        var records = await file.Db.VehicleRecords.AsNoTracking().Where(r => ids.Contains(r.Institution)).ToDictionaryAsync(r => r.Id, ct);
        var broken = records.Values.Where(r => r.OutOfServiceSince is not null).Select(r => r.Id).ToHashSet();
        var list = new List<Home>();
        foreach (var home in homes)
        {
            var booked = (await bookings.FindAsync(home.Id, start, until, ["vehicle"], ct)).ToLookup(b => b.Resource);
            var lanes = vehicles.Where(v => v.Institution == home.Id).Select(v => LaneOf(v, records.GetValueOrDefault(v.Id), booked[v.Id], rows, start, until)).ToList();
            list.Add(new(home.Id, home.Name, lanes.Count(l => l.State == "ok"), lanes));
        }
        var waits = rows.Where(r => r.Order.Status == PickupStatus.Booked || (r.Order.Vehicle is { } v && broken.Contains(v) && TransportOrder.Running.Contains(r.Order.Status))).Take(MostWaiting).Select(r => WaitingOf(r, vehicles)).ToList();
        return new Reply(start, file.Now, waits, list);
    }

    private sealed record Row(TransportOrder Order, PersonName? Name, bool Unidentified, Sex Sex, DateOnly? BirthDate, DateTimeOffset? DiedAt, string Division, DeathPlaceKind PlaceKind, bool Infectious)
    {
        public string Called => FindCases.NameOf(Name, Unidentified);
    }

    private Waiting WaitingOf(Row r, List<Resource> vehicles)
    {
        var o = r.Order;
        var access = string.Join("，", new[] { o.Floor is { } floor ? $"{floor}楼" : null, o.HasLift switch { true => "有电梯", false => "没有电梯", _ => null } }.OfType<string>());
        var age = r is { BirthDate: { } born, DiedAt: { } died } ? died.Year - born.Year : (int?)null;
        var about = string.Join(" ", new[] { r.Sex is Sex.Male ? "男" : r.Sex is Sex.Female ? "女" : null, age?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());
        return new(o.Id, o.CaseId, o.Number, r.Called, about, divisions.PathName(r.Division), access, CaseLabels.Of(r.PlaceKind), r.Infectious, file.Institution(o.Institution)?.Name, o.Vehicle is null ? null : vehicles.Find(v => v.Id == o.Vehicle)?.Name ?? o.Vehicle, o.DueAt, o.EarliestAt, o.RequestedAt, o.SuggestedDistance, o.EstimateFen);
    }

    private Lane LaneOf(Resource vehicle, VehicleRecord? record, IEnumerable<Booked> booked, List<Row> rows, DateTimeOffset from, DateTimeOffset until)
    {
        var mine = rows.Where(r => r.Order.Vehicle == vehicle.Id).ToList();
        var blocks = new List<Block>();
        foreach (var b in booked)
        {
            if (b.Purpose == TripBookings.Planned)
            {
                if (rows.Find(r => r.Order.Id == b.Subject) is { } ahead) blocks.Add(Cut(ahead, "planned", b.From, b.Until, ahead.Called, "计划，未派", null, from, until));
                continue;
            }
            var row = mine.Find(r => r.Order.Id == b.Subject);
            if (row is null && (b.State is BookingState.Released || b.Purpose == TripBookings.Purpose)) continue;
            blocks.Add(row is null ? Cut(null, "off", b.From, b.Until, b.Purpose == "maintenance" ? "停用检修" : "已占用", "", null, from, until) : OfTrip(row, row.Order.DepartedAt ?? b.From, row.Order.HandedOverAt ?? b.Until, from, until));
        }
        foreach (var row in mine.Where(r => r.Order is { PickedUpAt: not null, Run: 0 })) blocks.Add(OfTrip(row, row.Order.PickedUpAt!.Value, row.Order.HandedOverAt ?? file.Now, from, until));
        var today = file.Today;
        if (record?.Unfit(today) is { } unfit) blocks.Add(Cut(null, "off", record.OutOfServiceSince ?? from, until, "", unfit.TrimStart('的'), null, from, until));
        var running = mine.Where(r => TransportOrder.Running.Contains(r.Order.Status)).OrderByDescending(r => r.Order.Status).FirstOrDefault();
        var (state, word) = record is null ? ("bad", "无档案") : record.OutOfServiceSince is not null ? ("bad", "停用") : record.Unfit(today) is not null ? (record.NeedsDisinfection ? ("wait", "待消毒") : ("bad", "证件到期"))
            : running is null ? ("ok", "空闲") : Late(running.Order) is { } late ? ("bad", late) : ("run", TransportOrder.Label(running.Order.Status) switch { "已装车，返程" => "返程", var l => l });
        var crew = (running ?? mine.OrderByDescending(r => r.Order.ChangedAt).FirstOrDefault())?.Order is { Driver: not null } last ? $"{who.Name(last.Driver)} {who.Name(last.SecondCrew)}" : "";
        return new(vehicle.Id, vehicle.Name, crew, state, word, [.. blocks.Where(b => b.Length > 0).OrderBy(b => b.Start)]);
    }

    /// <summary>Not there by when the family was told.</summary>
    private string? Late(TransportOrder o) => o.ArrivedAt is null && o.ExpectedAt is { } due && o.Status is PickupStatus.Dispatched or PickupStatus.Accepted or PickupStatus.Departed && file.Now > due.AddMinutes(5) ? $"晚{(int)(file.Now - due).TotalMinutes}分" : null;

    private Block OfTrip(Row row, DateTimeOffset start, DateTimeOffset end, DateTimeOffset from, DateTimeOffset until)
    {
        var o = row.Order;
        var kind = o.Status == PickupStatus.HandedOver ? "done" : Late(o) is not null ? "late" : o.DepartedAt is null && o.Status != PickupStatus.PickedUp ? "planned" : "going";
        // a trip that takes longer than planned reaches to now
        if (kind is "going" or "late" && end < file.Now) end = file.Now;
        var steps = o.Run == 0 ? (int?)null : Enum.GetValues<TripAct>().Count(a => o.At(a) is not null);
        return Cut(row, kind, start, end, row.Called, divisions.Find(row.Division)?.Name ?? "", kind == "done" ? null : steps, from, until);
    }

    private static Block Cut(Row? row, string kind, DateTimeOffset start, DateTimeOffset end, string name, string note, int? steps, DateTimeOffset from, DateTimeOffset until)
    {
        var (a, b) = (start < from ? from : start, end > until ? until : end);
        return new(row?.Order.Id, row?.Order.CaseId, kind, (int)(a - from).TotalMinutes, Math.Max(0, (int)Math.Ceiling((b - a).TotalMinutes)), name, note, steps);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBoard, Request, Reply>("/dispatch/board");
}
