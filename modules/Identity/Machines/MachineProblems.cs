using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Machines;

/// <summary>How a program's call is refused before the use case has a say.</summary>
internal static class MachineProblems
{
    public static readonly Problem BadToken = new("identity.machine.bad-token", "接口令牌无效或已经过期。请用登记的编号和密钥重新换取令牌，并放在Authorization请求头里。", ProblemKind.SignInNeeded);

    public static readonly Problem TooMany = new("identity.machine.too-many", "这个程序接口本分钟的调用次数已经用完。请按Retry-After给出的秒数等待后再调用，或请管理员调高限额。", ProblemKind.Unavailable);
}
