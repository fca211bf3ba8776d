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

    public static Problem SessionsFull(int most) => new("identity.session.full", $"您已在{most}处登录，不能再多。请先在别处退出，或请管理员强制退出一处。");

    // one sentence for every reason: whoever asks learns nothing about who has an account
    public static readonly Problem SignInRefused = new("identity.sign-in.refused", "没有登录成。用户名或密码不对，或者账号因连续输错正在暂停登录。请核对后过几分钟再试，仍不行请联系本单位管理员。");

    public static readonly Problem AddressTired = new("identity.sign-in.address", "这个网络地址输错的次数太多。请过一刻钟再登录，或联系本单位管理员。", ProblemKind.Unavailable);

    public static readonly Problem BeginAgain = new("identity.sign-in.begin-again", "登录没有做完，时间已过或者资料有变。请重新登录。");

    public static readonly Problem WrongCode = new("identity.code.wrong", "动态码不对，或者刚刚用过。请等手机上换出新的6位数字再输入。", ProblemKind.Invalid, "code");

    public static readonly Problem WrongRecovery = new("identity.code.recovery", "备用码不对，或者已经用过。请换一个没用过的备用码。", ProblemKind.Invalid, "code");

    public static readonly Problem PasskeyRefused = new("identity.passkey.refused", "通行密钥没有通过。请再试一次，或改用用户名和密码登录。");

    public static readonly Problem PasskeyTwice = new("identity.passkey.twice", "这个通行密钥已经登记过。请换一个设备，或先移除原来的。", ProblemKind.Conflict);

    public static readonly Problem PasskeysFull = new("identity.passkey.full", "一个账号最多登记20个通行密钥。请先移除不用的。");

    public static readonly Problem BadLogin = new("identity.account.bad-login", "用户名要2到32个字母、数字、汉字或 . - _ @。请改一个。", ProblemKind.Invalid, "login");

    public static readonly Problem LoginTaken = new("identity.account.login-taken", "这个用户名已有人用。请换一个。", ProblemKind.Conflict, "login");

    public static readonly Problem AccountThere = new("identity.account.there", "这个人已经有账号。忘记密码时请用重置。", ProblemKind.Conflict);

    public static readonly Problem NobodyToOpenFor = new("identity.account.nobody", "没有这个人，或者已经离岗。请先在人员中登记。", ProblemKind.Invalid, "staffId");

    public static readonly Problem NotOneself = new("identity.account.oneself", "不能对自己的账号这样办。请由另一位管理员办理。");

    public static readonly Problem NoAccount = new("identity.account.none", "您还没有账号，不能设置登录方式。请联系本单位管理员开账号。");

    public static readonly Problem BadInvite = new("identity.invite.bad", "这个链接已经用过，或者已经过期。请联系管理员重新发一个。");

    public static readonly Problem ProveFirst = new("identity.prove.first", "改登录方式前，请先再次验证身份。");

    public static readonly Problem WrongPassword = new("identity.password.wrong", "现在的密码不对。请核对后再输入。", ProblemKind.Invalid, "current");

    public static readonly Problem PasswordsDiffer = new("identity.password.differ", "两次输入的新密码不一样。请重新输入。", ProblemKind.Invalid, "again");

    public static readonly Problem SamePassword = new("identity.password.same", "新密码和现在的一样。请换一个。", ProblemKind.Invalid, "password");

    public static readonly Problem PasswordUnreadable = new("identity.password.unreadable", "密码里有看不见的字符。请直接输入，不要粘贴。", ProblemKind.Invalid, "password");

    public static readonly Problem PasswordRow = new("identity.password.row", "密码只有数字、重复的字或键盘上相邻的键，很容易被猜到。请换成几个不相干的词，或一句只有自己知道的话。", ProblemKind.Invalid, "password");

    public static readonly Problem PasswordLeaked = new("identity.password.leaked", "这个密码太常见，已在泄露的密码里出现过。请换成几个不相干的词，或一句只有自己知道的话。", ProblemKind.Invalid, "password");

    public static readonly Problem PasswordOwnName = new("identity.password.own-name", "密码不能由姓名、用户名或单位名称组成。请换成几个不相干的词，或一句只有自己知道的话。", ProblemKind.Invalid, "password");

    public static readonly Problem SecondNeeded = new("identity.second-factor.needed", "您的岗位必须有第二步验证。要停用动态码，请先登记一个通行密钥。");

    public static Problem PasswordShort(int least, int chinese) => new("identity.password.short", $"密码至少{least}个字母或数字，或者{chinese}个汉字，可以是一句话。请写长一些。", ProblemKind.Invalid, "password");

    public static Problem PasswordLong(int most) => new("identity.password.long", $"密码最多{most}个字。请写短一些。", ProblemKind.Invalid, "password");

    public static Problem Locked(int minutes) => new("identity.account.locked", $"连续输错，账号暂停登录。请过{minutes}分钟再试，或联系本单位管理员解除。");
}
