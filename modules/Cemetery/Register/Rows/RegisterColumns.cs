using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;

namespace Anmin.Cemetery.Register.Rows;

/// <summary>The sheet an old register is brought in: names and order of its columns, and the template with its examples.</summary>
internal static class RegisterColumns
{
    public const string Section = "墓区";
    public const string Kind = "安葬方式";
    public const string Row = "排";
    public const string Layer = "层";
    public const string Number = "号";
    public const string Capacity = "容纳人数";
    public const string Stone = "墓碑";
    public const string Area = "面积（㎡）";
    public const string Height = "碑高（cm）";
    public const string X = "横坐标（cm）";
    public const string Y = "纵坐标（cm）";
    public const string Blocked = "停用原因";
    public const string Contract = "合同编号";
    public const string Holder = "购买人";
    public const string HolderId = "购买人证件号";
    public const string HolderPhone = "购买人电话";
    public const string Relation = "与逝者关系";
    public const string SignedOn = "签订日期";
    public const string From = "使用期始";
    public const string Until = "使用期止";
    public const string UseFee = "使用费（元）";
    public const string CareFee = "年维护费（元）";
    public const string CarePaid = "维护费交至";
    public const string Certificate = "安葬证号";
    public const string Remark = "备注";

    /// <summary>What the error file has besides; whoever leaves it in is not troubled.</summary>
    public const string Reason = "错误原因";
    public const string SourceRow = "原行号";

    public static readonly IReadOnlyList<string> Renewals = ["续至1", "续至2", "续至3"];

    /// <summary>Columns of one person: name, number, day of death, day of burial, certificate of cremation.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Persons = [.. ((string[])["逝者1", "逝者2"]).Select(p => (IReadOnlyList<string>)[p, p + "证件号", p + "去世日期", p + "安葬日期", p + "火化证号"])];

    public static readonly IReadOnlyList<string> All =
    [
        Section, Kind, Row, Layer, Number, Capacity, Stone, Area, Height, X, Y, Blocked, Contract, Holder, HolderId, HolderPhone, Relation, SignedOn, From, Until, .. Renewals,
        UseFee, CareFee, CarePaid, Certificate, .. Persons[0], .. Persons[1], Remark,
    ];

    private static readonly Dictionary<string, int> Places = All.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);

    public static int At(string column) => Places[column];

    public static readonly IReadOnlyDictionary<string, SectionKind> Kinds = new Dictionary<string, SectionKind>
    {
        ["墓葬"] = SectionKind.Graves,
        ["格位"] = SectionKind.Niches,
        ["壁葬"] = SectionKind.Wall,
        ["树葬"] = SectionKind.Tree,
        ["草坪葬"] = SectionKind.Lawn,
        ["花坛葬"] = SectionKind.FlowerBed,
        ["深埋"] = SectionKind.DeepBurial,
        ["撒散"] = SectionKind.Scattering,
        ["海葬"] = SectionKind.Sea,
    };

    public static readonly IReadOnlyDictionary<string, StoneKind> Stones = new Dictionary<string, StoneKind> { ["卧碑"] = StoneKind.Flat, ["立碑"] = StoneKind.Upright, ["无"] = StoneKind.None };

    /// <summary>Where each of our columns stands in the file, or every fault of its heading.</summary>
    public static Outcome<int[]> Read(SheetLine heading)
    {
        var heads = heading.Cells.Select(c => c.Trim().Replace('(', '（').Replace(')', '）')).ToList();
        var faults = new List<Problem>();
        foreach (var missing in ((string[])[Section, Row, Number]).Except(heads)) faults.Add(RegisterProblems.Head(missing, "缺少这一列，请从模板复制列名"));
        foreach (var strange in heads.Where(h => h.Length > 0 && !Places.ContainsKey(h) && h is not (Reason or SourceRow))) faults.Add(RegisterProblems.Head(strange.Length > 20 ? strange[..20] + "…" : strange, "不认识这一列，请删去或者改成模板里的列名"));
        foreach (var twice in heads.Where(h => h.Length > 0).GroupBy(h => h).Where(g => g.Count() > 1)) faults.Add(RegisterProblems.Head(twice.Key, "这一列写了两次，请删去一列"));
        return faults.Count > 0 ? Problem.Many(faults) : (Outcome<int[]>)All.Select(c => heads.IndexOf(c)).ToArray();
    }

    /// <summary>A line's cells in our order.</summary>
    public static string[] Cells(SheetLine line, int[] places) => [.. places.Select(p => p >= 0 && p < line.Cells.Count ? line.Cells[p] : "")];

    public static IEnumerable<IReadOnlyList<string>> Template =>
    [
        All,
        Sample((Section, "甲区"), (Kind, "墓葬"), (Row, "1"), (Number, "1"), (Capacity, "2"), (Stone, "卧碑"), (Area, "0.80"), (Height, "60"), (X, "120"), (Y, "90"),
            (Contract, "示例-1998-001"), (Holder, "示例甲"), (Relation, "子女"), (SignedOn, "1998-04-02"), (From, "1998-04-02"), (Until, "2018-04-01"), (Renewals[0], "2038-04-01"),
            (UseFee, "1200"), (CareFee, "20"), (CarePaid, "2028-04-01"), (Certificate, "示例证001"), (Persons[0][0], "示例乙"), (Persons[0][2], "1998-03-30"), (Persons[0][3], "1998-04-02"), (Remark, "示例行，上传前请删去")),
    ];

    private static string[] Sample(params (string Column, string Text)[] cells)
    {
        var row = new string[All.Count];
        Array.Fill(row, "");
        foreach (var (column, text) in cells) row[At(column)] = text;
        return row;
    }
}
