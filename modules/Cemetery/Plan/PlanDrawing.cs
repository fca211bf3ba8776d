using System.Globalization;
using Anmin.Cemetery.Grounds;

namespace Anmin.Cemetery.Plan;

/// <summary>One position as the plan draws it. <paramref name="X"/> and <paramref name="Y"/> in cm, east and north of the section's corner.</summary>
/// <param name="Words">Read out and shown on pointing: 6排10号，已签约待安葬.</param>
public sealed record PlanCell(Guid Id, int Row, int Layer, int Number, int? X, int? Y, int Turn, PlanMark Mark, bool Over, string Words);

/// <summary>
/// Where everything of a section's plan stands, in units of the drawing: positions by their coordinates with north up; those without in a strip beneath,
/// by row and number; a room of niches as the fronts of its cabinets. What is near what is kept, distances to scale.
/// </summary>
internal sealed class PlanDrawing
{
    private const double Pitch = 26;
    private const double Margin = 34;

    public sealed record Box(PlanCell Cell, double X, double Y, double Width, double Height, bool Round)
    {
        public string Turned => Cell.Turn == 0 || Round ? "" : $"rotate({Cell.Turn} {Text(X)} {Text(Y)})";
    }

    public sealed record Label(double X, double Y, string Text, string Anchor, bool Heading);

    private readonly List<Box> boxes = [];
    private readonly List<Label> labels = [];

    private PlanDrawing()
    {
    }

    public IReadOnlyList<Box> Boxes => boxes;

    public IReadOnlyList<Label> Labels => labels;

    public double Width { get; private set; } = 460;

    public double Height { get; private set; } = 260;

    /// <summary>Units a metre; null where nothing is placed.</summary>
    public double? Metre { get; private set; }

    public static bool IsFront(SectionKind kind, bool layered) => kind == SectionKind.Niches || kind == SectionKind.Wall && layered;

    public static PlanDrawing Of(IReadOnlyList<PlanCell> cells, SectionKind kind)
    {
        var drawing = new PlanDrawing();
        if (cells.Count == 0) return drawing;
        if (IsFront(kind, cells.Any(c => c.Layer > 0))) drawing.Cabinets(cells);
        else
        {
            var round = kind is not (SectionKind.Graves or SectionKind.Wall);
            var bottom = drawing.Placed([.. cells.Where(c => c.X is not null && c.Y is not null)], round);
            drawing.Strip([.. cells.Where(c => c.X is null || c.Y is null)], bottom, round);
        }
        return drawing;
    }

    private double Placed(List<PlanCell> cells, bool round)
    {
        if (cells.Count == 0) return 0;
        var rows = cells.GroupBy(c => c.Row).Select(g => g.OrderBy(c => c.Number).ToList()).ToList();
        var gap = rows.SelectMany(r => r.Zip(r.Skip(1))).Select(p => Distance(p.First, p.Second)).Where(d => d > 0).DefaultIfEmpty(100).Min();
        var ordered = rows.OrderBy(r => r[0].Row).ToList();
        var rowGap = ordered.SelectMany((row, i) => ordered.Skip(i + 1).Take(2).SelectMany(next => row.Select(a => next.Min(b => Distance(a, b))))).Where(d => d > 0).DefaultIfEmpty(gap * 1.6).Min();
        var scale = Math.Max(Pitch / gap, Pitch * .6 / rowGap);
        var (width, height) = (Math.Min(gap * scale * .78, Pitch * 1.5), Math.Min(rowGap * scale * .75, Pitch * 1.5));
        var (left, top) = (cells.Min(c => c.X!.Value), cells.Max(c => c.Y!.Value));
        double East(PlanCell c) => Margin + 26 + width / 2 + ((c.X!.Value - left) * scale);
        double South(PlanCell c) => Margin + height / 2 + ((top - c.Y!.Value) * scale);
        foreach (var cell in cells) boxes.Add(new(cell, East(cell), South(cell), width, height, round));
        foreach (var row in rows)
        {
            var first = row.MinBy(c => c.X!.Value)!;
            labels.Add(new(East(first) - width, South(first) + 4, $"{first.Row}排", "end", false));
        }
        Metre = scale * 100;
        Width = Math.Max(Width, boxes.Max(b => b.X) + width + Margin);
        var bottom = boxes.Max(b => b.Y) + height;
        Height = Math.Max(Height, bottom + Margin);
        return bottom;
    }

    /// <summary>By row and number, in lines of no more than so many.</summary>
    private void Strip(List<PlanCell> cells, double top, bool round)
    {
        if (cells.Count == 0) return;
        var y = top == 0 ? Margin : top + Margin;
        labels.Add(new(Margin, y, "图上没有坐标，按排号列出", "start", true));
        y += 12;
        foreach (var row in cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
            foreach (var line in row.OrderBy(c => c.Number).Chunk(40))
            {
                y += Pitch;
                labels.Add(new(Margin + 22, y + 4, $"{row.Key}排", "end", false));
                foreach (var (cell, i) in line.Select((c, i) => (c, i))) boxes.Add(new(cell with { Turn = 0 }, Margin + 42 + (i * Pitch), y, Pitch * .78, Pitch * .78, round));
            }
        Width = Math.Max(Width, boxes.Max(b => b.X) + Pitch + Margin);
        Height = Math.Max(Height, y + Pitch + Margin);
    }

    /// <summary>Side by side, the highest layer on top, as one stands before them.</summary>
    private void Cabinets(IReadOnlyList<PlanCell> cells)
    {
        const double most = 820;
        var (x, y, tallest) = (Margin, Margin, 0d);
        foreach (var cabinet in cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
        {
            var numbers = cabinet.Select(c => c.Number).Distinct().Order().ToList();
            var layers = cabinet.Select(c => c.Layer).Distinct().OrderDescending().ToList();
            var (width, height) = (numbers.Count * Pitch, layers.Count * Pitch);
            if (x > Margin && x + 34 + width > most) (x, y, tallest) = (Margin, y + tallest + 50, 0);
            labels.Add(new(x + 30 + (width / 2), y + 2, $"{cabinet.Key}柜", "middle", true));
            foreach (var (layer, i) in layers.Select((l, i) => (l, i))) labels.Add(new(x + 26, y + 14 + ((i + .5) * Pitch) + 4, $"{layer}层", "end", false));
            foreach (var cell in cabinet) boxes.Add(new(cell with { Turn = 0 }, x + 30 + ((numbers.IndexOf(cell.Number) + .5) * Pitch), y + 14 + ((layers.IndexOf(cell.Layer) + .5) * Pitch), Pitch * .86, Pitch * .86, false));
            Width = Math.Max(Width, x + 30 + width + Margin);
            x += 30 + width + 30;
            tallest = Math.Max(tallest, height);
            Height = Math.Max(Height, y + 14 + height + Margin);
        }
    }

    private static double Distance(PlanCell a, PlanCell b) => Math.Sqrt(Math.Pow(a.X!.Value - b.X!.Value, 2) + Math.Pow(a.Y!.Value - b.Y!.Value, 2));

    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
