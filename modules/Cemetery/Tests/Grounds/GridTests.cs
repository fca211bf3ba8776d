using Anmin.Cemetery.Grounds;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>What a grid of rows and numbers always holds, whatever is asked of it.</summary>
public sealed class GridTests
{
    private static PositionGrid Any(Random random)
    {
        var skip = Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, 40)).ToHashSet();
        var area = random.Next(3) == 0 ? (int?)null : random.Next(0, 20_000);
        int? gap = random.Next(3) == 0 ? null : random.Next(1, 300);
        return new(random.Next(1, 12), random.Next(1, 30), random.Next(4), random.Next(1, 25), random.Next(1, 30), skip, new(1, StoneKind.Flat, area, null, null, false, null, null, 0), gap, gap is null ? null : random.Next(1, 300), random.Next(-500, 500), random.Next(-500, 500));
    }

    [Fact]
    public void Counts_are_right_and_no_number_is_given_twice_or_skipped_ones_at_all()
    {
        var random = new Random(20260415);
        for (var i = 0; i < 2000; i++)
        {
            var grid = Any(random);
            var spots = grid.Spots().ToList();
            spots.Count.ShouldBe((int)grid.Count);
            spots.Select(s => (s.Row, s.Layer, s.Number)).Distinct().Count().ShouldBe(spots.Count);
            spots.ShouldAllBe(s => !grid.Skip.Contains(s.Number) && s.Number >= grid.FirstNumber && s.Row >= grid.FirstRow && s.Row < grid.FirstRow + grid.Rows);
            spots.Select(s => s.X is null).Distinct().Single().ShouldBe(grid.Gap is null);
        }
    }

    [Fact]
    public void No_two_are_in_one_place_where_the_gaps_fit_the_size()
    {
        var random = new Random(7);
        var placed = 0;
        for (var i = 0; i < 2000; i++)
        {
            var grid = Any(random) with { Layers = 0 };
            if (grid is not { Gap: { } gap, RowGap: { } rowGap } || !Spots.Fits(gap, grid.Each.AreaCm2 ?? 0) || !Spots.Fits(rowGap, grid.Each.AreaCm2 ?? 0)) continue;
            placed++;
            var taken = new Spots([]);
            foreach (var spot in grid.Spots())
            {
                taken.Has(spot).ShouldBeFalse();
                taken.Under(spot).ShouldBeNull();
                taken.Take(spot);
            }
        }
        placed.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void A_row_begun_further_on_stands_where_it_would_have_stood()
    {
        PositionGrid Grid(int first, int numbers) => new(1, 3, 0, numbers, first, new HashSet<int> { 4 }, new(1, StoneKind.None, null, null, null, false, null, null, 0), 100, 200, 50, 0);
        Grid(1, 8).Spots().Select(s => (s.Number, s.X, s.Y)).ShouldBe(Grid(1, 3).Spots().Concat(Grid(4, 5).Spots()).Select(s => (s.Number, s.X, s.Y)));
        Grid(1, 4).Spots().Select(s => (s.Number, s.X!.Value, s.Y!.Value)).ShouldBe([(1, 50, 400), (2, 150, 400), (3, 250, 400), (5, 350, 400)]);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, true), InlineData(1, 0, 0, 0, false), InlineData(49, 0, 5000, 5000, true), InlineData(50, 0, 5000, 5000, false), InlineData(49, 0, 5000, 0, false), InlineData(60, 0, 5000, 500_000, false)]
    public void Two_positions_lie_on_each_other_when_nearer_than_the_shorter_side_of_the_smaller(int east, int north, int a, int b, bool overlap)
        => Spots.Overlap(new(1, 0, 1, 0, 0, a), new(1, 0, 2, east, north, b)).ShouldBe(overlap);

    [Fact]
    public void A_place_far_from_the_corner_is_found_by_its_neighbours_too()
    {
        var taken = new Spots([new(1, 0, 1, -1001, 1999, 1_000_000)]);
        taken.Under(new(1, 0, 2, -999, 2001, 1_000_000)).ShouldNotBeNull();
        taken.Under(new(1, 1, 2, -999, 2001, 1_000_000)).ShouldBeNull();
    }
}
