using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;

namespace Anmin.Cemetery.Grounds.Import;

/// <summary>The sheet a plan is imported from: one row a position. Chinese or English column names.</summary>
internal static class PlanSheet
{
    public static readonly SheetLimits Limits = new(MostBytes: 4 << 20, MostRows: 10_001);

    public static readonly IReadOnlyList<string> Columns = ["区", "排", "层", "号", "容纳", "碑型", "面积", "碑高", "向东", "向北", "转角"];

    private static readonly string[] English = ["section", "row", "layer", "number", "capacity", "stone", "area", "height", "x", "y", "turn"];

    /// <summary>Which cell of a row each column is in; refused where one of 区、排、号 lacks or a column is there twice.</summary>
    public static Outcome<PlanHead> Head(SheetLine line)
    {
        var at = new int[Columns.Count];
        Array.Fill(at, -1);
        foreach (var (cell, i) in line.Cells.Select((c, i) => (c.Trim(), i)))
        {
            var column = Columns.ToList().IndexOf(cell);
            if (column < 0) column = Array.FindIndex(English, e => e.Equals(cell, StringComparison.OrdinalIgnoreCase));
            if (column < 0) continue;
            if (at[column] >= 0) return GroundsProblems.ColumnsWrong;
            at[column] = i;
        }
        return at[0] < 0 || at[1] < 0 || at[3] < 0 ? GroundsProblems.ColumnsWrong : new PlanHead(at);
    }

    public static StoneKind? Stone(string text) => text switch
    {
        "" or "无" or "无碑" or "none" => StoneKind.None,
        "卧" or "卧碑" or "卧式" or "flat" => StoneKind.Flat,
        "立" or "立碑" or "竖碑" or "竖式" or "upright" => StoneKind.Upright,
        _ => null,
    };
}

internal sealed class PlanHead(int[] at)
{
    public string Cell(SheetLine line, int column) => at[column] is var i and >= 0 && i < line.Cells.Count ? line.Cells[i].Trim().TrimStart('\'') : "";
}

/// <summary>One row being read: what is wrong with it is gathered, so that a person mends all at once.</summary>
internal sealed class PlanRow(PlanHead head, SheetLine line)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public string Section => head.Cell(line, 0);

    public (Spot Spot, PositionMeasures Measures) Read(SectionKind kind)
    {
        var stone = PlanSheet.Stone(head.Cell(line, 5));
        if (stone is null) faults.Add("碑型写卧碑、立碑或者无碑");
        var area = head.Cell(line, 6) is { Length: > 0 } text ? Figures.SquareCm(text) : null;
        if (area is null && head.Cell(line, 6).Length > 0) faults.Add("面积按平方米写，最多四位小数，不超过100");
        var (x, y) = (Whole(8, "向东", -Figures.MostSpotCm, Figures.MostSpotCm), Whole(9, "向北", -Figures.MostSpotCm, Figures.MostSpotCm));
        if (x is null != y is null && head.Cell(line, 8).Length == 0 != (head.Cell(line, 9).Length == 0)) faults.Add("坐标要东、北两个数都写，或者都空着");
        var measures = new PositionMeasures(Whole(4, "容纳", 1, 100_000) ?? 1, stone ?? StoneKind.None, area, Whole(7, "碑高", 0, 1000), null, false, x, y, Whole(10, "转角", -359, 359) ?? 0);
        var spot = new Spot(Needed(1, "排"), Whole(2, "层", 0, 60) ?? 0, Needed(3, "号"), x, y, area ?? 0);
        if (GroundDesk.Layers(kind, spot.Layer) is { } layers) faults.Add(layers.Message.TrimEnd('。').Split('。')[0]);
        return (spot, measures);
    }

    public void Refuse(string why) => faults.Add(why);

    private int Needed(int column, string label)
    {
        if (head.Cell(line, column).Length > 0) return Whole(column, label, 1, 9999) ?? 0;
        faults.Add($"{label}空着");
        return 0;
    }

    private int? Whole(int column, string label, int least, int most)
    {
        var text = head.Cell(line, column);
        if (text.Length == 0) return null;
        if (Figures.Whole(text) is { } number && number >= least && number <= most) return number;
        faults.Add($"{label}要写{least}至{most}之间的整数");
        return null;
    }
}
