using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Dispatch;

/// <summary>登记未接成: the vehicle comes back empty, and why. Vehicle and crew are free again.</summary>
internal sealed class FailPickup(CaseFile file, OrderDesk orders, Reading reading, TripBookings bookings) : IUseCase<FailPickup.Request, Done>
{
    public sealed record Request(Guid OrderId, PickupFailure Why, string? Note);

    public Permission Permission => FuneralPermissions.Dispatch;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var note = reading.Text(request.Note, nameof(request.Note), "说明", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        if (!found.Case.FailPickup(request.OrderId, request.Why, note ?? TransportOrder.Label(request.Why), file.By, file.Now).Try(out _, out problem)) return problem;
        return await bookings.FreeAsync(request.OrderId, TransportOrder.Label(request.Why), ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FailPickup, Request, Done>("/dispatch/fail");
}
