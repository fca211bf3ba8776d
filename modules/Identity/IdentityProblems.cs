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
}
