using Anmin.Kernel.Outcomes;

namespace Anmin.Identity;

/// <summary>Every way this module refuses.</summary>
internal static class IdentityProblems
{
    public static readonly Problem PersonasOff = new("identity.persona.off", "这里不是演示环境，不能用演示身份登录。请使用管理员发给您的登录链接。", ProblemKind.Denied);

    public static readonly Problem NoSuchPersona = new("identity.persona.unknown", "没有这个演示身份。请从页面列出的身份中选择。", ProblemKind.Invalid, "persona");

    public static readonly Problem BadToken = new("identity.token.bad", "这个登录链接已经用过，或者已经过期。请重新启动服务，取得新的链接。");

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

    public static readonly Problem WhyTooShort = new("identity.reason.too-short", "原因至少写4个字，让以后查看的人明白为什么。", ProblemKind.Invalid, "Reason");

    public static readonly Problem MenuOrder = new("identity.menu.order", "次序请填写0到9999之间的整数。", ProblemKind.Invalid, "Order");

    public static readonly Problem MenuNeeded = new("identity.menu.needed", "这一项要一直显示，否则没有人能改回来。请只改名称或次序。", ProblemKind.Invalid, "Hidden");

    public static Problem SettingSame(string label) => new("identity.setting.same", $"“{label}”现在就是这样，没有要改的。请改成别的内容再保存。", ProblemKind.Invalid, "Value");

    public static Problem SettingBounds(string label, long least, long most, string unit)
        => new("identity.setting.bounds", most == long.MaxValue ? $"{label}请填写不小于{least}的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。" : $"{label}请填写{least}到{most}之间的整数{(unit.Length > 0 ? $"（{unit}）" : "")}。", ProblemKind.Invalid, "Value");

    public static readonly Problem JobRunsAnyway = new("identity.job.runs-anyway", "这个任务每隔几秒就运行一次，不用手动运行。请看它的上次结果。");

    public static readonly Problem DictionaryLast = new("identity.dictionary.last", "列表里至少要留一项供选择。请先启用别的一项，再停用这一项。", ProblemKind.Invalid, "Disabled");

    public static Problem DictionaryTwice(string label) => new("identity.dictionary.twice", $"列表里已经有“{label}”。请换一个名称，免得选的人分不清。", ProblemKind.Invalid, "Label");

    public static Problem DictionaryFixed(string label) => new("identity.dictionary.fixed", $"“{label}”由法律或表格规定，不能在这里改。需要调整时，请联系系统维护单位。");

    public static readonly Problem NoSuchRecord = new("identity.audit.no-such-record", "没有查到这个编号或姓名的资料。请填写完整的案卷编号，或逝者的全名。", ProblemKind.Invalid, "subject");

    public static readonly Problem SeveralRecords = new("identity.audit.several-records", "有几份资料叫这个名字。请先选定一份，再看谁看过。", ProblemKind.Invalid, "subject");

    public static Problem ExportTooMany(int most) => new("identity.audit.too-many", $"符合条件的记录超过{most}条。请缩小日期范围后再导出。");
}
