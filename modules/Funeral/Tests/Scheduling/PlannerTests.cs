using Anmin.Funeral.Timetable;
using Anmin.Funeral.Scheduling.Planning;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>Whatever day is given, a plan keeps the house rules, is never worse than serving in turn, and on small days is the best there is.</summary>
public sealed class PlannerTests
{
    private static readonly Effort Some = new(7, 400, TimeSpan.FromHours(1));

    [Fact]
    public void Keeps_every_rule_on_any_day() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Days()), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => { Rules.Hold(Planner.Plan(RandomDay.Make(seed), Some)); }));

    [Fact]
    public void Is_never_worse_than_first_come_or_earliest_wished() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Days()), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var day = RandomDay.Make(seed);
        var plan = Cost(Planner.Plan(day, Some));
        plan.ShouldBeLessThanOrEqualTo(Cost(Planner.Of(day, Planner.FirstCome(day))));
        plan.ShouldBeLessThanOrEqualTo(Cost(Planner.Of(day, Planner.EarliestWished(day))));
        plan.ShouldBeLessThanOrEqualTo(Cost(Planner.Of(day, Urgency.Order(day))));
    }));

    [Fact]
    public void Same_seed_gives_the_same_plan()
    {
        for (var seed = 0; seed < 20; seed++) Told(Planner.Plan(RandomDay.Make(seed), Some)).ShouldBe(Told(Planner.Plan(RandomDay.Make(seed), Some)));
    }

    /// <summary>An order of whole families cannot say every plan (one family first in the hall, another first at the furnace); what that costs is seldom and little.</summary>
    [Fact]
    public void On_small_days_nothing_is_better_but_for_a_trifle()
    {
        var (days, missed) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var day = RandomDay.Small(seed);
            var plan = Planner.Plan(day, Some);
            Rules.Hold(plan);
            if (plan.Unplaced > 0) continue;
            var (_, breach, waiting) = BestThereIs.Of(day);
            plan.Breach.ShouldBe(breach, $"seed {seed}");
            plan.Waiting.ShouldBeInRange(waiting, waiting * 102 / 100, $"seed {seed}");
            days++;
            if (plan.Waiting > waiting) missed++;
        }
        days.ShouldBeGreaterThan(40);
        missed.ShouldBeLessThanOrEqualTo(1);
    }

    /// <summary>With vehicles too: a trip stands in the order by itself, so that one family may be first on the road and another first in the hall.</summary>
    [Fact]
    public void On_small_days_with_trips_nothing_is_better_but_for_a_trifle()
    {
        var (days, missed, ours, best) = (0, 0, 0L, 0L);
        for (var seed = 0; seed < 60; seed++)
        {
            var day = RandomDay.SmallWithTrips(seed);
            var plan = Planner.Plan(day, Some);
            Rules.Hold(plan);
            if (plan.Unplaced > 0) continue;
            var (_, breach, waiting) = BestThereIs.Of(day);
            plan.Breach.ShouldBe(breach, $"seed {seed}");
            plan.Waiting.ShouldBeGreaterThanOrEqualTo(waiting, $"seed {seed}");
            (days, ours, best) = (days + 1, ours + plan.Waiting, best + waiting);
            if (plan.Waiting > waiting) missed++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{days} days, {missed} missed, waiting {ours} against {best}");
        days.ShouldBeGreaterThan(40);
        missed.ShouldBeLessThanOrEqualTo(1);
        ours.ShouldBeLessThanOrEqualTo(best * 102 / 100);
    }

    [Fact]
    public void The_clock_of_a_pickup_counts_at_arrival_and_comes_before_any_waiting()
    {
        var one = new Thing("v0", ThingKind.Vehicle, "1号车", "standard", 1, 2, 0);
        Job Of(string id, int? due) => new(id, 1, 0) { Pickup = new(0, 3, 8, null, [], due) { Weight = due is null ? 50 : 1 } };
        var plan = Planner.Plan(new Day(10, 40, [one], [Of("many", null), Of("law", 3)]), Some);
        plan.Breach.ShouldBe(0, "arrives on the last step, back long after it");
        plan.Placements[1].Pickup!.Value.From.ShouldBe(0);
        plan.Placements[0].Pickup!.Value.From.ShouldBe(10, "the trip and its disinfection come first");
    }

    [Fact]
    public void A_farewell_waits_for_the_vehicle_and_a_special_one_is_kept_for_who_needs_it()
    {
        Thing[] things = [new("v0", ThingKind.Vehicle, "1号车", "standard", 1, 1, 0) { Suits = ["infectious"] }, new("v1", ThingKind.Vehicle, "2号车", "standard", 1, 1, 0), new("h0", ThingKind.Hall, "1号厅", "farewell", 50, 0, 0)];
        var plain = new Job("plain", 1, 0) { Pickup = new(0, 2, 6, null, [], null), Farewell = new(4, 3, null, 20, []) };
        var infectious = new Job("infectious", 1, 1) { Pickup = new(0, 2, 6, null, ["infectious"], null) };
        var plan = Planner.Plan(new Day(10, 60, things, [plain, infectious]) { Transfer = 1 }, Some);
        plan.Placements[0].Pickup!.Value.ShouldBe(new Placed(1, 0, 6));
        plan.Placements[1].Pickup!.Value.ShouldBe(new Placed(0, 0, 6));
        plan.Placements[0].Farewell!.Value.From.ShouldBe(7);
        Reason.OfFarewell(plan, plan.Placements[0]).Kind.ShouldBe(ReasonKind.AfterArrival);
        Reason.OfPickup(plan, plan.Placements[1]).Kind.ShouldBe(ReasonKind.AtOnce);
    }

    [Fact]
    public void Vehicles_go_no_more_at_once_than_there_are_crews_and_the_reason_says_so()
    {
        Thing[] things = [new("v0", ThingKind.Vehicle, "1号车", "standard", 1, 0, 0), new("v1", ThingKind.Vehicle, "2号车", "standard", 1, 0, 0) { Taken = [new(0, 60, 60, "off", Staffed: false)] }, new("v2", ThingKind.Vehicle, "3号车", "standard", 1, 0, 0)];
        var plan = Planner.Plan(new Day(10, 60, things, [.. Enumerable.Range(0, 2).Select(i => new Job($"j{i}", 1, i) { Pickup = new(0, 2, 6, null, [], null) })]) { Crews = [.. Enumerable.Repeat(1, 60)] }, Some);
        Rules.Hold(plan);
        plan.Placements.Select(p => p.Pickup!.Value.From).Order().ShouldBe([0, 6]);
        Reason.OfPickup(plan, plan.Placements.Single(p => p.Pickup!.Value.From == 6)).Kind.ShouldBe(ReasonKind.Crews);
    }

    [Fact]
    public void A_legal_clock_comes_before_any_waiting()
    {
        var one = new Thing("c0", ThingKind.Cremator, "1号炉", "flat-bed", 0, 0, 4);
        Job Of(string id, int weight, int? due) => new(id, weight, 0) { Cremation = new(0, 0, due, null, []) };
        var plan = Planner.Plan(new Day(10, 40, [one], [Of("many", 200, null), Of("law", 1, 4)]), Some);
        plan.Breach.ShouldBe(0);
        plan.Placements[1].Cremation!.Value.From.ShouldBe(0);
        plan.Placements[0].Cremation!.Value.From.ShouldBe(4);
    }

    [Fact]
    public void What_finds_no_place_is_said()
    {
        var one = new Thing("c0", ThingKind.Cremator, "1号炉", "flat-bed", 0, 0, 4);
        var plan = Planner.Plan(new Day(10, 7, [one], [new("a", 1, 0) { Cremation = new(0, 0, null, null, []) }, new("b", 1, 1) { Cremation = new(0, 0, null, null, []) }, new("c", 1, 2) { Cremation = new(0, 0, null, "carriage", []) }]), Some);
        plan.Unplaced.ShouldBe(2);
        plan.Placements.Count(p => !p.Complete).ShouldBe(2);
        Reason.OfCremation(plan, plan.Placements[2]).Kind.ShouldBe(ReasonKind.NoTime);
    }

    [Fact]
    public void Every_placement_has_a_reason_that_is_true()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var plan = Planner.Plan(RandomDay.Make(seed), Some);
            foreach (var placed in plan.Placements.Where(p => p.Pickup is not null && p.Job.Pickup!.Kept is null))
            {
                var (reason, at) = (Reason.OfPickup(plan, placed), placed.Pickup!.Value);
                if (reason.Kind == ReasonKind.AtOnce && reason.Thing < 0) at.From.ShouldBe(placed.Job.Pickup!.From);
                if (reason.Kind == ReasonKind.Crews) plan.Day.Crews.ShouldNotBeNull();
                reason.Kind.ShouldBeOneOf(ReasonKind.AtOnce, ReasonKind.Busy, ReasonKind.Closed, ReasonKind.Crews);
            }
            foreach (var placed in plan.Placements.Where(p => p.Cremation is not null && p.Job.Cremation!.Kept is null))
            {
                var (reason, at) = (Reason.OfCremation(plan, placed), placed.Cremation!.Value);
                if (reason.Kind == ReasonKind.Busy && reason.Thing == at.Thing) reason.Until.ShouldBeLessThanOrEqualTo(at.From + (at.Until - at.From) + plan.Day.Things[at.Thing].Turnaround);
                if (reason.Kind == ReasonKind.AfterFarewell) at.From.ShouldBe(placed.Farewell!.Value.Until + plan.Day.Transfer);
                if (reason.Kind == ReasonKind.WaitingRule) at.From.ShouldBe(placed.Job.Cremation!.Earliest);
                reason.Kind.ShouldNotBe(ReasonKind.NoTime);
            }
        }
    }

    private static int Days() => Environment.GetEnvironmentVariable("ANMIN_LONG") == "1" ? 3000 : 150;

    private static (int, long, long) Cost(Plan plan) => (plan.Unplaced, plan.Breach, plan.Waiting);

    private static string Told(Plan plan) => string.Join('\n', plan.Placements);
}
