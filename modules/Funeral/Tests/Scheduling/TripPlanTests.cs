using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Funeral.Timetable;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>Bodies to be fetched are planned with the day: which vehicle, when, why; adopted, sent, and planned again when a vehicle is gone. It is ten in the morning of an ordinary Wednesday.</summary>
public sealed class TripPlanTests
{
    private const string Today = "2026-04-15";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pickups_are_planned_each_with_a_fit_vehicle_and_a_reason_and_adopting_keeps_it_for_them(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var chain = Chain.Of(app);
        var (first, infectious, third) = (await chain.WaitingAsync(), await chain.WaitingAsync(infectious: true), await chain.WaitingAsync());
        var scene = await SceneAsync(app);
        Rules.Hold(Planner.Plan(scene.Day, new Effort(3, 2_000, TimeSpan.FromMinutes(1))));
        scene.Day.Things.ShouldNotContain(t => t.Id == "fh-1-car-3", "its inspection ended in March");
        scene.Day.Crews![140].ShouldBe(2, "four drive, two of them with a licence in force");

        var plan = await PlanAsync(app);
        var lines = plan.Lines.Where(l => l.Purpose == "pickup").ToList();
        lines.Select(l => l.CaseId).ShouldBe([first.Of.Id, infectious.Of.Id, third.Of.Id], ignoreOrder: true);
        lines.Single(l => l.CaseId == infectious.Of.Id).Resource.ShouldBeOneOf("fh-1-car-1", "fh-1-car-4");
        lines.ShouldAllBe(l => l.Why.Contains("到场") && l.Why.Contains("时限"));
        lines.ShouldAllBe(l => l.From >= FakeClock.Start + PlannedTrips.Lead);
        Max(lines).ShouldBe(2, "the third waits for a crew");
        lines.Single(l => l.From == lines.Max(x => x.From)).Why.ShouldContain("司机");
        (await Of(app, first.Order)).ShouldBeEmpty("a proposal saves nothing");

        Chain.Must(await AdoptAsync(app, plan)).Booked.ShouldBe(3);
        foreach (var (of, order) in new[] { first, infectious, third })
        {
            var (booked, line) = ((await Of(app, order)).ShouldHaveSingleItem(), lines.Single(l => l.CaseId == of.Id));
            (booked.Resource, booked.From, booked.Until, booked.Purpose, booked.State).ShouldBe((line.Resource, line.From, line.Until, TripBookings.Planned, BookingState.Confirmed));
            booked.ClearAt.ShouldBe(booked.Until.AddMinutes(30), "disinfection");
        }
        (await AdoptAsync(app, plan)).Problem!.Code.ShouldBe("funeral.schedule.plan-stale");
        (await PlanAsync(app)).Lines.Count(l => !l.Same).ShouldBe(0, "nothing has changed, so nothing is better");
        Chain.Must(await app.As("调度").RunAsync(s => s.GetRequiredService<FindBoard>(), new FindBoard.Request())).Homes.SelectMany(h => h.Lanes).SelectMany(l => l.Blocks).Count(b => b.Kind == "planned").ShouldBe(3);
        var rows = Chain.Must(await app.As("馆长").RunAsync(s => s.GetRequiredService<GetSchedule>(), new GetSchedule.Request("fh-1", Today))).Rows.Where(r => r.Kind == "vehicle").ToList();
        rows.SelectMany(r => r.Blocks).Select(b => b.CaseId).ShouldBe([first.Of.Id, infectious.Of.Id, third.Of.Id], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_dispatcher_sends_the_planned_vehicle_when_planned_or_another_at_once(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var chain = Chain.Of(app);
        var (asPlanned, otherwise) = ((await chain.WaitingAsync()).Order, (await chain.WaitingAsync()).Order);
        var there = (await SceneAsync(app)).Parties.Single(p => p.Trip?.Order == asPlanned).Trip!.There;
        Chain.Must(await AdoptAsync(app, await PlanAsync(app)));
        var (one, two) = ((await Of(app, asPlanned)).Single(), (await Of(app, otherwise)).Single());

        var best = Chain.Must(await app.As("调度").RunAsync(s => s.GetRequiredService<FindSuggestions>(), new FindSuggestions.Request(asPlanned))).Best[0];
        (best.Vehicle, best.LeavesAt).ShouldBe((one.Resource, one.From));
        best.Why.ShouldContain("编排方案");
        var sent = Chain.Must(await SendAsync(app, asPlanned, one.Resource, "司机", "司机乙"));
        sent.ExpectedAt.ShouldBe(one.From + there);
        var after = await Of(app, asPlanned);
        after.Single(b => b.Id == one.Id).State.ShouldBe(BookingState.Cancelled);
        after.Single(b => b.Kind == "vehicle" && b.State == BookingState.Confirmed).ShouldSatisfyAllConditions(b => b.From.ShouldBe(one.From), b => b.Purpose.ShouldBe(TripBookings.Purpose));

        var free = new[] { "fh-1-car-1", "fh-1-car-2", "fh-1-car-4", "fh-1-car-5" }.First(v => v != one.Resource && v != two.Resource);
        Chain.Must(await SendAsync(app, otherwise, free, "司机丁", "司机丙"));
        var left = (await Of(app, otherwise)).Where(b => b.Kind == "vehicle" && b.State == BookingState.Confirmed).ShouldHaveSingleItem();
        (left.Resource, left.From).ShouldBe((free, FakeClock.Start));
        (await PlanAsync(app)).Lines.ShouldNotContain(l => l.Purpose == "pickup", "both were sent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task When_a_vehicle_breaks_down_its_planned_trips_go_to_others_at_once_and_the_rest_stays(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var chain = Chain.Of(app);
        var (hit, spared) = ((await chain.WaitingAsync()).Order, (await chain.WaitingAsync()).Order);
        Chain.Must(await AdoptAsync(app, await PlanAsync(app)));
        var (was, kept) = ((await Of(app, hit)).Single(), (await Of(app, spared)).Single());
        var reply = Chain.Must(await app.As("调度").RunAsync(s => s.GetRequiredService<ReportBreakdown>(), new ReportBreakdown.Request(was.Resource, "爆胎")));
        reply.Unplaced.ShouldBeEmpty();
        reply.Lines.ShouldHaveSingleItem().WasResource.ShouldBe(was.Resource);
        var now = await Of(app, hit);
        now.Single(b => b.Id == was.Id).State.ShouldBe(BookingState.Cancelled);
        now.Single(b => b.State == BookingState.Confirmed).ShouldSatisfyAllConditions(b => b.Resource.ShouldNotBe(was.Resource), b => b.Purpose.ShouldBe(TripBookings.Planned));
        (await Of(app, spared)).ShouldHaveSingleItem().ShouldBe(kept);
        (await SceneAsync(app)).Day.Things.ShouldNotContain(t => t.Id == was.Resource);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_planned_vehicle_that_was_not_sent_in_time_is_planned_again(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var (of, order) = await Chain.Of(app).WaitingAsync();
        Chain.Must(await AdoptAsync(app, await PlanAsync(app)));
        var missed = (await Of(app, order)).Single();
        app.Clock.Set(missed.From.AddMinutes(20));
        var plan = await PlanAsync(app);
        var line = plan.Lines.ShouldHaveSingleItem();
        (line.CaseId, line.Was, line.Same).ShouldBe((of.Id, missed.Id, false));
        Chain.Must(await AdoptAsync(app, plan)).Moved.ShouldBe(1);
        (await Of(app, order)).Single(b => b.State == BookingState.Confirmed).From.ShouldBe(line.From);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_farewell_of_the_same_day_waits_for_the_body_and_lines_nobody_proposed_are_refused(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var (of, order) = await Chain.Of(app).WaitingAsync(infectious: true);
        Chain.Must(await app.As("前台").RunAsync(s => s.GetRequiredService<RecordWish>(), new RecordWish.Request(of.Id, true, $"{Today} 10:40", 40, 20, null, false)));
        var plan = await PlanAsync(app);
        plan.Lines.Select(l => l.Purpose).ShouldBe(["pickup", "farewell"], "the furnace comes with the contract");
        plan.Lines[1].From.ShouldBeGreaterThanOrEqualTo(plan.Lines[0].Until.AddMinutes(10));
        plan.Lines[1].Why.ShouldContain("到馆");
        (await AdoptAsync(app, plan with { Lines = [plan.Lines[0] with { Resource = "fh-1-car-2" }] })).Problem!.Code.ShouldBe("funeral.schedule.not-planned", "not for infectious bodies");
        (await AdoptAsync(app, plan with { Lines = [plan.Lines[0] with { From = FakeClock.Start.AddMinutes(-5) }] })).Problem!.Code.ShouldBe("funeral.schedule.past");
        Chain.Must(await AdoptAsync(app, plan)).Booked.ShouldBe(2);
        Chain.Must(await app.As("调度").RunAsync(s => s.GetRequiredService<Funeral.Transport.CancelPickup>(), new Funeral.Transport.CancelPickup.Request(of.Id, "家属自行送来")));
        (await Of(app, order)).ShouldAllBe(b => b.State == BookingState.Cancelled);
    }

    private static int Max(List<ProposalLine> lines) => lines.Max(a => lines.Count(b => b.From <= a.From && a.From < b.Until));

    internal static async Task<Proposal> PlanAsync(TestApp app) => Chain.Must(await app.As("馆长").RunAsync(s => s.GetRequiredService<PlanDay>(), new PlanDay.Request("fh-1", Today)));

    internal static Task<Outcome<AdoptPlan.Reply>> AdoptAsync(TestApp app, Proposal plan)
        => app.As("馆长").RunAsync(s => s.GetRequiredService<AdoptPlan>(), new AdoptPlan.Request("fh-1", Today, plan.Stamp, [.. plan.Lines.Select(l => new AdoptPlan.Line(l.CaseId, l.Purpose, l.Resource, l.From))]));

    private static Task<Outcome<DispatchVehicle.Reply>> SendAsync(TestApp app, Guid order, string vehicle, string driver, string second)
        => app.As("调度").RunAsync(s => s.GetRequiredService<DispatchVehicle>(), new DispatchVehicle.Request(order, vehicle, app.IdOf(driver), app.IdOf(second)));

    private static async Task<Scene> SceneAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return Chain.Must(await scope.ServiceProvider.GetRequiredService<SceneMaker>().MakeAsync("fh-1", DateOnly.Parse(Today, CultureInfo.InvariantCulture), null, TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<Booked>> Of(TestApp app, Guid order)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IBookings>().OfSubjectAsync(order, TestContext.Current.CancellationToken);
    }
}
