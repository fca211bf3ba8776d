using Anmin.Billing.Pricing;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;

namespace Anmin.Billing.Lists.Sheets;

/// <summary>A line with its conditions, as it came from a sheet or a form.</summary>
internal sealed record SheetItem(PriceListItem Item, IReadOnlyList<PriceTerm> Terms);

/// <summary>The sheet a price list is imported from and exported to: one row an item, conditions in words.</summary>
internal static class ListSheet
{
    private const int MostFaults = 200;

    public static readonly SheetLimits Limits = new(MostBytes: 2 << 20, MostRows: 2000);

    public static readonly IReadOnlyList<string> Columns = ["编码", "项目", "目录编码", "类别", "管理方式", "单位", "最低价（元）", "最高价（元）", "基本型", "计价条件", "服务内容", "减免"];

    private static readonly IReadOnlyList<string> Needed = ["编码", "项目", "目录编码", "类别", "管理方式", "单位"];

    public static IEnumerable<IReadOnlyList<string>> Write(IEnumerable<SheetItem> items) => items.OrderBy(i => i.Item.Ordinal).Select(Row).Prepend(Columns);

    private static IReadOnlyList<string> Row(SheetItem of) =>
    [
        of.Item.Code, of.Item.Name, of.Item.Catalogue, PriceListItem.Label(of.Item.Class), PriceListItem.Label(of.Item.Way), of.Item.Unit,
        Amounts.Write(of.Item.Least), Amounts.Write(of.Item.Most), of.Item.MustOffer ? "是" : "", TermSentences.Write(of.Terms, of.Item.Unit), of.Item.Content ?? "", of.Item.Exemption ?? "",
    ];

    /// <summary>All lines, or every fault with its row and column; never some of them.</summary>
    public static Outcome<IReadOnlyList<SheetItem>> Read(IReadOnlyList<SheetLine> lines)
    {
        if (lines.Count < 2) return ListProblems.NoRows;
        var faults = new List<Problem>();
        var heads = lines[0].Cells.Select(c => c.Trim()).ToList();
        foreach (var missing in Needed.Append("最高价（元）").Except(heads)) faults.Add(Fault(lines[0].Number, missing, "缺少这一列，请从模板复制列名"));
        foreach (var strange in heads.Where(h => h.Length > 0 && !Columns.Contains(h))) faults.Add(Fault(lines[0].Number, Short(strange), "不认识这一列，请删去或者改成模板里的列名"));
        foreach (var twice in heads.Where(h => h.Length > 0).GroupBy(h => h).Where(g => g.Count() > 1)) faults.Add(Fault(lines[0].Number, Short(twice.Key), "这一列写了两次，请删去一列"));
        if (faults.Count > 0) return Problem.Many(faults);
        var items = new List<SheetItem>();
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var row = new SheetRow(line, heads, faults);
            if (row.Read(items.Count + 1) is not { } item) continue;
            if (codes.TryAdd(item.Item.Code, line.Number)) items.Add(item);
            else row.Refuse("编码", $"与第{codes[item.Item.Code]}行重复，请改成不同的编码");
        }
        return faults.Count == 0 ? items : Problem.Many([.. faults.Take(MostFaults)]);
    }

    internal static Problem Fault(int row, string column, string reason) => new("billing.list.sheet", $"第{row}行“{column}”：{reason}。", ProblemKind.Invalid, "File");

    internal static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;
}

/// <summary>One row being read; what is wrong goes to <paramref name="faults"/>.</summary>
internal sealed class SheetRow(SheetLine line, List<string> heads, List<Problem> faults)
{
    private bool bad;

    public SheetItem? Read(int ordinal)
    {
        if (line.Fault is not null)
        {
            Refuse("整行", line.Fault);
            return null;
        }
        if (line.Cells.Count > heads.Count) Refuse("整行", $"比列名多{line.Cells.Count - heads.Count}格，请检查逗号和引号");
        foreach (var (head, i) in heads.Select((h, i) => (h, i)))
            if (i < line.Cells.Count && SheetLine.IsFormula(line.Cells[i]))
                Refuse(head.Length == 0 ? $"第{i + 1}列" : head, $"以“{(line.Cells[i][0] == '\t' ? "制表符" : line.Cells[i][..1])}”开头，表格程序会当成公式，请删去");
        var unit = Text("单位", 20);
        var item = new PriceListItem
        {
            List = "",
            Code = Code(),
            Ordinal = ordinal,
            Name = Text("项目", 120),
            Catalogue = Text("目录编码", 60),
            Class = Choice<ItemClass>("类别", PriceListItem.Label),
            Way = Choice<PricingWay>("管理方式", PriceListItem.Label),
            Unit = unit,
            MustOffer = Cell("基本型") is "是" or "√" or "1",
            Content = Optional("服务内容", 300),
            Exemption = Optional("减免", 300),
        };
        item.Most = Fen("最高价（元）") ?? (item.Way == PricingWay.Markup && Cell("最高价（元）").Length == 0 ? 0 : Missing());
        item.Least = Cell("最低价（元）").Length == 0 ? item.Most : Fen("最低价（元）") ?? item.Most;
        if (item.Least > item.Most) Refuse("最低价（元）", "高于最高价，请改金额");
        if (Cell("基本型") is not ("" or "是" or "√" or "1" or "否" or "0")) Refuse("基本型", "只能写“是”，或者空着");
        if (!TermSentences.Read(Cell("计价条件"), unit).Try(out var terms, out var problem)) Refuse("计价条件", problem.Message.TrimEnd('。'));
        return bad ? null : new(item, terms!);
    }

    public void Refuse(string column, string reason)
    {
        bad = true;
        faults.Add(ListSheet.Fault(line.Number, column, reason));
    }

    private string Cell(string head) => heads.IndexOf(head) is var at and >= 0 && at < line.Cells.Count ? line.Cells[at].Trim() : "";

    private string Text(string head, int most)
    {
        var text = Cell(head);
        if (text.Length == 0) Refuse(head, "空着，请填写");
        else Length(head, text, most);
        return text;
    }

    private string? Optional(string head, int most)
    {
        var text = Cell(head);
        Length(head, text, most);
        return text.Length == 0 ? null : text;
    }

    private void Length(string head, string text, int most)
    {
        if (text.Length > most) Refuse(head, $"最多{most}个字，现有{text.Length}个，请缩短");
        else if (text.Any(char.IsControl)) Refuse(head, "里面有换行或者看不见的字符，请删去");
    }

    private string Code()
    {
        var code = Text("编码", 40);
        if (code.Length > 0 && !ItemCode.IsOne(code)) Refuse("编码", "只能用小写字母、数字和横线");
        return code;
    }

    private T Choice<T>(string head, Func<T, string> label) where T : struct, Enum
    {
        var text = Cell(head);
        foreach (var value in Enum.GetValues<T>())
            if (label(value) == text) return value;
        Refuse(head, $"“{ListSheet.Short(text)}”不在可用的值里：{string.Join("、", Enum.GetValues<T>().Select(label))}");
        return default;
    }

    private long? Fen(string head)
    {
        var text = Cell(head);
        if (text.Length == 0) return null;
        if (Amounts.Read(text) is { } fen) return fen;
        Refuse(head, $"“{ListSheet.Short(text)}”不是金额，要写成数字，最多两位小数，不超过100万");
        return 0;
    }

    private long Missing()
    {
        Refuse("最高价（元）", "空着，请填写金额");
        return 0;
    }
}

internal static class ItemCode
{
    public static bool IsOne(string code) => code.Length is > 0 and <= 40 && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
