using Anmin.Kernel.Outcomes;

namespace Anmin.Notifications;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class NotificationsProblems
{
    public static readonly Problem NotResendable = new("notifications.message.not-dead", "这条消息没有停发，不用重发。请刷新页面查看现在的状态。", ProblemKind.Conflict);

    public static readonly Problem NotMobile = new("notifications.preference.not-mobile", "这个号码收不到短信。请填写手机号，或者关闭短信。", ProblemKind.Invalid, "Phone");

    public static readonly Problem PhoneNeeded = new("notifications.preference.phone-needed", "要收短信，请填写手机号。", ProblemKind.Invalid, "Phone");

    public static readonly Problem GroupAddress = new("notifications.group.address", "群机器人的地址应以https://开头。请从政务微信或钉钉的机器人页面复制。", ProblemKind.Invalid, "Url");

    public static readonly Problem GroupTaken = new("notifications.group.taken", "这个编号的群已经登记过。请换一个编号，或者修改已有的群。", ProblemKind.Conflict, "GroupId");

    public static readonly Problem GroupCode = new("notifications.group.code", "群编号只能用小写字母、数字和横线，最多40位。", ProblemKind.Invalid, "GroupId");

    public static readonly Problem NoticeTargets = new("notifications.notice.targets", "请写出对哪些区划或机构发布，用空格隔开，并核对编码。", ProblemKind.Invalid, "Targets");

    public static readonly Problem NoticePeriod = new("notifications.notice.period", "结束时间应晚于开始时间。请改正其中一个。", ProblemKind.Invalid, "Until");

    public static readonly Problem WebhookAddress = new("notifications.webhook.address", "接收地址应以https://开头，里面不写用户名和密码。请改正。", ProblemKind.Invalid, "Url");

    public static readonly Problem WebhookWires = new("notifications.webhook.wires", "请写出要推送的事件名，如funeral.case-reported.v1，或funeral.*。", ProblemKind.Invalid, "Wires");

    public static readonly Problem NothingToReplay = new("notifications.webhook.nothing", "没有需要重新推送的记录。请刷新页面查看现在的状态。", ProblemKind.Conflict);
}
