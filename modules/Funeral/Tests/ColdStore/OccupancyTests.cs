using Anmin.Funeral.ColdStore;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.ColdStore;

public sealed class OccupancyTests
{
    private static readonly DateOnly Wednesday = new(2026, 4, 15);

    private static Occupancy.Assumptions With(int bodies = 0, int boxes = 10, double usual = 0, double nights = 3, int booked = 0) => new(
        Wednesday, [.. Enumerable.Repeat(new Occupancy.Present(null, Occupancy.Basis.Unknown), bodies)], [.. Enumerable.Repeat(boxes, 7)], [booked, 0, 0, 0, 0, 0, 0], [.. Enumerable.Repeat(usual, 7)], nights, 90);

    [Fact]
    public void Nothing_known_nothing_changes() => Occupancy.Of(With(bodies: 4)).ShouldAllBe(d => d.Expected == 4 && !d.Tight);

    [Fact]
    public void Who_is_booked_leaves_on_that_day_and_no_other()
    {
        var days = Occupancy.Of(With() with { Bodies = [new(Wednesday.AddDays(2), Occupancy.Basis.Booked), new(Wednesday.AddDays(9), Occupancy.Basis.Deadline)] });
        days.Select(d => d.Expected).ShouldBe([2, 2, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void Whoever_should_have_gone_before_today_is_still_there() => Occupancy.Of(With() with { Bodies = [new(Wednesday.AddDays(-3), Occupancy.Basis.Deadline)] })[^1].Expected.ShouldBe(1);

    [Fact]
    public void Booked_arrivals_count_where_they_are_more_than_usual()
    {
        var days = Occupancy.Of(With(booked: 3, usual: 2));
        (days[0].Arriving, days[0].ArrivingBooked).ShouldBe((3, true));
        (days[1].Arriving, days[1].ArrivingBooked).ShouldBe((2, false));
    }

    [Fact]
    public void Newcomers_leave_after_the_usual_nights_so_that_a_steady_home_stays_level()
    {
        var days = Occupancy.Of(With(usual: 2, nights: 2.2));
        days.Select(d => d.Expected).ShouldBe([2, 4, 6, 6, 6, 6, 6]);
    }

    [Fact]
    public void Nearly_full_and_over_full_are_said_apart()
    {
        var days = Occupancy.Of(With(bodies: 8, usual: 1, nights: 30));
        days[0].Tight.ShouldBeTrue();
        days[0].Over.ShouldBeFalse();
        days[2].Over.ShouldBeTrue();
    }

    [Fact]
    public void A_home_without_boxes_is_full_with_nobody_in_it() => Occupancy.Of(With(boxes: 0)).ShouldAllBe(d => d.Tight && !d.Over);

    /// <summary>Nobody is lost: what is there is what was there, plus who came, minus who left.</summary>
    [Theory]
    [InlineData(3), InlineData(42)]
    public void The_sum_always_holds(int seed)
    {
        for (var i = 0; i < 500; i++)
        {
            var chance = new Random(seed + i);
            var bodies = Enumerable.Range(0, chance.Next(40)).Select(_ => new Occupancy.Present(chance.Next(3) == 0 ? null : Wednesday.AddDays(chance.Next(-2, 9)), Occupancy.Basis.Booked)).ToList();
            var days = Occupancy.Of(new(Wednesday, bodies, [.. Enumerable.Range(0, 7).Select(_ => chance.Next(50))], [.. Enumerable.Range(0, 7).Select(_ => chance.Next(5))], [.. Enumerable.Range(0, 7).Select(_ => (double)chance.Next(5))], chance.Next(0, 9), 90));
            double there = bodies.Count;
            foreach (var day in days)
            {
                there += day.Arriving - day.Leaving;
                day.Expected.ShouldBe(there, 0.01);
                day.Expected.ShouldBeGreaterThanOrEqualTo(0);
                if (day.Over) day.Tight.ShouldBeTrue();
            }
        }
    }
}
