using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Commands;

/// <summary>Every way the kernel itself refuses.</summary>
public static class KernelProblems
{
    public static readonly Problem SignInNeeded = new("kernel.sign-in.needed", "请先登录，再办理这一项。", ProblemKind.SignInNeeded);

    public static readonly Problem NotFound = new("kernel.not-found", "没有查到。请核对编号，或拨打服务电话由人工查找。", ProblemKind.NotFound);

    public static readonly Problem Changed = new("kernel.changed-meanwhile", "这份资料刚刚被别人改过。请刷新页面，看过新内容后再办。", ProblemKind.Conflict);

    public static readonly Problem Twice = new("kernel.already-there", "同样的内容已经登记过。请先查找已有的记录。", ProblemKind.Conflict);

    public static readonly Problem KeyReused = new("kernel.key.reused", "这个提交编号已经用于另一份内容。请刷新页面后重新提交。", ProblemKind.Conflict);

    /// <summary>Code of what is said above a form that is shown again with what was typed: no refusal.</summary>
    public const string Shown = "kernel.form.shown-again";

    public static readonly Problem Busy = new("kernel.busy", "数据库暂时没有响应，您填写的内容没有丢。请过一分钟再提交。", ProblemKind.Unavailable);

    public static readonly Problem NothingSent = new("kernel.request.empty", "没有收到内容。请按接口说明提交一个JSON对象。", ProblemKind.Invalid);

    public static Problem Denied(string label) => new("kernel.denied", $"您的岗位没有“{label}”的权限。需要办理时，请联系本单位管理员。", ProblemKind.Denied);

    public static Problem Required(string field, string label) => new("kernel.required", $"请填写{label}。", ProblemKind.Invalid, field);

    public static Problem TooLong(string field, string label, int most) => new("kernel.too-long", $"{label}最多{most}个字，请缩短后再提交。", ProblemKind.Invalid, field);

    public static Problem BadText(string field, string label) => new("kernel.bad-text", $"{label}里有无法显示的字符。请删去后重新填写。", ProblemKind.Invalid, field);

    public static Problem UnknownChoice(string field) => new("kernel.choice.unknown", "列表中没有这一项。请从列表中选择。", ProblemKind.Invalid, field);

    public static Problem BadKey => new("kernel.key.bad", "提交编号应为1至64个字母、数字或连字符。请刷新页面后重新提交。", ProblemKind.Invalid, "Idempotency-Key");
}
