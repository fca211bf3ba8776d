using Anmin.Funeral.Evidence;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral;

/// <summary>Every way this module refuses, with the sentence people read.</summary>
internal static class FuneralProblems
{
    // 案卷
    public static Problem AlreadyOpen(string number) => new("funeral.case.already-open", $"这位逝者已有案卷{number}。请打开那份案卷接着办理。", ProblemKind.Conflict);

    public static readonly Problem SecondOpen = new("funeral.case.already-open", "这位逝者已有案卷。请按身份证号查找后接着办理，确需再立的，请县民政局先批准。", ProblemKind.Conflict);

    public static readonly Problem CaseEnded = new("funeral.case.ended", "这份案卷已经办结或作废，不能再改。需要更正的，请走更正登记。");

    public static readonly Problem DiedInFuture = new("funeral.case.died-in-future", "去世时间晚于现在。请核对日期和钟点。", ProblemKind.Invalid, "DiedAt");

    public static readonly Problem DiedBeforeBirth = new("funeral.case.died-before-birth", "去世时间早于出生日期。请核对这两项。", ProblemKind.Invalid, "DiedAt");

    public static readonly Problem BirthDisagrees = new("funeral.case.birth-disagrees", "出生日期与身份证号里的日期不同。请核对证件后改正其中一项。", ProblemKind.Invalid, "BirthDate");

    public static readonly Problem SexDisagrees = new("funeral.case.sex-disagrees", "性别与身份证号不一致。请核对证件后改正其中一项。", ProblemKind.Invalid, "Sex");

    public static readonly Problem NameNeeded = new("funeral.case.name-needed", "请填写逝者姓名；现在不知道的，请勾选“暂时不知道”。", ProblemKind.Invalid, "Name");

    public static readonly Problem ClerkUnknown = new("funeral.case.clerk-unknown", "承办人要是这家殡仪馆在岗的同事。请从列表中选择。", ProblemKind.Invalid);

    public static readonly Problem ClerkAlready = new("funeral.case.clerk-already", "这份案卷已经在这位同事名下，不用再分派。");

    public static readonly Problem AssignedSince = new("funeral.case.assigned-since", "这份案卷后来又分派过，或者不是您分派的，没有动。请打开案卷看现在由谁承办。", ProblemKind.Conflict);

    public static readonly Problem SameTwo = new("funeral.two-persons", "这一步需要两个人办理。请换另一位有权限的同事确认。");

    public static readonly Problem VoidNotRequested = new("funeral.case.void-not-requested", "还没有人申请作废这份案卷。请先由经办岗位提出申请并写明理由。");

    public static readonly Problem VoidAfterCremation = new("funeral.case.void-too-late", "已经火化或安葬的案卷不能作废。登记有误的，请走更正登记。");

    public static readonly Problem NothingToCorrect = new("funeral.case.nothing-to-correct", "新内容与现在登记的一样，不用更正。", ProblemKind.Invalid, "Value");

    public static readonly Problem NotCorrectable = new("funeral.case.not-correctable", "这一项不能更正。请选择姓名、证件号、性别、出生日期或去世时间。", ProblemKind.Invalid, "Field");

    // 证明
    public static readonly Problem EvidenceUsed = new("funeral.evidence.used", "这份死亡证明已经用在另一份案卷。请核对编号；编号没有写错的，请联系开具单位。", ProblemKind.Conflict, "Number");

    public static readonly Problem EvidenceNumber = new("funeral.evidence.number", "死亡医学证明编号应为17位数字。请对照证明右上角填写。", ProblemKind.Invalid, "Number");

    public static readonly Problem EvidenceDate = new("funeral.evidence.date", "证明的开具日期不能早于去世日期，也不能晚于今天。请核对证明。", ProblemKind.Invalid, "IssuedOn");

    public static readonly Problem EvidenceKind = new("funeral.evidence.kind", "非正常死亡或身份不明的，需要公安机关出具的证明。请改登公安证明。");

    public static readonly Problem EvidenceMissing = new("funeral.evidence.missing", "还没有登记死亡证明。请先登记死亡医学证明第四联或公安机关证明。");

    // 接运
    public static readonly Problem PickupOpen = new("funeral.pickup.open", "已有一张接运单在办。请打开那张单子，或先停止办理。", ProblemKind.Conflict);

    public static readonly Problem PickupMissing = new("funeral.pickup.missing", "还没有预约接运。请先登记接运单。");

    public static readonly Problem AlreadyInCustody = new("funeral.remains.in-custody", "遗体已经接到。请看流转记录中的所在位置。", ProblemKind.Conflict);

    public static readonly Problem NoHome = new("funeral.home.none", "没有找到承接这一地区的殡仪馆。请拨打服务电话，由接线员安排。");

    public static readonly Problem VehicleUnknown = new("funeral.vehicle.unknown", "车辆登记册里没有这辆车。请从列表中选择本馆车辆。", ProblemKind.Invalid, "Vehicle");

    public static readonly Problem StaffUnknown = new("funeral.staff.unknown", "没有这位工作人员。请从本馆人员中选择。", ProblemKind.Invalid, "SecondCrew");

    // 家属
    public static readonly Problem PlanMissing = new("funeral.plan.missing", "这几个回答还没有对应的清单。请拨打服务电话，由接线员告诉您怎么办。", ProblemKind.NotFound);

    /// <summary>A wrong pair and an unknown number answer alike.</summary>
    public static readonly Problem NoMatch = new("funeral.progress.no-match", "没有查到。请核对受理编号和请接运车时留的手机号，或拨打服务电话由人工查找。");

    public static readonly Problem TooManyTries = new("funeral.progress.too-many", "这个编号查错的次数太多，先停一会儿。请15分钟后再查，急事请打服务电话。");

    public static readonly Problem PassOver = new("funeral.family.pass-over", "查询已经过期。请重新填写受理编号和手机号。", ProblemKind.NotFound);

    public static readonly Problem ShareOver = new("funeral.share.over", "这个链接已经到期或者被收回。请向发给您的家人再要一个。", ProblemKind.NotFound);

    public static readonly Problem ShareFull = new("funeral.share.full", "还有效的链接已经有10个。请先收回不用的，再发新的。", ProblemKind.Refused);

    public static readonly Problem WishPast = new("funeral.pickup.earliest", "最早时间请选现在以后、7天以内的。", ProblemKind.Invalid, "EarliestAt");

    // 遗体
    public static readonly Problem TagMismatch = new("funeral.tag.mismatch", "标签与这位逝者不符。请立即停下，核对腕带和案卷，并报告值班负责人。", ProblemKind.Refused, "Tag");

    public static readonly Problem TagUsed = new("funeral.tag.used", "这个标签已经系在另一位逝者身上。请换一个新标签，并报告值班负责人。", ProblemKind.Conflict, "Tag");

    public static readonly Problem PlaceTaken = new("funeral.place.taken", "这个位置已经有人使用。请换一个空位。", ProblemKind.Conflict, "Place");

    public static readonly Problem PlaceUnknown = new("funeral.place.unknown", "本馆没有这个位置。请从列表中选择。", ProblemKind.Invalid, "Place");

    public static readonly Problem NotReceived = new("funeral.remains.not-received", "遗体还没有入馆。请先办理接收。");

    public static readonly Problem NotInCustody = new("funeral.remains.not-in-custody", "遗体不在馆内保管，不能登记这一步。请看流转记录。");

    // 丧葬方式、火化
    public static readonly Problem ContractMissing = new("funeral.contract.missing", "还没有经办人签名的确认书。请先与家属确认丧葬方式并签名。");

    public static readonly Problem ContractSigned = new("funeral.contract.signed", "确认书已经签过。需要改变丧葬方式的，请先作废原确认书。", ProblemKind.Conflict);

    public static readonly Problem DispositionNeeded = new("funeral.disposition.choose", "请选择丧葬方式：火化，或依法土葬。", ProblemKind.Invalid, "Disposition");

    public static readonly Problem HandlerMissing = new("funeral.handler.missing", "还没有登记经办人。请填写经办人姓名和手机号。", ProblemKind.Invalid, "HandlerName");

    public static Problem OnHold(string what) => new("funeral.hold.open", $"现在不能继续：{what}。请等解除暂停后再办。");

    public static readonly Problem HoldOpen = new("funeral.hold.open", "现在不能继续：案卷处于暂停处置。请等解除暂停后再办。");

    public static readonly Problem HoldNone = new("funeral.hold.none", "没有这一条暂停记录，或者已经解除。请刷新案卷。");

    public static Problem TooEarly(string when) => new("funeral.cremation.too-early", $"按本地规则，{when}以后才能火化。请改约时间。");

    public static readonly Problem TooEarlyByLaw = new("funeral.cremation.too-early", "按本地规则，现在还不能火化。请核对可以火化的时间。");

    public static readonly Problem NotCremation = new("funeral.cremation.not-chosen", "家属确认的不是火化。请核对确认书。");

    public static readonly Problem FirstScanMissing = new("funeral.cremation.first-scan", "还没有第一人的核对，或者核对已经过时。请第一人先用自己的账号扫腕带，再由第二人扫。");

    public static readonly Problem CremationTwice = new("funeral.cremation.twice", "这位逝者已经有一次火化记录，不能再开始。请立即停下并核对标签。", ProblemKind.Conflict);

    public static readonly Problem CrematorBusy = new("funeral.cremator.busy", "这台火化机正在使用。请等结束后再开始，或换一台。", ProblemKind.Conflict, "Cremator");

    public static readonly Problem CremationNotStarted = new("funeral.cremation.not-started", "还没有开始火化，不能办这一步。");

    public static readonly Problem CremationNotFinished = new("funeral.cremation.not-finished", "火化还没有结束。结束后才能办这一步。");

    public static readonly Problem BurialNotPermitted = new("funeral.burial.not-permitted", "按规定，土葬只适用于依法可以土葬的少数民族。请与家属核对民族，或改为火化。");

    public static readonly Problem BurialNotChosen = new("funeral.burial.not-chosen", "家属确认的不是土葬。请核对确认书。");

    // 火化证明
    public static readonly Problem CertificateIssued = new("funeral.certificate.issued", "已经有一份有效的火化证明。遗失的请办补发。", ProblemKind.Conflict);

    public static readonly Problem CertificateNone = new("funeral.certificate.none", "没有可以补发或作废的有效火化证明。请先签发。");

    public static Problem NoTemplate(string name) => new("funeral.template.none", $"城市包里没有文书样式“{name}”。请管理员补上后再打印。");

    // 骨灰
    public static readonly Problem AshesNotReady = new("funeral.ashes.not-ready", "没有等待处理的骨灰。请看骨灰去向。");

    public static readonly Problem AshesElsewhere = new("funeral.ashes.elsewhere", "这份骨灰已经安放在别处。请先办理迁出，再办这一项。");

    public static readonly Problem AshesNotHeld = new("funeral.ashes.not-held", "这份骨灰不在本馆保管。请看骨灰去向。");

    public static readonly Problem AshesParts = new("funeral.ashes.parts", "分装份数请填2到9。", ProblemKind.Invalid, "Parts");



    public static readonly Problem ReceiptIdUnseen = new("funeral.ashes.id-check", "还没有核对领取人的身份证。请看身份证原件，再交付骨灰。", ProblemKind.Invalid, "IdSeen");

    public static readonly Problem ReceiptUnsigned = new("funeral.ashes.signature", "还没有领取人的签名。请领取人在签名处签名。", ProblemKind.Invalid, "Signature");

    public static readonly Problem CollectionUnknown = new("funeral.ashes.collection", "没有查到等待领取的骨灰。请核对二维码或案卷编号；已经领取的，请看案卷。", ProblemKind.NotFound, "Code");

    public static readonly Problem ReceiverUnknown = new("funeral.ashes.receiver", "领取人不是登记的经办人。请核对证件，或上传授权委托书后登记为经办人。", ProblemKind.Refused, "Receiver");

    // 查看、查找
    public static readonly Problem ReasonTooShort = new("funeral.personal.reason", "请写明查看原因，至少4个字，例如“核对户籍”。", ProblemKind.Invalid, "Detail");

    public static readonly Problem PurposeNeeded = new("funeral.purpose.needed", "请从列表中选择查看目的。没有合适的，选“其他，请写明”，再写明原因。", ProblemKind.Invalid, "Purpose");

    public static readonly Problem FilterUnknown = new("funeral.find.filter", "筛选条件里有认不出的内容。请清除筛选后重新选择。", ProblemKind.Invalid);

    public static readonly Problem AppendOnly = new("funeral.record.append-only", "流转记录只能增加，不能修改或删除。登记有误的，请走更正登记。");

    public static readonly Problem LookOnly = new("funeral.proxy.look-only", "对方只同意您查看，不能代为提交。请重新请对方同意，或由本人办理。");
}
