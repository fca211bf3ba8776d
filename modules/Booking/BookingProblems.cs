using Anmin.Kernel.Outcomes;

namespace Anmin.Booking;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class BookingProblems
{
    public static readonly Problem Taken = new("booking.taken", "这个时间刚被别人约走了。请换一个时间，或者换一处。", ProblemKind.Conflict);
    public static readonly Problem HoldLapsed = new("booking.hold-lapsed", "保留的时间已过。请重新选择时间。", ProblemKind.Conflict);
    public static readonly Problem Ended = new("booking.ended", "这个预约已经结束或者取消。请刷新后再看。", ProblemKind.Conflict);
    public static readonly Problem InUse = new("booking.in-use", "正在使用，不能取消。用完后请登记结束。", ProblemKind.Conflict);
    public static readonly Problem TimesReversed = new("booking.times", "结束时间要晚于开始时间。请改时间。", ProblemKind.Invalid);
    public static readonly Problem ThingUnknown = new("booking.thing-unknown", "没有这个厅、炉、车或者柜。请从列表里选。", ProblemKind.Invalid);
    public static readonly Problem TooLong = new("booking.too-long", "一次预约不能这么长。请分几次预约。", ProblemKind.Invalid);

    public static Problem TakenBy(string thing, string from, string until, string purpose) => Taken with { Message = $"{thing}在{from}至{until}已有安排（{purpose}）。请换一个时间，或者换一处。" };

    public static Problem UnderMaintenance(string thing, string until) => new("booking.maintenance", $"{thing}停用检修，到{until}为止。请换一处，或者改到之后。", ProblemKind.Conflict);

    public static Problem Closed(string thing, string opens, string closes) => new("booking.closed", $"{thing}每天{opens}至{closes}开放。请选这段时间。", ProblemKind.Refused);

    public static Problem TooSmall(string thing, int size, int needed) => new("booking.too-small", $"{thing}最多{size}人，这次要{needed}人。请选大一些的。", ProblemKind.Refused);

    public static Problem Unfit(string thing, string need) => new("booking.unfit", $"{thing}不适用于{need}。请换一处。", ProblemKind.Refused);
}
