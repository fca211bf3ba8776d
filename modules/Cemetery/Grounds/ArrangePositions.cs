using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Grounds;

/// <summary>按排号生成墓位: all of them, or none where one of them is there already.</summary>
internal sealed class ArrangePositions(GroundDesk desk, Reading reading) : IUseCase<ArrangePositions.Request, ArrangePositions.Reply>
{
    private static readonly char[] Commas = [',', '，', '、', ' '];

    /// <param name="Rows">How many rows; of niches how many cabinets.</param>
    /// <param name="Numbers">How many places a row, or a layer.</param>
    /// <param name="Skip">Numbers that are not given, e.g. 4，14.</param>
    /// <param name="Area">㎡.</param>
    /// <param name="Gap">cm between two numbers; with <paramref name="RowGap"/> the plan is drawn from it, without both nothing is placed.</param>
    /// <param name="CountOnly">Checks everything and makes nothing: the look before.</param>
    public sealed record Request(
        Guid Section, string? Rows, string? Numbers, string? Layers = null, string? FirstRow = null, string? FirstNumber = null, string? Skip = null, string? Capacity = null, StoneKind Stone = StoneKind.None,
        string? Area = null, string? StoneHeight = null, string? Gap = null, string? RowGap = null, string? X = null, string? Y = null, bool Open = false, bool CountOnly = false);

    /// <param name="First">乙区1排1号.</param>
    /// <param name="Placed">Whether they stand on the plan.</param>
    public sealed record Reply(int Count, string First, string Last, bool Placed);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var grid = Read(request);
        if (reading.Problem is { } bad) return bad;
        if (grid.Count > PositionGrid.Most) return GroundsProblems.TooMany;
        if (!(await desk.SectionAsync(request.Section, ct)).Try(out var section, out var problem)) return problem;
        if (GroundDesk.Layers(section.Kind, grid.Layers) is { } layers) return layers;
        if (grid is { Gap: { } gap, RowGap: { } rowGap } && !(Spots.Fits(gap, grid.Each.AreaCm2 ?? 0) && Spots.Fits(rowGap, grid.Each.AreaCm2 ?? 0))) return GroundsProblems.TooNear;
        var taken = await desk.SpotsAsync(section.Id, null, ct);
        var spots = grid.Spots().ToList();
        if (spots.Where(taken.Has).Select(s => s.Words).ToList() is { Count: > 0 } twice) return GroundsProblems.Twice(twice);
        if (spots.Where(s => taken.Under(s) is not null).Select(s => s.Words).ToList() is { Count: > 0 } under) return GroundsProblems.Spots(under);
        if (!request.CountOnly)
        {
            foreach (var spot in spots)
            {
                var position = GroundDesk.New(section, spot, grid.Each, desk.Desk.By);
                if (request.Open) position.Open();
                desk.Desk.Db.Add(position);
            }
            section.Tell("positions.arranged", new { spots.Count, first = spots[0].Words, last = spots[^1].Words, opened = request.Open });
        }
        return new Reply(spots.Count, section.Name + spots[0].Words, section.Name + spots[^1].Words, grid.Gap is not null);
    }

    private PositionGrid Read(Request r)
    {
        var skip = new HashSet<int>();
        foreach (var word in (r.Skip ?? "").Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Figures.Whole(word) is not (> 0 and <= 9999)) reading.Refuse(GroundsProblems.NumbersWrong);
            else skip.Add(Figures.Whole(word)!.Value);
        }
        var each = reading.Measures(r.Capacity, r.Stone, r.Area, r.StoneHeight, null, false, null, null, null);
        var (gap, rowGap) = (reading.Whole(r.Gap, nameof(r.Gap), "间距", 1, 10_000, false), reading.Whole(r.RowGap, nameof(r.RowGap), "排距", 1, 10_000, false));
        if (string.IsNullOrWhiteSpace(r.Gap) != string.IsNullOrWhiteSpace(r.RowGap)) reading.Refuse(GroundsProblems.HalfSpaced);
        return new(reading.Whole(r.Rows, nameof(r.Rows), "排数", 1, 1000) ?? 0, reading.Whole(r.FirstRow, nameof(r.FirstRow), "从第几排起", 1, 9999, false) ?? 1, reading.Whole(r.Layers, nameof(r.Layers), "层数", 1, 60, false) ?? 0,
            reading.Whole(r.Numbers, nameof(r.Numbers), "每排号数", 1, 1000) ?? 0, reading.Whole(r.FirstNumber, nameof(r.FirstNumber), "从几号起", 1, 9999, false) ?? 1, skip, each, gap, rowGap,
            reading.Whole(r.X, nameof(r.X), "起点向东", -Figures.MostSpotCm, Figures.MostSpotCm, false) ?? 0, reading.Whole(r.Y, nameof(r.Y), "起点向北", -Figures.MostSpotCm, Figures.MostSpotCm, false) ?? 0);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ArrangePositions, Request, Reply>("/cemeteries/positions/arrange");
}
