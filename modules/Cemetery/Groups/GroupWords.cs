using Anmin.Ui.Forms;
using Anmin.Ui.Status;

namespace Anmin.Cemetery.Groups;

/// <summary>What people read for groups and sign-ups.</summary>
internal static class GroupWords
{
    public static string Of(GroupKind kind) => kind == GroupKind.Sea ? "海葬" : "撒散";

    public static string Of(GroupState state, bool closed = false) => state switch
    {
        GroupState.Open => closed ? "报名已截止" : "报名中",
        GroupState.Closed => "报名已截止",
        GroupState.Postponed => "延期待定",
        GroupState.Held => "已办完",
        _ => "已取消",
    };

    public static StatusShape Shape(GroupState state, bool closed = false) => state switch
    {
        GroupState.Open => closed ? StatusShape.Todo : StatusShape.Run,
        GroupState.Closed => StatusShape.Todo,
        GroupState.Postponed => StatusShape.Wait,
        GroupState.Held => StatusShape.Ok,
        _ => StatusShape.Wait,
    };

    public static string Of(SeatState state) => state switch { SeatState.SignedUp => "已报名", SeatState.Laid => "已安葬", SeatState.Absent => "没有到场", _ => "已取消" };

    public static StatusShape Shape(SeatState state) => state switch { SeatState.SignedUp => StatusShape.Run, SeatState.Laid => StatusShape.Ok, _ => StatusShape.Wait };

    public static string Craft(GroupKind kind) => kind == GroupKind.Sea ? "船" : "撒散地点";

    public static IReadOnlyList<Choice> Relations { get; } = [new("配偶", "配偶"), new("子女", "子女"), new("父母", "父母"), new("兄弟姐妹", "兄弟姐妹"), new("其他亲属", "其他亲属"), new("单位或者社区", "单位或者社区")];
}
