using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Arrangement;

/// <summary>Every way the desk refuses.</summary>
internal static class ArrangementProblems
{
    public static readonly Problem NotQuoted = new("funeral.arrangement.not-quoted", "这份报价已经签名或者已被新的代替。请刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem PapersUnsigned = new("funeral.arrangement.papers-unsigned", "报价单和治丧服务合同都要由经办人签名。请签完再提交，或者先不签，保存报价。", ProblemKind.Refused, "Signatures");

    public static readonly Problem PapersChanged = new("funeral.arrangement.papers-changed", "签名以后内容改过，签名与现在的内容不符。请按 Ctrl P 重新出报价单，再签一次。", ProblemKind.Refused, "Signatures");

    public static readonly Problem NothingChanged = new("funeral.arrangement.nothing-changed", "与已签的内容一样，不用再签。要变更的，请先改内容。");

    public static readonly Problem AnotherSigned = new("funeral.arrangement.another-signed", "另一窗口刚签了一版。请刷新，对照差别后再改。", ProblemKind.Conflict);

    public static readonly Problem DispositionSettled = new("funeral.arrangement.disposition-settled", "丧葬方式已经签名确认，不能在这里改。确需改变的，请联系馆长。", ProblemKind.Refused, "Disposition");

    public static readonly Problem Cremated = new("funeral.arrangement.cremated", "已经开始火化，告别、火化和骨骼处理不能再改。", ProblemKind.Refused);

    public static readonly Problem CaseNeeded = new("funeral.arrangement.case-unknown", "没有找到这份案卷。请核对编号，或者按 F2 新建。", ProblemKind.NotFound);

    public static readonly Problem ItemUnknown = new("funeral.arrangement.item-unknown", "有一个项目不在现行清单里。请从清单里重新选。", ProblemKind.Invalid, "Items");

    public static readonly Problem Quantity = new("funeral.arrangement.quantity", "数量请填1到99的整数；不要的，清空。", ProblemKind.Invalid, "Items");

    public static readonly Problem People = new("funeral.arrangement.people", "人数请填0到5000的整数。", ProblemKind.Invalid, "People");

    public static readonly Problem TimePast = new("funeral.arrangement.time-past", "这个时间已经过去。请重新找时间（Alt 4）。", ProblemKind.Invalid, "FarewellAt");

    public static readonly Problem CremationPast = TimePast with { Field = "CremationAt" };

    public static readonly Problem HallNeeded = new("funeral.arrangement.hall-needed", "选了告别时间，还没有选厅。请选厅，或者清空时间。", ProblemKind.Invalid, "Hall");

    public static readonly Problem CrematorNeeded = new("funeral.arrangement.cremator-needed", "选了火化时间，还没有选炉。请选炉，或者清空时间。", ProblemKind.Invalid, "Cremator");

    public static readonly Problem CremationBeforeFarewell = new("funeral.arrangement.cremation-before-farewell", "火化时间早于告别结束。请把火化改到告别以后。", ProblemKind.Invalid, "CremationAt");

    public static readonly Problem NotHere = new("funeral.arrangement.not-here", "本馆没有这个厅或炉。请从列表里选。", ProblemKind.Invalid);

    public static readonly Problem FurnaceKindNone = new("funeral.arrangement.furnace-kind", "这台炉不是家属要的炉型。请换一台，或者与家属商量改炉型。", ProblemKind.Refused, "Cremator");

    public static readonly Problem HomeNeeded = new("funeral.arrangement.home-needed", "业务洽谈由殡仪馆前台办理。请用殡仪馆的岗位登录。");

    public static readonly Problem FieldUnknown = new("funeral.arrangement.field-unknown", "有一项内容这个页面不认识。请刷新页面再填。", ProblemKind.Invalid);

    public static readonly Problem FieldLong = new("funeral.arrangement.field-long", "有一项内容太长。请写短一些。", ProblemKind.Invalid);

    public static readonly Problem NoTime = new("funeral.arrangement.no-time", "七天内没有合适的厅和炉。请减少人数、换炉型，或者手工选时间。");

    public static readonly Problem HandlerNeeded = new("funeral.arrangement.handler-needed", "还没有经办人。请填写经办人姓名和手机号。", ProblemKind.Invalid, "HandlerName");
}
