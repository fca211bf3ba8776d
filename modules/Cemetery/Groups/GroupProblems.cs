using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Groups;

/// <summary>How groups of sea burial and scattering refuse.</summary>
internal static class GroupProblems
{
    public static readonly Problem NoGroup = new("cemetery.group.unknown", "没有这个海葬、撒散批次，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoSeat = new("cemetery.group.no-seat", "没有查到这次报名。请核对后再查，或者打电话问园里。", ProblemKind.NotFound);
    public static readonly Problem PlaceUnfit = new("cemetery.group.place", "要选海葬区或者撒散区里的位置。没有的，请先在“墓区和墓位”里建好。", ProblemKind.Invalid, "Place");
    public static readonly Problem NumbersWrong = new("cemetery.group.numbers", "逝者数应在1到500之间，随行家属数应在0到5000之间。请核对后重新填写。", ProblemKind.Invalid, "Persons");
    public static readonly Problem DayPast = new("cemetery.group.past", "出发时间不能早于现在，报名截止日不能晚于出发当天。请核对后重新填写。", ProblemKind.Invalid, "DepartsAt");
    public static readonly Problem NotOpen = new("cemetery.group.not-open", "这一批现在不能报名，可能已经截止、延期或者取消。请另选一批。");
    public static readonly Problem Over = new("cemetery.group.over", "这一批已经办完或者取消，不能再改。请打开批次查看结果。");
    public static readonly Problem ClosedAlready = new("cemetery.group.closed", "这一批的报名已经截止。不需要再截止。");
    public static readonly Problem TooEarly = new("cemetery.group.early", "还没有到出发那一天，不能登记办理结果。请当天办完后登记。");
    public static readonly Problem WithoutDay = new("cemetery.group.postponed", "这一批延期待定，还没有新的日期。请先定日期，再登记。");
    public static readonly Problem NobodyLaid = new("cemetery.group.nobody", "请至少勾选一位已经办完的逝者。一位都没有办的，请办理延期或者取消。", ProblemKind.Invalid, "Laid");
    public static readonly Problem Full = new("cemetery.group.full", "这一批的名额已经报满。请另选一批，或者打电话问园里。");
    public static readonly Problem RelativesFull = new("cemetery.group.relatives-full", "这一批的随行家属名额不够了。请减少随行的人，或者另选一批。", ProblemKind.Refused, "Companions");
    public static readonly Problem SignedUp = new("cemetery.group.signed-up", "这位逝者已经报了一批海葬或者撒散。要换一批的，请先取消原来的报名。");
    public static readonly Problem SignedUpElsewhere = new("cemetery.group.signed-up-elsewhere", "这位逝者已经报名海葬或者撒散。要安葬到别处的，请先取消报名。");
    public static readonly Problem SeatOver = new("cemetery.group.seat-over", "这次报名已经取消或者办完，不能再改。请打开批次查看。");
    public static readonly Problem OtherPhone = new("cemetery.group.other-phone", "手机号和报名时填的对不上。请核对手机号，或者打电话问园里。", ProblemKind.Invalid, "Phone");
    public static readonly Problem NotThatPerson = new("cemetery.group.not-that-person", "号码和逝者姓名对不上，或者证明已经作废。请照火化证明核对号码和姓名。", ProblemKind.Invalid, "Number");
    public static readonly Problem PartsNeedLabel = new("cemetery.group.parts", "这份骨灰已经分装。请填骨灰盒标签上的号码。", ProblemKind.Invalid, "Number");
    public static readonly Problem TooOften = new("cemetery.group.too-often", "这个手机号今天报名的次数太多。请明天再试，或者打电话问园里。");
    public static readonly Problem RuleNotNumber = new("cemetery.group.rule", "海葬、撒散的规则不是数。请管理员核对城市包的规则表。");
    public static readonly Problem WitnessNeeded = new("cemetery.group.witness", "要有一位同事一起办理，不能是登记人自己。请另选一位同事。", ProblemKind.Invalid, "Witness");
    public static readonly Problem NoTemplate = new("cemetery.group.template", "城市包里没有生态安葬证明的式样。请管理员补上后再打印。");

    public static Problem TooManyCompanions(int most) => new("cemetery.group.companions", $"每位逝者最多{most}位家属随行。请减少后再提交。", ProblemKind.Invalid, "Companions");
}
