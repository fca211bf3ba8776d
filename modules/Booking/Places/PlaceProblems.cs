using Anmin.Booking.Slots;
using Anmin.Kernel.Outcomes;

namespace Anmin.Booking.Places;

/// <summary>Every way a slot refuses, with the sentence people read.</summary>
internal static class PlaceProblems
{
    private static readonly Problem None = new("booking.slot.full", "这个时段已经约满。请改选还有余量的时段。", ProblemKind.Refused, "SlotId");

    public static readonly Problem NoSlot = new("booking.slot.unknown", "没有这个时段。请回到预约页重新选择。", ProblemKind.NotFound, "SlotId");

    public static readonly Problem Past = new("booking.slot.past", "这个时段已经开始或结束。请改选以后的时段。", ProblemKind.Refused, "SlotId");

    public static readonly Problem Closed = new("booking.slot.closed", "这个时段已停止预约。请改选其他时段，或打电话问馆里。", ProblemKind.Refused, "SlotId");

    public static readonly Problem PhoneTwice = new("booking.place.phone-twice", "这个手机号已约过本时段。请用预约号查看，人数有变时先取消再预约。", ProblemKind.Conflict, "Phone");

    public static readonly Problem NoPlace = new("booking.place.unknown", "没有查到这个预约。请核对预约号和手机号，或打电话问馆里。", ProblemKind.NotFound, "Number");

    public static readonly Problem BadNumber = new("booking.place.number", "预约号是Y开头的13位，请对照预约凭条填写。", ProblemKind.Invalid, "Number");

    public static readonly Problem Cancelled = new("booking.place.cancelled", "这个预约已经取消。需要时请重新预约。", ProblemKind.Conflict);

    public static readonly Problem Attended = new("booking.place.attended", "这个预约已登记到场，不能再改。", ProblemKind.Conflict);

    public static readonly Problem Begun = new("booking.place.begun", "这个时段已经开始，不能在网上取消。请打电话告诉馆里。");

    public static readonly Problem TooEarly = new("booking.place.too-early", "还没到预约的那一天，不能登记到场。请核对日期。");

    public static readonly Problem Kept = new("booking.place.kept", "预约记录不能改写或删除。请取消后重新预约。", ProblemKind.Conflict);

    public static readonly Problem BadPeople = new("booking.place.people", "请填写人数，用数字，至少1人。", ProblemKind.Invalid, "People");

    public static Problem Full(int remaining) => remaining <= 0 ? None : new("booking.slot.full", $"这个时段只剩{remaining}个名额。请减少人数，或改选其他时段。", ProblemKind.Refused, "SlotId");

    public static Problem TooMany(int most) => new("booking.place.too-many", $"一次最多预约{most}人。人更多时请分开预约，或打电话给馆里安排。", ProblemKind.Refused, "People");
}
