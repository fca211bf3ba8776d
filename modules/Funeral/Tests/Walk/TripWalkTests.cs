using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Walk;

/// <summary>Random dispatches, steps, breakdowns and stops through the Gate with the real bookings: whatever comes, the same things hold afterwards.</summary>
public abstract class TripWalkTests(AppFixture fixture)
{
    private const int Moves = 120;

    private static readonly string[] Vehicles = ["fh-1-car-1", "fh-1-car-2", "fh-1-car-4"];
    private static readonly string[] People = ["司机", "司机乙", "司机丁"];

    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Theory]
    [InlineData(11)]
    [InlineData(29)]
    public async Task Whatever_comes_each_step_stands_once_in_order_and_nothing_is_booked_twice(int seed)
    {
        var chance = new Random(seed);
        var trips = new List<TripChain.Trip>();
        for (var i = 0; i < 4; i++) trips.Add(await NewAsync());
        var taken = 0;
        for (var i = 0; i < Moves; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(chance.Next(0, 12)));
            var at = chance.Next(trips.Count);
            var order = await Chain.OrderAsync(trips[at].Order);
            if (order.Status is PickupStatus.HandedOver or PickupStatus.Cancelled or PickupStatus.Failed) trips[at] = await NewAsync();
            else if (await MoveAsync(chance, trips[at] with { Run = order.Run }, order)) taken++;
            await HoldsAsync(trips[at]);
        }
        taken.ShouldBeGreaterThan(Moves / 5);
        await AllAsync();
    }

    private async Task<TripChain.Trip> NewAsync()
    {
        var (of, order) = await Chain.WaitingAsync();
        return new(of, order, "", "", "") { Run = 0 };
    }

    private async Task<bool> MoveAsync(Random chance, TripChain.Trip trip, TransportOrder order) => chance.Next(14) switch
    {
        0 => Ok(await App.As("调度").RunAsync(s => s.GetRequiredService<CancelPickup>(), new CancelPickup.Request(trip.Of.Id, "改期"))),
        1 => Ok(await App.As("调度").RunAsync(s => s.GetRequiredService<FailPickup>(), new FailPickup.Request(trip.Order, PickupFailure.WrongPlace, null))),
        2 or 3 or 4 => Ok(await DispatchAsync(chance, trip)),
        5 => Ok(await Chain.StepAsync(trip.Step((TripAct)chance.Next(5)) with { Run = chance.Next(3), Tag = "TWALK" + Chain.Next(), SignedBy = "family" }, Pick(chance, People))),
        6 => Ok(await Chain.StepAsync(trip.Step((TripAct)chance.Next(4)) with { At = (App.Clock.GetUtcNow() - TimeSpan.FromHours(30)).ToString("O"), Tag = "TWALK" + Chain.Next(), SignedBy = "family" }, Pick(chance, People))),
        7 => await CleanAsync(chance),
        _ => order.NextAct is { } next && Ok(await Chain.StepAsync(await StepAsync(trip, order, next), People.First(p => App.IdOf(p) == order.Driver))),
    };

    /// <summary>The step that is due; a body already tied to a tag is loaded by that tag.</summary>
    private async Task<RecordTripStep.Request> StepAsync(TripChain.Trip trip, TransportOrder order, TripAct act)
    {
        var request = await Chain.NextAsync(trip, act) with { Run = order.Run };
        var tag = (await Chain.LoadAsync(trip.Of)).Remains!.Tag;
        return act == TripAct.Load && tag is not null ? request with { Tag = tag } : request;
    }

    private async Task<Outcome<DispatchVehicle.Reply>> DispatchAsync(Random chance, TripChain.Trip trip)
    {
        var crew = People.OrderBy(_ => chance.Next()).Take(2).Select(App.IdOf).ToList();
        return await App.As("调度").RunAsync(s => s.GetRequiredService<DispatchVehicle>(), new DispatchVehicle.Request(trip.Order, Pick(chance, Vehicles), crew[0], crew[1]));
    }

    private async Task<bool> CleanAsync(Random chance)
        => Ok(await App.As("司机").RunAsync(s => s.GetRequiredService<RecordDisinfection>(), new RecordDisinfection.Request(Pick(chance, Vehicles), "喷洒", "含氯消毒剂")));

    private async Task HoldsAsync(TripChain.Trip trip)
    {
        var order = await Chain.OrderAsync(trip.Order);
        var times = new[] { order.DispatchedAt, order.AcceptedAt, order.DepartedAt, order.ArrivedAt, order.LoadedAt }.TakeWhile(t => t is not null).ToList();
        times.ShouldBe(times.Order());
        var steps = await App.ReadAsync(db => db.TripSteps.Where(s => s.OrderId == trip.Order && s.Run == order.Run).Select(s => s.Act).ToListAsync());
        steps.Order().ShouldBe(Enum.GetValues<TripAct>().Take(steps.Count), "a prefix of the five, each once");
        var of = await Chain.LoadAsync(trip.Of);
        if (order.Status == PickupStatus.PickedUp) (of.Remains!.Place, of.Remains.PlaceId).ShouldBe((BodyPlace.InVehicle, order.Vehicle!));
        if (order.Status == PickupStatus.HandedOver) of.Remains!.InHome.ShouldBeTrue();
        if (order.Status is PickupStatus.Failed or PickupStatus.Cancelled) of.Remains!.Place.ShouldBe(BodyPlace.AtPlaceOfDeath);
        var open = (await BookingsAsync(trip.Order)).Where(b => b.State is BookingState.Confirmed or BookingState.InUse or BookingState.Held).ToList();
        if (TransportOrder.Running.Contains(order.Status)) open.Select(b => b.Resource).Order().ShouldBe(new[] { order.Vehicle!, order.Driver!, order.SecondCrew! }.Order());
        else open.ShouldBeEmpty();
    }

    private async Task AllAsync()
    {
        var all = (await App.ReadAsync(db => db.Database.SqlQueryRaw<string>("select resource as \"Value\" from booking_reservation where state in ('Held', 'Confirmed', 'InUse') group by resource, starts_at having count(*) > 1").ToListAsync()));
        all.ShouldBeEmpty("one thing, one time, one trip");
        (await App.ReadAsync(db => new JournalVerifier(db).RunAsync(default))).Broken.ShouldBeNull();
    }

    private async Task<IReadOnlyList<Booked>> BookingsAsync(Guid order)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Anmin.Kernel.Actors.CurrentActor>().Actor = Anmin.Kernel.Actors.Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IBookings>().OfSubjectAsync(order, default);
    }

    private static bool Ok<T>(Outcome<T> outcome)
    {
        // a refusal is an answer with a sentence; anything else would have thrown
        if (!outcome.Try(out _, out var problem)) problem.Message.ShouldNotBeNullOrWhiteSpace();
        return outcome.Ok;
    }

    private static string Pick(Random chance, string[] from) => from[chance.Next(from.Length)];
}

public sealed class TripWalkOnSqlite(SqliteApp f) : TripWalkTests(f), IClassFixture<SqliteApp>;

public sealed class TripWalkOnPostgres(PostgresApp f) : TripWalkTests(f), IClassFixture<PostgresApp>;
