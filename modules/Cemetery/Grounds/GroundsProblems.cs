using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Grounds;

/// <summary>Every way the making of sections and positions refuses.</summary>
internal static class GroundsProblems
{
    public static readonly Problem NameKept = new("cemetery.position.name-kept", "墓位的排号不能改。写错了的，请停用这个墓位，再另加一个。");
    public static readonly Problem CodeWrong = new("cemetery.section.code", "墓区代码用1至8个大写字母或者数字。请改后重新填写。", ProblemKind.Invalid, "Code");
    public static readonly Problem LayersNeeded = new("cemetery.position.layers", "格位要写层数和层号。请填写后再提交。", ProblemKind.Invalid, "Layers");
    public static readonly Problem NoLayers = new("cemetery.position.no-layers", "只有格位和壁葬有层。请把层数空着。", ProblemKind.Invalid, "Layers");
    public static readonly Problem HalfPlaced = new("cemetery.position.half-placed", "坐标要东、北两个数都写，或者都空着。请核对后重新填写。", ProblemKind.Invalid, "X");
    public static readonly Problem HalfSpaced = new("cemetery.position.half-spaced", "间距和排距要都写，或者都空着。请核对后重新填写。", ProblemKind.Invalid, "Gap");
    public static readonly Problem TooMany = new("cemetery.position.too-many", "一次最多生成5000个。请分几次生成。", ProblemKind.Invalid, "Rows");
    public static readonly Problem TooNear = new("cemetery.position.too-near", "间距或者排距比墓位还小，会叠在一起。请把间距改大，或者核对面积。", ProblemKind.Invalid, "Gap");
    public static readonly Problem CapacityShort = new("cemetery.position.capacity-short", "这个墓位里已安放的人数比容纳人数多。请把容纳人数改大。", ProblemKind.Invalid, "Capacity");
    public static readonly Problem NothingToOpen = new("cemetery.position.nothing-to-open", "没有待开放的墓位。请核对排号。");
    public static readonly Problem NotBlocked = new("cemetery.position.not-blocked", "这个墓位没有停用。不需要恢复。");
    public static readonly Problem RowsWrong = new("cemetery.position.rows", "排号写成一个数，或者像1-3这样的一段。请改后重新填写。", ProblemKind.Invalid, "Rows");
    public static readonly Problem NumbersWrong = new("cemetery.position.skip", "跳过的号用逗号分开写，例如4，14。请改后重新填写。", ProblemKind.Invalid, "Skip");
    public static readonly Problem ColumnsWrong = new("cemetery.plan.columns", "表头要有“区、排、号”三列，列名不能重复。请按模板填写。", ProblemKind.Invalid, "File");
    public static readonly Problem NoRows = new("cemetery.plan.no-rows", "表里没有墓位。请按模板填写后再导入。", ProblemKind.Invalid, "File");
    public static readonly Problem FilterUnknown = new("cemetery.position.filter", "没有这一种筛选。请从图例中选择。", ProblemKind.Invalid, "Show");

    public static Problem Number(string field, string label, int least, int most) => new("cemetery.number", $"{label}要写{least}至{most}之间的整数。请改后重新填写。", ProblemKind.Invalid, field);

    public static Problem Area(string field, string label) => new("cemetery.area", $"{label}按平方米写，最多四位小数，不超过100。请改后重新填写。", ProblemKind.Invalid, field);

    public static Problem Twice(IReadOnlyCollection<string> names) => CemeteryProblems.PositionTwice with { Message = $"已有{names.Count}个同样的排号：{string.Join("、", names.Take(8))}{(names.Count > 8 ? "等" : "")}。请改起始的排或者号。" };

    public static Problem Spots(IReadOnlyCollection<string> names) => CemeteryProblems.SpotTaken with { Message = $"有{names.Count}个会和图上已有的墓位叠在一起：{string.Join("、", names.Take(8))}{(names.Count > 8 ? "等" : "")}。请改起点坐标或者间距。" };
}
