using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Driving;

/// <summary>Positions of a running trip, in batches as the network allows. The same instant twice is kept once.</summary>
internal sealed class RecordPositions(CaseFile file, OrderDesk orders) : IUseCase<RecordPositions.Request, RecordPositions.Reply>
{
    public const int Most = 500;

    public sealed record Request(Guid OrderId, int Run, IReadOnlyList<Position> Positions, string? Account = null);

    /// <param name="Accuracy">Metres.</param>
    public sealed record Position(DateTimeOffset At, double Latitude, double Longitude, int? Accuracy);

    public sealed record Reply(int Kept);

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return DispatchProblems.OtherAccount;
        if (request.Positions is not { Count: > 0 and <= Most } told || told.Any(p => p is null || !(p.Latitude is >= -90 and <= 90) || !(p.Longitude is >= -180 and <= 180) || p.Accuracy is < 0)) return DispatchProblems.Position;
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var order = found.Order;
        if (order.Driver != file.By.Id && order.SecondCrew != file.By.Id) return DispatchProblems.NotYours;
        if (request.Run != order.Run) return DispatchProblems.Reassigned;
        if (order.DepartedAt is not { } from) return DispatchProblems.StepOrder(TripAct.Depart);
        var until = (order.HandedOverAt ?? file.Now) + TransportOrder.Skew;
        var fit = told.Select(p => p with { At = new(p.At.UtcTicks / 10 * 10, TimeSpan.Zero) }).Where(p => p.At >= from - TransportOrder.Skew && p.At <= until).DistinctBy(p => p.At).ToList();
        var times = fit.ConvertAll(p => p.At);
        var known = await file.Db.TripPositions.Where(p => p.OrderId == order.Id && times.Contains(p.At)).Select(p => p.At).ToListAsync(ct);
        var kept = fit.Where(p => !known.Contains(p.At)).ToList();
        foreach (var p in kept) file.Db.Add(new TripPosition { OrderId = order.Id, Run = order.Run, At = p.At, Latitude = p.Latitude, Longitude = p.Longitude, Accuracy = p.Accuracy });
        return new Reply(kept.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordPositions, Request, Reply>("/trips/positions");
}
