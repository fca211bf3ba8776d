using System.Text;

namespace Anmin.Billing.Checker;

/// <summary>
/// Lines of a bill as pasted text or CSV: name, quantity, unit price, amount, then facts as <c>里程=30</c>. Tabs, commas or blanks part the cells;
/// a line with one number has its amount, with two its quantity and amount.
/// </summary>
internal static class BillText
{
    private static readonly (string Word, string Key)[] Facts = [("里程", "km"), ("类型", "match"), ("楼层", "floor"), ("电梯", "lift"), ("进价", "cost"), ("属于", "within"), ("项目", "item")];

    private static readonly string[] Heads = ["项目", "名称", "收费项目", "项目名称", "name"];

    /// <summary>Lines of sums are left out: they are no items.</summary>
    private static readonly string[] Sums = ["合计", "总计", "小计", "应付", "实收"];

    public static IReadOnlyList<CheckBill.Line> Read(string? text) =>
        [.. (text ?? "").Split('\n').Select(l => l.Trim('\r', '\uFEFF', ' ', '\u3000')).Where(l => l.Length > 0).Select(Cells).Where(c => c.Count > 0 && c[0].Length > 0 && !Heads.Contains(c[0], StringComparer.OrdinalIgnoreCase) && !Sums.Contains(c[0])).Select(Line)];

    /// <summary>The same lines so that <see cref="Read"/> gives them back.</summary>
    public static string Write(IEnumerable<CheckBill.Line> lines) => string.Join('\n', lines.Select(l => string.Join('\t',
        [One(l.Name), One(l.Quantity), One(l.Unit), One(l.Amount), .. new[] { ("里程", l.Kilometres), ("类型", l.Match), ("楼层", l.Floor), ("电梯", l.Lift ? "有" : null), ("进价", l.Cost), ("属于", l.Within), ("项目", l.Chosen) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => $"{f.Item1}={One(f.Item2)}")])));

    private static string One(string? text) => (text ?? "").Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim();

    private static CheckBill.Line Line(List<string> cells)
    {
        var facts = cells.Select(c => c.Split('=', '＝')).Where(p => p.Length == 2).Select(p => (Key: Array.Find(Facts, f => f.Word == p[0].Trim()).Key, Value: p[1].Trim())).Where(f => f.Key is not null).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        var plain = cells.Where(c => c.AsSpan().IndexOfAny('=', '＝') < 0).Skip(1).Take(3).ToList();
        var (quantity, unit, amount) = plain switch
        {
            [var a] => (null, null, a),
            [var q, var a] => (q, null, a),
            [var q, var u, var a] => (q, u, a),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        return new(cells[0], quantity, unit, amount, facts.GetValueOrDefault("item"), facts.GetValueOrDefault("match"), facts.GetValueOrDefault("km"), facts.GetValueOrDefault("floor"), facts.GetValueOrDefault("lift") is "有" or "yes", facts.GetValueOrDefault("cost"), facts.GetValueOrDefault("within"));
    }

    private static List<string> Cells(string line)
    {
        if (line.Contains('\t')) return [.. line.Split('\t').Select(c => c.Trim())];
        if (line.Contains('"') || line.Count(c => c == ',') >= 2) return Quoted(line);
        // the numbers stand last; what is before them is the name, blanks and all
        var words = line.Split([' ', '\u3000', '×', '=', '＝'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(w => w is not ("x" or "X" or "*")).ToList();
        var at = words.Count;
        while (at > 1 && words.Count - at < 3 && BillNumbers.Read(words[at - 1]) is not null) at--;
        return [string.Join(' ', words.Take(at)), .. words.Skip(at)];
    }

    /// <summary>RFC 4180 within one line.</summary>
    private static List<string> Quoted(string line)
    {
        var (cells, cell, inside) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (inside && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') inside = !inside;
            else if (line[i] == ',' && !inside)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }
        return [.. cells, cell.ToString().Trim()];
    }
}
