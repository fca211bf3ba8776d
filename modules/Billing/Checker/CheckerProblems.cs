using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Checker;

/// <summary>Every way the bill checker refuses.</summary>
internal static class CheckerProblems
{
    public static readonly Problem Institution = new("billing.check.institution", "请选择是哪家机构收的费。", ProblemKind.Invalid, "Institution");
    public static readonly Problem Future = new("billing.check.future", "日期还没有到。请填写办理当天的日期。", ProblemKind.Invalid, "Date");
    public static readonly Problem NoLines = new("billing.check.lines", "请至少填写一行：项目和金额。", ProblemKind.Invalid, "Rows");
    public static readonly Problem Age = new("billing.check.age", "去世时的年龄请填整数的周岁。", ProblemKind.Invalid, "Age");
    public static readonly Problem Total = new("billing.check.total", "合计请填数字。", ProblemKind.Invalid, "Total");
    public static readonly Problem File = new("billing.check.file", "文件要用CSV格式，不超过200千字节。请在表格软件里另存为CSV，再选择一次。", ProblemKind.Invalid, "File");

    public static Problem TooManyLines(int most) => new("billing.check.too-many", $"一次最多核对{most}行。请分几次核对。", ProblemKind.Invalid, "Rows");

    public static Problem Name(int line, int most) => new("billing.check.name", $"第{line}行请填写项目名称，不超过{most}个字。", ProblemKind.Invalid, "Rows");

    public static Problem Quantity(int line) => new("billing.check.quantity", $"第{line}行的数量要大于零，并且在合理范围内。请核对。", ProblemKind.Invalid, "Rows");

    public static Problem Amount(int line) => new("billing.check.amount", $"第{line}行的金额请填数字，不能是负数。减免的行不用填。", ProblemKind.Invalid, "Rows");

    public static Problem Kilometres(int line) => new("billing.check.kilometres", $"第{line}行的里程请填单程公里数。", ProblemKind.Invalid, "Rows");

    public static Problem Within(int line) => new("billing.check.within", $"第{line}行写的“属于”要是另一行的行号。请核对。", ProblemKind.Invalid, "Rows");

    public static Problem NoList(string institution, DateOnly day) => new("billing.check.no-list", $"这里没有{institution}{day:yyyy年M月d日}执行的收费清单，不能核对。请向对方要当天公布的清单，或者拨打12345。", ProblemKind.NotFound, "Institution");
}
