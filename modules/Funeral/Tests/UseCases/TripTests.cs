using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Dispatch and the five steps, through the Gate: each once and in order, whoever sends what and when.</summary>
public abstract partial class TripTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private Task<Outcome<DispatchVehicle.Reply>> DispatchAsync(Guid order, string vehicle = "fh-1-car-2", string driver = "司机丁", string second = "司机乙", string by = "调度")
        => App.As(by).RunAsync(s => s.GetRequiredService<DispatchVehicle>(), new DispatchVehicle.Request(order, vehicle, App.IdOf(driver), App.IdOf(second)));

    [Fact]
    public async Task Five_steps_bring_a_body_home_and_leave_a_whole_record()
    {
        var trip = await Chain.AtAsync(PickupStatus.HandedOver);
        var order = await Chain.OrderAsync(trip.Order);
        order.Status.ShouldBe(PickupStatus.HandedOver);
        order.Receiver.ShouldBe(App.IdOf("前台"));
        var of = await Chain.LoadAsync(trip.Of);
        of.Remains!.Place.ShouldBe(BodyPlace.ColdStored);
        of.Moves.OrderBy(m => m.Seq).Select(m => m.ToPlace).ShouldBe([nameof(BodyPlace.InVehicle), nameof(BodyPlace.ColdStored)]);
        (await App.ReadAsync(db => db.TripSteps.Where(s => s.OrderId == trip.Order).OrderBy(s => s.ServerAt).Select(s => s.Act).ToListAsync())).Order().ShouldBe(Enum.GetValues<TripAct>());
        var kinds = await App.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.SubjectId == trip.Of.Id).Select(e => e.Kind).ToListAsync());
        new[] { "pickup.dispatched", "trip.accepted", "trip.departed", "trip.arrived", "trip.loaded", "trip.handed-over", "tag.issued" }.Except(kinds).ShouldBeEmpty();
        (await App.ReadAsync(db => new JournalVerifier(db).RunAsync(default))).Broken.ShouldBeNull();
        (await BookingsAsync(trip.Order)).ShouldAllBe(b => b.State == BookingState.Released);
        (await App.ReadAsync(db => db.VehicleRecords.SingleAsync(v => v.Id == trip.Vehicle))).LastTripAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_out_of_order_is_told_which_one_is_due()
    {
        var trip = await Chain.DispatchedAsync();
        foreach (var act in new[] { TripAct.Depart, TripAct.Arrive })
        {
            var problem = (await Chain.StepAsync(trip.Step(act))).Problem.ShouldNotBeNull();
            problem.Code.ShouldBe("funeral.trip.step-order");
            problem.Message.ShouldContain("接单");
        }
        (await Chain.StepAsync(trip.Step(TripAct.Load) with { Tag = "TX1", SignedBy = "family" })).Problem!.Code.ShouldBe("funeral.trip.step-order");
        (await Chain.OrderAsync(trip.Order)).Status.ShouldBe(PickupStatus.Dispatched);
        (await App.ReadAsync(db => db.TripSteps.CountAsync(s => s.OrderId == trip.Order))).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_step_again_is_answered_with_what_is_recorded()
    {
        var trip = await Chain.DispatchedAsync();
        var first = Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Accept)));
        var again = Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Accept), "司机乙"));
        again.Repeated.ShouldBeTrue();
        again.At.ShouldBe(first.At);
        (await App.ReadAsync(db => db.TripSteps.CountAsync(s => s.OrderId == trip.Order))).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_at_once_take_one_step_once()
    {
        var trip = await Chain.AtAsync(PickupStatus.OnSite);
        var load = await Chain.NextAsync(trip, TripAct.Load);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Chain.StepAsync(load, i % 2 == 0 ? "司机" : "司机乙"))));
        outcomes.ShouldContain(o => o.Ok && !o.Value!.Repeated);
        outcomes.Count(o => o.Ok && !o.Value!.Repeated).ShouldBe(1);
        outcomes.Where(o => !o.Ok).ShouldAllBe(o => o.Problem!.Code == "kernel.changed-meanwhile");
        (await App.ReadAsync(db => db.TripSteps.CountAsync(s => s.OrderId == trip.Order && s.Act == TripAct.Load))).ShouldBe(1);
        (await App.ReadAsync(db => db.CustodyMoves.CountAsync(m => m.CaseId == trip.Of.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_set_back_or_ahead_is_refused_and_nothing_is_kept()
    {
        var trip = await Chain.AtAsync(PickupStatus.Departed);
        string Said(TimeSpan off) => (App.Clock.GetUtcNow() + off).ToString("O");
        (await Chain.StepAsync(trip.Step(TripAct.Arrive) with { At = Said(TimeSpan.FromHours(-3)) })).Problem.ShouldBe(DispatchProblems.ClockBack);
        (await Chain.StepAsync(trip.Step(TripAct.Arrive) with { At = Said(TimeSpan.FromMinutes(30)) })).Problem.ShouldBe(DispatchProblems.ClockAhead);
        (await Chain.OrderAsync(trip.Order)).Status.ShouldBe(PickupStatus.Departed);
        // a phone a minute fast is mended, not refused
        Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Arrive) with { At = Said(TimeSpan.FromMinutes(1)) })).At.ShouldBe(App.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Steps_of_two_hours_without_network_keep_their_own_times()
    {
        var trip = await Chain.DispatchedAsync();
        var start = App.Clock.GetUtcNow();
        App.Clock.Advance(TimeSpan.FromHours(2));
        string Said(int minutes) => start.AddMinutes(minutes).ToString("O");
        Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Accept) with { At = Said(1) }));
        Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Depart) with { At = Said(6), Odometer = "1000" }));
        Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Arrive) with { At = Said(40) }));
        Chain.Must(await Chain.StepAsync(await Chain.NextAsync(trip, TripAct.Load) with { At = Said(70) })).At.ShouldBe(start.AddMinutes(70));
        var handOver = await Chain.NextAsync(trip, TripAct.HandOver) with { At = Said(110) };
        (await Chain.StepAsync(handOver with { Odometer = "990" })).Problem.ShouldBe(DispatchProblems.OdometerBack);
        Chain.Must(await Chain.StepAsync(handOver with { Odometer = "1052" }));
        var steps = await App.ReadAsync(db => db.TripSteps.Where(s => s.OrderId == trip.Order).OrderBy(s => s.At).ToListAsync());
        steps.ShouldAllBe(s => s.ServerAt >= start.AddHours(2) && s.At < start.AddHours(2));
        (await Chain.OrderAsync(trip.Order)).HandedOverAt.ShouldBe(start.AddMinutes(110));
    }

    [Fact]
    public async Task Nobody_but_the_crew_records_it()
    {
        var trip = await Chain.DispatchedAsync();
        (await Chain.StepAsync(trip.Step(TripAct.Accept), "外司机")).Problem.ShouldBe(KernelProblems.NotFound);
        (await Chain.StepAsync(trip.Step(TripAct.Accept), "司机丁")).Problem.ShouldBe(DispatchProblems.NotYours);
        (await Chain.StepAsync(trip.Step(TripAct.Accept) with { Account = App.IdOf("司机乙") })).Problem.ShouldBe(DispatchProblems.OtherAccount);
        (await App.As("外司机").RunAsync(s => s.GetRequiredService<GetTrip>(), new GetTrip.Request(trip.Order))).Problem.ShouldBe(KernelProblems.NotFound);
    }

    [Fact]
    public async Task A_tag_of_another_body_stops_the_loading()
    {
        var other = await Chain.AtAsync(PickupStatus.PickedUp);
        var tag = (await Chain.LoadAsync(other.Of)).Remains!.Tag;
        var trip = await Chain.AtAsync(PickupStatus.OnSite);
        (await Chain.StepAsync(trip.Step(TripAct.Load) with { Tag = tag, SignedBy = "family" })).Problem!.Code.ShouldBe("funeral.tag.used");
        (await Chain.StepAsync(trip.Step(TripAct.Load) with { Tag = "坏的", SignedBy = "family" })).Problem.ShouldBe(DispatchProblems.TagShape);
        (await Chain.StepAsync(trip.Step(TripAct.Load) with { SignedBy = "family" })).Problem.ShouldBe(DispatchProblems.TagNeeded);
        (await Chain.LoadAsync(trip.Of)).Remains!.Place.ShouldBe(BodyPlace.AtPlaceOfDeath);
    }

    [Fact]
    public async Task Hand_over_needs_the_receivers_own_code_for_this_tag_and_place()
    {
        var trip = await Chain.AtAsync(PickupStatus.PickedUp);
        var right = await Chain.NextAsync(trip, TripAct.HandOver);
        foreach (var (wrong, code) in new[]
        {
            (right with { Code = "000000" }, "funeral.trip.hand-over-code"), (right with { Code = null }, "funeral.trip.hand-over-code"), (right with { Place = Chain.Box() }, "funeral.trip.hand-over-code"),
            (right with { Receiver = App.IdOf("前台乙") }, "funeral.trip.hand-over-code"), (right with { Receiver = App.IdOf("外前台") }, "funeral.trip.receiver-unknown"), (right with { Receiver = App.IdOf("司机") }, "funeral.trip.receiver-unknown"), (right with { Place = "fh-2-box-1" }, "funeral.place.unknown"),
        })
            (await Chain.StepAsync(wrong)).Problem.ShouldNotBeNull().Code.ShouldBe(code);
        (await Chain.LoadAsync(trip.Of)).Remains!.Place.ShouldBe(BodyPlace.InVehicle);
        Chain.Must(await Chain.StepAsync(right));
    }

    [Fact]
    public async Task Taken_in_at_the_door_the_trip_is_over_and_the_driver_is_told_it_was()
    {
        var trip = await Chain.AtAsync(PickupStatus.PickedUp);
        var tag = (await Chain.LoadAsync(trip.Of)).Remains!.Tag!;
        Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<ReceiveRemains>(), new ReceiveRemains.Request(trip.Of.Id, tag, Chain.Box())));
        (await Chain.OrderAsync(trip.Order)).Status.ShouldBe(PickupStatus.HandedOver);
        Chain.Must(await Chain.StepAsync(trip.Step(TripAct.HandOver))).Repeated.ShouldBeTrue();
        (await BookingsAsync(trip.Order)).ShouldAllBe(b => b.State == BookingState.Released);
    }

    [Fact]
    public async Task One_vehicle_goes_to_one_of_two_who_want_it_at_once()
    {
        App.Clock.Advance(TimeSpan.FromHours(9));
        var (first, second) = ((await Chain.WaitingAsync()).Order, (await Chain.WaitingAsync()).Order);
        var outcomes = await Task.WhenAll(Task.Run(() => DispatchAsync(first)), Task.Run(() => DispatchAsync(second)));
        outcomes.Count(o => o.Ok).ShouldBe(1);
        outcomes.Single(o => !o.Ok).Problem!.Code.ShouldBe("booking.taken");
        outcomes.Single(o => !o.Ok).Problem!.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("fh-1-car-3", "司机", "司机乙", "年检")]
    [InlineData("fh-1-car-2", "司机丙", "司机乙", "没有有效驾驶证")]
    [InlineData("fh-1-car-2", "司机乙", "司机", "没有登记驾驶证")]
    public async Task Papers_that_are_over_keep_vehicle_or_driver_at_home(string vehicle, string driver, string second, string word)
    {
        var problem = (await DispatchAsync((await Chain.WaitingAsync()).Order, vehicle, driver, second)).Problem.ShouldNotBeNull();
        problem.Message.ShouldContain(word);
        problem.Message.ShouldContain("不能派车");
    }

    [Fact]
    public async Task After_an_infectious_body_the_vehicle_waits_for_its_disinfection()
    {
        var trip = await Chain.AtAsync(PickupStatus.HandedOver, infectious: true);
        App.Clock.Advance(TimeSpan.FromHours(5));
        var next = (await Chain.WaitingAsync()).Order;
        (await DispatchAsync(next, trip.Vehicle, "司机", "司机乙")).Problem!.Message.ShouldContain("消毒");
        (await App.As("外司机").RunAsync(s => s.GetRequiredService<RecordDisinfection>(), new RecordDisinfection.Request(trip.Vehicle, "喷洒", "含氯消毒剂"))).Problem.ShouldBe(KernelProblems.NotFound);
        Chain.Must(await App.As("司机").RunAsync(s => s.GetRequiredService<RecordDisinfection>(), new RecordDisinfection.Request(trip.Vehicle, "喷洒", "含氯消毒剂1000mg/L")));
        Chain.Must(await DispatchAsync(next, trip.Vehicle, "司机", "司机乙"));
    }

    [Fact]
    public async Task An_ordinary_vehicle_is_not_sent_for_an_infectious_body()
        => (await DispatchAsync((await Chain.WaitingAsync(infectious: true)).Order)).Problem!.Message.ShouldContain("传染病");

    [Fact]
    public async Task A_breakdown_gives_the_order_to_another_and_the_first_drivers_steps_no_longer_count()
    {
        var trip = await Chain.AtAsync(PickupStatus.PickedUp);
        var tag = (await Chain.LoadAsync(trip.Of)).Remains!.Tag!;
        Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<ReportBreakdown>(), new ReportBreakdown.Request(trip.Vehicle, "制动故障")));
        try
        {
            var found = Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<FindSuggestions>(), new FindSuggestions.Request(trip.Order)));
            found.Best.ShouldNotBeEmpty();
            found.Best.ShouldNotContain(s => s.Vehicle == trip.Vehicle);
            found.Out.ShouldContain(o => o.Why.Contains("停用"));
            Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<DispatchVehicle>(), new DispatchVehicle.Request(trip.Order, "fh-1-car-2", App.IdOf("司机丁"), App.IdOf("司机丙"))));
            (await Chain.StepAsync(await Chain.NextAsync(trip, TripAct.HandOver))).Problem.ShouldBe(DispatchProblems.Reassigned);
            foreach (var act in new[] { TripAct.Accept, TripAct.Depart, TripAct.Arrive }) Chain.Must(await Chain.StepAsync(trip.Step(act) with { Run = 2 }, "司机丁"));
            (await Chain.StepAsync(trip.Step(TripAct.Load) with { Run = 2, Tag = "TWRONG1", SignedBy = "family" }, "司机丁")).Problem!.Code.ShouldBe(FuneralProblems.TagMismatch.Code);
            Chain.Must(await Chain.StepAsync(trip.Step(TripAct.Load) with { Run = 2, Tag = tag, SignedBy = "family" }, "司机丁"));
            (await Chain.LoadAsync(trip.Of)).Remains!.PlaceId.ShouldBe("fh-1-car-2");
            Chain.Must(await Chain.StepAsync(await Chain.NextAsync(trip, TripAct.HandOver) with { Run = 2 }, "司机丁"));
        }
        finally
        {
            Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<RestoreVehicle>(), new RestoreVehicle.Request(trip.Vehicle)));
        }
    }

    [Fact]
    public async Task An_empty_return_frees_vehicle_and_crew_and_a_new_order_may_be_booked()
    {
        var trip = await Chain.AtAsync(PickupStatus.OnSite);
        Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<FailPickup>(), new FailPickup.Request(trip.Order, PickupFailure.NoPaper, null)));
        (await BookingsAsync(trip.Order)).ShouldAllBe(b => b.State == BookingState.Released);
        Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<RequestPickup>(), new RequestPickup.Request(trip.Of.Id, null, null, null, null, null, null)));
        (await Chain.StepAsync(trip.Step(TripAct.Load) with { Tag = "TLATE", SignedBy = "family" })).Problem!.Code.ShouldBe("funeral.trip.order-over");
    }

    [Fact]
    public async Task Stopping_gives_the_booked_time_back()
    {
        var trip = await Chain.DispatchedAsync();
        Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<CancelPickup>(), new CancelPickup.Request(trip.Of.Id, "家属改期")));
        (await BookingsAsync(trip.Order)).Select(b => b.State).ShouldBe([BookingState.Cancelled, BookingState.Cancelled, BookingState.Cancelled]);
    }

    private string Kind(Guid id) => App.Kind == Anmin.Kernel.Data.DatabaseKind.Postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private Task<Outcome<AttachPicture.Reply>> AttachAsync(Guid order, string data) => App.As("司机").RunAsync(s => s.GetRequiredService<AttachPicture>(), new AttachPicture.Request(order, AttachmentKind.Photo, data));

    private async Task<IReadOnlyList<Booked>> BookingsAsync(Guid order)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Anmin.Kernel.Actors.CurrentActor>().Actor = Anmin.Kernel.Actors.Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IBookings>().OfSubjectAsync(order, default);
    }
}

public sealed class TripsOnSqlite(SqliteApp f) : TripTests(f), IClassFixture<SqliteApp>;

public sealed class TripsOnPostgres(PostgresApp f) : TripTests(f), IClassFixture<PostgresApp>;
