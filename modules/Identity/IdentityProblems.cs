using Anmin.Kernel.Outcomes;

namespace Anmin.Identity;

/// <summary>Every way this module refuses.</summary>
internal static class IdentityProblems
{
    public static readonly Problem PersonasOff = new("identity.persona.off", "这里不是演示环境，不能用演示身份登录。请使用管理员发给您的登录链接。", ProblemKind.Denied);

    public static readonly Problem NoSuchPersona = new("identity.persona.unknown", "没有这个演示身份。请从页面列出的身份中选择。", ProblemKind.Invalid, "persona");

    public static readonly Problem BadToken = new("identity.token.bad", "这个登录链接已经用过，或者已经过期。请重新启动服务，取得新的链接。");

    public static Problem BadCaseId => new("identity.audit.bad-subject", "案件编码应是一串36位的编码。请从案卷页地址中复制。", ProblemKind.Invalid, "subject");

    public static Problem BadDay(string field) => new("identity.audit.bad-day", "日期请写成2026-11-22这样的形式。", ProblemKind.Invalid, field);

    public static readonly Problem WhyTooShort = new("identity.reason.too-short", "原因至少写4个字，让以后查看的人明白为什么。", ProblemKind.Invalid, "Reason");

    public static readonly Problem MenuOrder = new("identity.menu.order", "次序请填写0到9999之间的整数。", ProblemKind.Invalid, "Order");

    public static readonly Problem MenuNeeded = new("identity.menu.needed", "这一项要一直显示，否则没有人能改回来。请只改名称或次序。", ProblemKind.Invalid, "Hidden");

    public static Problem SettingSame(string label) => new("identity.setting.same", $"“{label}”现在就是这样，没有要改的。请改成别的内容再保存。", ProblemKind.Invalid, "Value");

    public static Problem SettingBounds(string label, long least, long most, string unit)
        => new("identity.setting.bounds", most == long.MaxValue ? $"{label}请填写不小于{least}的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。" : $"{label}请填写{least}到{most}之间的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。", ProblemKind.Invalid, "Value");

    public static readonly Problem JobRunsAnyway = new("identity.job.runs-anyway", "这个任务每隔几秒就运行一次，不用手动运行。请看它的上次结果。");
}
