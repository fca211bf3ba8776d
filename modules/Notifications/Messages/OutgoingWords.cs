using Anmin.Contracts.Notifications;
using Anmin.Ui.Status;

namespace Anmin.Notifications.Messages;

/// <summary>How channels, kinds, states and errors of messages are called on the pages.</summary>
internal static class OutgoingWords
{
    public const string NoTemplate = "没有可用的模板，或者号码收不到短信";
    public const string TooMany = "这个号码收得太多";
    public const string Late = "过了有效时间";
    public const string NoGroup = "没有登记这个群";

    public static string Of(OutgoingChannel channel) => channel == OutgoingChannel.Sms ? "短信" : "群消息";

    public static string Of(MessageKind kind) => kind switch { MessageKind.Urgent => "紧急", MessageKind.Code => "验证码", _ => "普通" };

    public static string Of(OutgoingState state) => state switch
    {
        OutgoingState.Queued => "待发",
        OutgoingState.Sent => "已发出",
        OutgoingState.Failed => "等待重试",
        OutgoingState.Dead => "停发",
        OutgoingState.Suppressed => "收件人已去世，不发",
        _ => "超过条数，不发",
    };

    public static StatusShape Shape(OutgoingState state) => state switch
    {
        OutgoingState.Sent or OutgoingState.Suppressed => StatusShape.Ok,
        OutgoingState.Queued => StatusShape.Run,
        OutgoingState.Dead => StatusShape.Bad,
        _ => StatusShape.Wait,
    };
}
