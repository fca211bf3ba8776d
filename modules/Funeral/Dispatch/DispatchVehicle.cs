using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dispatch;

/// <summary>派车, and 改派 where one was sent before: vehicle and two people of the home, fit to go and free for the time it takes.</summary>
internal sealed class DispatchVehicle(CaseFile file, OrderDesk orders, IStaffDirectory staff, Fitness fitness, Distances distances, TripBookings bookings) : IUseCase<DispatchVehicle.Request, DispatchVehicle.Reply>
{
    public sealed record Request(Guid OrderId, string Vehicle, string Driver, string SecondCrew);

    public sealed record Reply(Guid OrderId, int Run, DateTimeOffset ExpectedAt);

    public Permission Permission => FuneralPermissions.Dispatch;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var (opened, order) = found;
        var vehicle = await file.Db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Vehicle && r.Kind == ResourceKind.Vehicle, ct);
        if (vehicle is null) return FuneralProblems.VehicleUnknown;
        if (vehicle.Institution != order.Institution) return DispatchProblems.VehicleElsewhere;
        foreach (var (id, field) in new[] { (request.Driver, nameof(request.Driver)), (request.SecondCrew, nameof(request.SecondCrew)) })
            if (staff.Find(id ?? "") is not { Active: true } person || person.Institution != order.Institution || staff.ActorOf(person.Id)?.May(FuneralPermissions.RecordTrip) is not true) return FuneralProblems.StaffUnknown with { Field = field };
        if (await fitness.RefusesAsync(vehicle, request.Driver, opened.Infectious, ct) is { } unfit) return unfit;
        var drive = distances.Drive(order.SuggestedDistance / 10m, opened.Division);
        var leave = order.EarliestAt is { } wish && wish - drive > file.Now ? wish - drive : file.Now;
        // the vehicle that the plan has for it goes when the plan says; any other takes its place now
        if (await bookings.PlannedAsync(order.Id, file.Now, ct) is { } planned && planned.Resource == request.Vehicle && planned.From > leave) leave = planned.From;
        if (!(await bookings.FreeAsync(order.Id, order.Run > 0 ? "改派" : "派车", ct)).Try(out _, out problem)) return problem;
        if (!opened.DispatchPickup(order.Id, new(request.Vehicle, request.Driver, request.SecondCrew, leave + drive), file.By, file.Now).Try(out _, out problem)) return problem;
        var until = leave + drive + distances.OnSite(opened.Division) + drive;
        if (!(await bookings.BookAsync(order.Id, [request.Vehicle, request.Driver, request.SecondCrew], leave, until, opened.Infectious, ct)).Try(out _, out problem)) return problem;
        return new Reply(order.Id, order.Run, order.ExpectedAt!.Value);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DispatchVehicle, Request, Reply>("/dispatch");
}

/// <summary>An order with its case, within the actor's reach; "not yours" and "not there" answer alike.</summary>
internal sealed class OrderDesk(CaseFile file)
{
    public async Task<Outcome<(DeathCase Case, TransportOrder Order)>> OpenAsync(Guid orderId, CancellationToken ct)
    {
        var caseId = await file.Db.Pickups.Where(p => p.Id == orderId).Select(p => (Guid?)p.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(caseId.Value, ct)).Try(out var opened, out var problem)) return problem;
        return (opened, opened.Pickups.Find(p => p.Id == orderId)!);
    }
}
