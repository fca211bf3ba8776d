using System.Globalization;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Trips brought to where a test begins. One car makes one trip at a time, so whoever had the vehicle and the crew before has given them back.</summary>
internal static class TripChain
{
    public sealed record Trip(Deceased Of, Guid Order, string Vehicle, string Driver, string Second)
    {
        public int Run { get; init; } = 1;

        public RecordTripStep.Request Step(TripAct act) => new(Order, Run, act);
    }

    public static Task<TransportOrder> OrderAsync(this Chain chain, Guid id) => chain.App.ReadAsync(db => db.Pickups.AsNoTracking().SingleAsync(p => p.Id == id));

    public static async Task<(Deceased Of, Guid Order)> WaitingAsync(this Chain chain, bool infectious = false)
    {
        var of = await chain.BookedAsync(Chain.Report(infectious: infectious));
        return (of, await chain.App.ReadAsync(db => db.Pickups.Where(p => p.CaseId == of.Id).Select(p => p.Id).SingleAsync()));
    }

    public static async Task<Trip> DispatchedAsync(this Chain chain, bool infectious = false)
    {
        var (of, order) = await chain.WaitingAsync(infectious);
        await chain.GiveBackAsync();
        Chain.Must(await chain.App.As("调度").RunAsync(s => s.GetRequiredService<DispatchVehicle>(), new DispatchVehicle.Request(order, "fh-1-car-1", chain.App.IdOf("司机"), chain.App.IdOf("司机乙"))));
        return new(of, order, "fh-1-car-1", chain.App.IdOf("司机"), chain.App.IdOf("司机乙"));
    }

    /// <summary>Without moving the clock: other tests of the class live on its day.</summary>
    public static async Task GiveBackAsync(this Chain chain)
    {
        await chain.App.SqlAsync("update booking_reservation set state = 'Cancelled' where kind in ('vehicle', 'crew')");
        await chain.App.SqlAsync("update funeral_pickup set status = 'Cancelled' where status in ('Departed', 'OnSite')");
    }

    public static async Task<Trip> AtAsync(this Chain chain, PickupStatus status, bool infectious = false)
    {
        var trip = await chain.DispatchedAsync(infectious);
        foreach (var act in Enum.GetValues<TripAct>())
        {
            if ((await chain.OrderAsync(trip.Order)).Status >= status) break;
            Chain.Must(await chain.StepAsync(await chain.NextAsync(trip, act)));
        }
        return trip;
    }

    public static Task<Outcome<RecordTripStep.Reply>> StepAsync(this Chain chain, RecordTripStep.Request request, string persona = "司机", string? key = null)
        => chain.App.As(persona).RunAsync(s => s.GetRequiredService<RecordTripStep>(), request, key);

    /// <summary>The request that takes this step, with a scan of a fresh tag or of the receiver's screen where one is due.</summary>
    public static async Task<RecordTripStep.Request> NextAsync(this Chain chain, Trip trip, TripAct act)
    {
        var step = trip.Step(act);
        if (act == TripAct.Load) return step with { Tag = string.Create(CultureInfo.InvariantCulture, $"TT{chain.Next():000000}"), SignedBy = "family" };
        if (act != TripAct.HandOver) return step;
        var tag = await chain.App.ReadAsync(db => db.Remains.Where(r => r.CaseId == trip.Of.Id).Select(r => r.Tag).SingleAsync());
        var box = chain.Box();
        var shown = Chain.Must(await chain.App.As("前台").RunAsync(s => s.GetRequiredService<ShowHandOverCode>(), new ShowHandOverCode.Request(tag!, box)));
        return step with { Place = box, Receiver = chain.App.IdOf("前台"), Code = shown.Code };
    }
}
