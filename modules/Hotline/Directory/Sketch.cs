namespace Anmin.Hotline.Directory;

/// <summary>
/// 示意图: points where the institutions lie to each other, drawn by us from their coordinates. No borders, roads or foreign tiles:
/// nothing that would need 审图号. The list beside it says the same in words.
/// </summary>
internal static class Sketch
{
    public const int Width = 720, Height = 560, Margin = 36;

    private const int Near = 27, MostTurns = 2000;

    /// <param name="X">In the drawing's units.</param>
    public sealed record Mark(FindDirectory.Line Of, double X, double Y);

    public static IReadOnlyList<Mark> Marks(IReadOnlyList<FindDirectory.Line> lines)
    {
        var placed = lines.Where(l => l is { Latitude: not null, Longitude: not null }).ToList();
        if (placed.Count == 0) return [];
        var (south, north) = (placed.Min(l => l.Latitude!.Value), placed.Max(l => l.Latitude!.Value));
        var (west, east) = (placed.Min(l => l.Longitude!.Value), placed.Max(l => l.Longitude!.Value));
        // a degree of longitude is shorter than one of latitude
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min((Width - (2 * Margin)) / Math.Max(0.02, (east - west) * shrink), (Height - (2 * Margin)) / Math.Max(0.02, north - south));
        var (left, top) = ((Width - ((east - west) * shrink * scale)) / 2, (Height - ((north - south) * scale)) / 2);
        var marks = new List<Mark>();
        foreach (var line in placed)
        {
            var (x, y) = (left + ((line.Longitude!.Value - west) * shrink * scale), top + ((north - line.Latitude!.Value) * scale));
            var (at, ring) = ((X: x, Y: y), 0);
            // neighbours of one town would lie on each other: each goes to the next free place around
            while (ring < MostTurns && (!Inside(at.X, at.Y) || marks.Exists(m => Math.Abs(m.X - at.X) < Near && Math.Abs(m.Y - at.Y) < Near)))
            {
                ring++;
                var (turn, far) = (ring * 2.4, 10 * Math.Sqrt(ring));
                at = (x + (Math.Cos(turn) * far), y + (Math.Sin(turn) * far));
            }
            marks.Add(new(line, at.X, at.Y));
        }
        return marks;
    }

    private static bool Inside(double x, double y) => x is >= Margin / 2 and <= Width - (Margin / 2) && y is >= Margin / 2 and <= Height - (Margin / 2);
}
