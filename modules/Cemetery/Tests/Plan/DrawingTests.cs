using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Plan;
using Anmin.Cemetery.Rights;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Plan;

/// <summary>The drawing holds every position once and none over another; marks follow the rules.</summary>
public sealed class DrawingTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    private static PlanCell Cell(int row, int layer, int number, int? x = null, int? y = null) => new(Guid.NewGuid(), row, layer, number, x, y, 0, PlanMark.Free, false, $"{row}排{number}号，可选");

    [Fact]
    public void Every_position_is_drawn_once_inside_the_paper_and_none_over_another()
    {
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var (rows, numbers) = (random.Next(1, 15), random.Next(1, 45));
            var kind = Enum.GetValues<SectionKind>()[random.Next(9)];
            var (gap, rowGap) = (random.Next(40, 200), random.Next(60, 300));
            var cells = (from r in Enumerable.Range(1, rows) from n in Enumerable.Range(1, numbers) let placed = random.Next(10) > 0 select Cell(r, kind == SectionKind.Niches ? 1 + (n % 5) : 0, n, placed ? n * gap : null, placed ? r * rowGap : null)).ToList();
            var drawing = PlanDrawing.Of(cells, kind);
            drawing.Boxes.Select(b => b.Cell.Id).Order().ShouldBe(cells.Select(c => c.Id).Order());
            drawing.Boxes.ShouldAllBe(b => b.X - b.Width / 2 >= 0 && b.Y - b.Height / 2 >= 0 && b.X + b.Width / 2 <= drawing.Width && b.Y + b.Height / 2 <= drawing.Height);
            var boxes = drawing.Boxes.ToList();
            for (var a = 0; a < boxes.Count; a++)
                for (var b = a + 1; b < boxes.Count; b++)
                    (Math.Abs(boxes[a].X - boxes[b].X) + .01 >= (boxes[a].Width + boxes[b].Width) / 2 || Math.Abs(boxes[a].Y - boxes[b].Y) + .01 >= (boxes[a].Height + boxes[b].Height) / 2).ShouldBeTrue($"{kind} {boxes[a].Cell.Words} on {boxes[b].Cell.Words}");
        }
    }

    [Fact]
    public void North_is_up_and_east_is_right()
    {
        var drawing = PlanDrawing.Of([Cell(1, 0, 1, 0, 0), Cell(1, 0, 2, 100, 0), Cell(2, 0, 1, 0, 200)], SectionKind.Graves);
        var (first, east, north) = (drawing.Boxes[0], drawing.Boxes[1], drawing.Boxes[2]);
        east.X.ShouldBeGreaterThan(first.X);
        north.Y.ShouldBeLessThan(first.Y);
    }

    [Fact]
    public void What_has_no_place_stands_in_a_strip_that_says_so()
    {
        PlanDrawing.Of([Cell(1, 0, 1, 0, 0), Cell(1, 0, 2)], SectionKind.Graves).Labels.ShouldContain(l => l.Text.StartsWith("图上没有坐标"));
        PlanDrawing.Of([Cell(1, 1, 1), Cell(1, 2, 1)], SectionKind.Niches).Labels.ShouldNotContain(l => l.Text.StartsWith("图上没有坐标"));
        PlanDrawing.Of([], SectionKind.Graves).Boxes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PositionState.Occupied, RightState.Active, 89, 10, 100, PlanMark.Expiring), InlineData(PositionState.Occupied, RightState.Active, 91, 10, 100, PlanMark.Occupied), InlineData(PositionState.Occupied, RightState.Active, -5, 10, 100, PlanMark.Expiring)]
    [InlineData(PositionState.Occupied, RightState.Active, 89, -1, 100, PlanMark.Arrears), InlineData(PositionState.Occupied, RightState.Active, 500, -1, 0, PlanMark.Occupied), InlineData(PositionState.Occupied, RightState.Active, 500, 0, 100, PlanMark.Occupied)]
    [InlineData(PositionState.Blocked, RightState.Active, 89, -1, 100, PlanMark.Blocked), InlineData(PositionState.Contracted, RightState.Signed, 89, -1, 100, PlanMark.Contracted), InlineData(PositionState.Held, RightState.Held, null, null, 0, PlanMark.Held)]
    [InlineData(PositionState.Available, null, null, null, 0, PlanMark.Free), InlineData(PositionState.Planned, null, null, null, 0, PlanMark.Planned)]
    public void A_mark_is_the_state_and_over_it_what_wants_doing(PositionState state, RightState? right, int? until, int? care, long fen, PlanMark mark)
        => PlanMarks.Of(state, right, until is { } u ? Today.AddDays(u) : null, care is { } c ? Today.AddDays(c) : null, fen, Today, 90).ShouldBe(mark);

    [Fact]
    public void What_is_larger_than_the_rules_is_over_and_without_a_rule_nothing_is()
    {
        var limits = new PlanLimits(5000, 8000, null, null, 100, FlatOnly: false, 90);
        limits.Over(1, false, 5000, StoneKind.Flat, null).ShouldBeFalse();
        limits.Over(1, false, 5001, StoneKind.Flat, null).ShouldBeTrue();
        limits.Over(2, false, 8000, StoneKind.Upright, 100).ShouldBeFalse();
        limits.Over(2, false, 8000, StoneKind.Upright, 101).ShouldBeTrue();
        limits.Over(1, true, 900_000, StoneKind.None, null).ShouldBeFalse();
        limits.Over(1, false, null, StoneKind.None, null).ShouldBeFalse();
        (limits with { FlatOnly = true }).Over(1, false, 100, StoneKind.Upright, 10).ShouldBeTrue();
        new PlanLimits(null, null, null, null, null, false, null).Over(1, false, 99_999, StoneKind.Upright, 999).ShouldBeFalse();
    }
}
