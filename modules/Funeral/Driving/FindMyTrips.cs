using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Reception;
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

namespace Anmin.Funeral.Driving;

/// <summary>The driver's own trips, next one first. No name and no address: those are asked for trip by trip.</summary>
internal sealed class FindMyTrips(CaseFile file) : IQuestion<FindMyTrips.Request, FindMyTrips.Reply>
{
    private const int Most = 30;

    public sealed record Request;

    /// <param name="Account">Who is signed in: an outbox of somebody else is left alone.</param>
    public sealed record Reply(string Account, string Name, IReadOnlyList<Trip> Trips);

    public sealed record Trip(Guid OrderId, int Run, string Number, PickupStatus Status, TripAct? Next, DateTimeOffset? ExpectedAt, DateTimeOffset ChangedAt);

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (me, cases) = (file.By.Id, file.Db.DeathCases);
        var orders = await file.Db.Pickups.AsNoTracking().Where(p => (p.Driver == me || p.SecondCrew == me) && TransportOrder.Running.Contains(p.Status) && cases.Any(c => c.Id == p.CaseId && c.IsOpen))
            .OrderBy(p => p.ExpectedAt).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        // what is under way stands before what has not begun
        var sorted = orders.OrderByDescending(o => o.DepartedAt is not null).ThenByDescending(o => o.AcceptedAt is not null).ThenBy(o => o.ExpectedAt);
        return new Reply(me, file.By.Name, [.. sorted.Select(o => new Trip(o.Id, o.Run, o.Number, o.Status, o.NextAct, o.ExpectedAt, o.ChangedAt))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindMyTrips, Request, Reply>("/trips/mine");
}

/// <summary>One trip with all its crew needs: where, who, whom to call. Who looked stands in the audit.</summary>
internal sealed class GetTrip(CaseFile file, OrderDesk orders, Places places, IStaffDirectory staff, DivisionBook divisions, Who who, Kernel.Packs.Reference reference) : IQuestion<GetTrip.Request, GetTrip.Reply>
{
    public sealed record Request(Guid OrderId);

    /// <param name="Receivers">Who may take the body over at the home; for a phone that cannot scan.</param>
    public sealed record Reply(
        Guid OrderId, int Run, string Number, PickupStatus Status, TripAct? Next, IReadOnlyList<Step> Steps, string Home, string Vehicle, string Crew, string Area, string Address, string? Access, string? Note,
        string Name, string About, string? Phone, bool Infectious, string Place, string SignedBy, string? Tag, DateTimeOffset? DueAt, DateTimeOffset? ExpectedAt, DateTimeOffset RequestedAt, DateTimeOffset ChangedAt,
        IReadOnlyList<Choice> Rooms, IReadOnlyList<Choice> Receivers, string Desk);

    public sealed record Step(TripAct Act, DateTimeOffset At);

    public sealed record Choice(string Id, string Name);

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var (c, o) = found;
        if (o.Driver != file.By.Id && o.SecondCrew != file.By.Id) return DispatchProblems.NotYours;
        var names = await who.PlacesAsync([o.Vehicle!], ct);
        var access = string.Join("，", new[] { o.Floor is { } floor ? $"{floor}楼" : null, o.HasLift switch { true => "有电梯", false => "没有电梯，带软担架", _ => null } }.OfType<string>());
        var rooms = await RoomsAsync(o.Institution, ct);
        var receivers = staff.OfInstitution(o.Institution).Where(s => s.Id != o.Driver && s.Id != o.SecondCrew && staff.ActorOf(s.Id)?.May(FuneralPermissions.ReceiveRemains) is true).Take(40).Select(s => new Choice(s.Id, s.Name)).ToList();
        return new Reply(
            o.Id, o.Run, o.Number, o.Status, o.NextAct, StepsOf(o), file.Institution(o.Institution)?.Name ?? "", names.GetValueOrDefault(o.Vehicle!, o.Vehicle!), $"{who.Name(o.Driver)}、{who.Name(o.SecondCrew)}",
            divisions.PathName(c.Division), o.Address?.Reveal() ?? "地址没有登记，打给家属", access.Length > 0 ? access : null, o.Note, FindCases.NameOf(c.Name, c.Unidentified), AboutOf(c),
            c.Handlers.OrderBy(h => h.Rank).FirstOrDefault()?.Phone?.Reveal(), c.Infectious, CaseLabels.Of(c.PlaceKind), c.Unnatural ? "police" : c.PlaceKind == DeathPlaceKind.Medical ? "hospital" : "family", c.Remains?.Tag,
            o.DueAt, o.ExpectedAt, o.RequestedAt, o.ChangedAt, rooms, receivers, reference.Now.City.Hotline);
    }

    private async Task<List<Choice>> RoomsAsync(string home, CancellationToken ct)
    {
        var rooms = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.Receiving).OrderBy(r => r.Id).Select(r => new Choice(r.Id, r.Name)).ToListAsync(ct);
        rooms.AddRange((await places.FreeBoxesAsync(home, 60, ct)).Select(b => new Choice(b.Id, "冷藏柜 " + b.Name)));
        return rooms;
    }

    internal static List<Step> StepsOf(TransportOrder o) => [.. Enum.GetValues<TripAct>().Where(a => o.At(a) is not null).Select(a => new Step(a, o.At(a)!.Value))];

    private string AboutOf(DeathCase c) => string.Join(" ", new[] { c.Sex is Sex.Male or Sex.Female ? c.Sex.Label() : null, c.AgeAtDeath(file.Zone) is { } age ? $"{age}岁" : null }.OfType<string>());

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetTrip, Request, Reply>("/trips/one");
}
