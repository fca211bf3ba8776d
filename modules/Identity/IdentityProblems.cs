using Anmin.Kernel.Outcomes;

namespace Anmin.Identity;

/// <summary>Every way this module refuses.</summary>
internal static class IdentityProblems
{
    public static readonly Problem PersonasOff = new("identity.persona.off", "这里不是演示环境，不能用演示身份登录。请使用管理员发给您的登录链接。", ProblemKind.Denied);

    public static readonly Problem NoSuchPersona = new("identity.persona.unknown", "没有这个演示身份。请从页面列出的身份中选择。", ProblemKind.Invalid, "persona");

    public static readonly Problem BadToken = new("identity.token.bad", "这个登录链接已经用过，或者已经过期。请重新启动服务，取得新的链接。");

    public static readonly Problem ResetOnServer = new("identity.account.reset-on-server", "安全管理员和审计管理员的账号，系统管理员不能经手。请在服务器上用 anmin user reset 重设，当面交给本人。");

    public static readonly Problem StaffUnknown = new("identity.staff.unknown", "没有这位在岗人员。请从列表中选择。", ProblemKind.Invalid);

    public static readonly Problem PostUnknown = new("identity.post.unknown", "没有这个岗位。请从列表中选择。", ProblemKind.Invalid);

    public static readonly Problem InstitutionUnknown = new("identity.institution.unknown", "没有这个机构，或者它已经停用。请从列表中选择。", ProblemKind.Invalid);

    public static readonly Problem SectionUnknown = new("identity.section.unknown", "这个机构没有这个科室。请从列表中选择，或先在“部门”里建立。", ProblemKind.Invalid);

    public static readonly Problem PeriodBackwards = new("identity.appointment.backwards", "结束日期早于起始日期。请核对两个日期。", ProblemKind.Invalid);

    public static readonly Problem PeriodOver = new("identity.appointment.past", "结束日期已经过去。请填今天或以后的日期。", ProblemKind.Invalid);

    public static readonly Problem AppointmentOver = new("identity.appointment.over", "这项任职已经结束，不用再结束一次。");

    public static readonly Problem AppointedTwice = new("identity.appointment.twice", "同一个人从同一天起已经有这个岗位。请核对列出的任职，不用再安排一次。", ProblemKind.Conflict);

    public static readonly Problem StandInShape = new("identity.stand-in.shape", "代岗要有结束日期，代岗的人也不能是本人。请补上结束日期，或另选一位同事。", ProblemKind.Invalid);

    public static readonly Problem RoleKindUnknown = new("identity.role.kind", "角色只能是业务、系统、安全、审计四类中的一类。请重新选择类别。", ProblemKind.Invalid);

    public static readonly Problem NotOneself = new("identity.appointment.oneself", "不能给自己安排任职、代岗或离职。请由另一位管理员办理。");

    public static readonly Problem StandInForOneself = new("identity.stand-in.oneself", "代岗的人不能是本人。请另选一位同事。", ProblemKind.Invalid);

    public static readonly Problem StandInTooLong = new("identity.stand-in.too-long", "代岗一次最多366天。更长的请改为任职。", ProblemKind.Invalid);

    public static readonly Problem PostNotHeld = new("identity.stand-in.not-held", "缺岗的人现在没有这个岗位，或者这个岗位是代别人的。请选本人的岗位。", ProblemKind.Invalid);

    public static readonly Problem LastSecurity = new("identity.role.own", "不能改自己持有的角色。请由另一位安全管理员办理。");

    public static readonly Problem RoleOfPack = new("identity.role.of-pack", "这个角色由城市包维护，不能在这里改。请先复制成本地角色，再改副本。");

    public static readonly Problem RoleEmpty = new("identity.role.empty", "角色至少要有一项权限。请勾选后再保存。", ProblemKind.Invalid);

    public static readonly Problem RoleInUse = new("identity.role.in-use", "还有岗位用着这个角色。请先把岗位改到别的角色，再停用。");

    public static readonly Problem PostOfPack = new("identity.post.of-pack", "这个岗位由城市包维护，不能在这里改。请另建一个岗位。");

    public static readonly Problem PostInUse = new("identity.post.in-use", "还有人在这个岗位上。请先结束他们的任职，再停用。");

    public static readonly Problem RolesMixed = new("identity.post.mixed", "一个岗位的角色只能是同一类：业务、系统、安全、审计各自分开。请去掉其中一类。", ProblemKind.Invalid);

    public static readonly Problem PlaceOfPack = new("identity.institution.of-pack", "这个机构由城市包维护，不能在这里改。请改城市包后重新装入。");

    public static readonly Problem StaffOfPack = new("identity.staff.of-pack", "这位人员由城市包维护，不能在这里改姓名和科室。请改城市包后重新装入。");

    public static readonly Problem PlaceInUse = new("identity.institution.in-use", "这里还有在岗人员。请先办理他们的调动或离职，再停用。");

    public static readonly Problem NameTaken = new("identity.name.taken", "已经有同名的一项。请换一个名称。", ProblemKind.Conflict);

    public static Problem RoleStranger(string label) => new("identity.role.stranger", $"“{label}”不是这一类角色可以有的权限。请去掉它，或换一类角色。", ProblemKind.Invalid);

    public static Problem PostElsewhere(string post, string place) => new("identity.post.elsewhere", $"岗位“{post}”不设在{place}这一类机构。请换一个岗位或机构。", ProblemKind.Invalid);

    public static Problem DivisionElsewhere(string place) => new("identity.division.elsewhere", $"这个区划不在{place}的管辖范围。请重新选择区划。", ProblemKind.Invalid);

    public static Problem DivisionsTooMany(string name) => new("identity.division.too-many", $"{name}同时任职的区划超过了两个。请先结束其中一项任职。");

    public static Problem AppointedAlready(string name, string post) => new("identity.appointment.already", $"{name}在这段时间已经有“{post}”这个岗位。请核对日期。", ProblemKind.Conflict);

    public static Problem KindsMixed(string name) => new("identity.kinds.mixed", $"{name}不能兼任业务岗位和管理员，也不能兼任两种管理员。请另选一位。");

    public static Problem LeftAlready(string name) => new("identity.staff.left", $"{name}已经登记离职。请核对人员。");

    public static Problem NothingOpen(string name) => new("identity.hand-over.nothing", $"{name}名下没有在办的事，不用移交。");

    public static Problem SuccessorNeeded(string name, int open) => new("identity.hand-over.successor", $"{name}名下还有{open}件在办。请选定本单位一位在岗的同事接手。", ProblemKind.Invalid);

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

    public static readonly Problem NotOnesOwnAccount = new("identity.account.oneself", "不能对自己的账号这样办。请由另一位管理员办理。");

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

    public static readonly Problem WhyTooShort = new("identity.reason.too-short", "原因至少写4个字，让以后查看的人明白为什么。", ProblemKind.Invalid, "Reason");

    public static readonly Problem MenuOrder = new("identity.menu.order", "次序请填写0到9999之间的整数。", ProblemKind.Invalid, "Order");

    public static readonly Problem MenuNeeded = new("identity.menu.needed", "这一项要一直显示，否则没有人能改回来。请只改名称或次序。", ProblemKind.Invalid, "Hidden");

    public static Problem SettingSame(string label) => new("identity.setting.same", $"“{label}”现在就是这样，没有要改的。请改成别的内容再保存。", ProblemKind.Invalid, "Value");

    public static Problem SettingBounds(string label, long least, long most, string unit)
        => new("identity.setting.bounds", most == long.MaxValue ? $"{label}请填写不小于{least}的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。" : $"{label}请填写{least}到{most}之间的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。", ProblemKind.Invalid, "Value");

    public static readonly Problem JobRunsAnyway = new("identity.job.runs-anyway", "这个任务每隔几秒就运行一次，不用手动运行。请看它的上次结果。");

    public static readonly Problem NoSuchLogin = new("identity.account.no-such-login", "没有这个用户名。用 anmin user list 看全部账号。", ProblemKind.NotFound);

    public static readonly Problem NoSuchPerson = new("identity.account.no-such-person", "没有在岗的人叫这个名字或工号。新人请加 --role 写明岗位，例如 --role system-administrator。", ProblemKind.NotFound);

    public static readonly Problem SeveralPeople = new("identity.account.several-people", "不止一个人叫这个名字。请改写工号。", ProblemKind.Conflict);
    public static readonly Problem DictionaryLast = new("identity.dictionary.last", "列表里至少要留一项供选择。请先启用别的一项，再停用这一项。", ProblemKind.Invalid, "Disabled");

    public static Problem DictionaryTwice(string label) => new("identity.dictionary.twice", $"列表里已经有“{label}”。请换一个名称，免得选的人分不清。", ProblemKind.Invalid, "Label");

    public static Problem DictionaryFixed(string label) => new("identity.dictionary.fixed", $"“{label}”由法律或表格规定，不能在这里改。需要调整时，请联系系统维护单位。");

    public static readonly Problem NoSuchRecord = new("identity.audit.no-such-record", "没有查到这个编号或姓名的资料。请填写完整的案卷编号，或逝者的全名。", ProblemKind.Invalid, "subject");

    public static readonly Problem SeveralRecords = new("identity.audit.several-records", "有几份资料叫这个名字。请先选定一份，再看谁看过。", ProblemKind.Invalid, "subject");

    public static Problem ExportTooMany(int most) => new("identity.audit.too-many", $"符合条件的记录超过{most}条。请缩小日期范围后再导出。");
}
