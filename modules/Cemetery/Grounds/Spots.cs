namespace Anmin.Cemetery.Grounds;

/// <summary>One place of a section: what it is called and, where it has been placed, its centre in cm.</summary>
internal readonly record struct Spot(int Row, int Layer, int Number, int? X, int? Y, int AreaCm2)
{
    public string Words => Layer > 0 ? $"{Row}柜{Layer}层{Number}号" : $"{Row}排{Number}号";
}

/// <summary>
/// The places of a section that are taken. Two positions are in one place by number, or by the plan: centres nearer than the shorter side of the smaller one,
/// were it twice as long as wide (a plan says how much ground a position covers, not its shape). The database holds the same by trigger.
/// </summary>
internal sealed class Spots
{
    private const int Cell = 1000;

    private readonly HashSet<(int, int, int)> numbers = [];
    private readonly Dictionary<(int, int, int), List<Spot>> placed = [];

    public Spots(IEnumerable<Spot> taken)
    {
        foreach (var spot in taken) Take(spot);
    }

    public bool Has(Spot spot) => numbers.Contains((spot.Row, spot.Layer, spot.Number));

    /// <summary>A taken place that lies on this one; null where there is none, or this one has not been placed.</summary>
    public Spot? Under(Spot spot)
    {
        if (spot is not { X: { } x, Y: { } y }) return null;
        var (column, row) = (At(x), At(y));
        for (var i = column - 1; i <= column + 1; i++)
            for (var j = row - 1; j <= row + 1; j++)
                if (placed.TryGetValue((i, j, spot.Layer), out var near))
                    foreach (var other in near)
                        if (Overlap(spot, other)) return other;
        return null;
    }

    public void Take(Spot spot)
    {
        numbers.Add((spot.Row, spot.Layer, spot.Number));
        if (spot is not { X: { } x, Y: { } y }) return;
        var cell = (At(x), At(y), spot.Layer);
        if (!placed.TryGetValue(cell, out var here)) placed[cell] = here = [];
        here.Add(spot);
    }

    public static bool Overlap(Spot a, Spot b)
    {
        var (east, north) = ((long)a.X!.Value - b.X!.Value, (long)a.Y!.Value - b.Y!.Value);
        var apart = (east * east) + (north * north);
        return apart == 0 || 2 * apart < Math.Min(a.AreaCm2, b.AreaCm2);
    }

    /// <summary>Whether rows of positions of this size can stand so far apart.</summary>
    public static bool Fits(int gapCm, int areaCm2) => gapCm > 0 && 2L * gapCm * gapCm >= areaCm2;

    private static int At(int cm) => (int)Math.Floor(cm / (double)Cell);
}
