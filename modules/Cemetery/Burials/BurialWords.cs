using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Burials.Orders;
using Anmin.Ui.Forms;

namespace Anmin.Cemetery.Burials;

/// <summary>What people read for each of them.</summary>
internal static class BurialWords
{
    public static string Of(DayHalf half) => half == DayHalf.Morning ? "上午" : "下午";

    public static string Of(BurialState state) => state switch { BurialState.Arranged => "已预约", BurialState.Prepared => "已备好", BurialState.Done => "已安葬", _ => "已取消" };

    public static string Of(IntermentKind kind) => kind switch { IntermentKind.Urn => "骨灰盒安葬", IntermentKind.Degradable => "可降解容器", IntermentKind.Scattered => "撒散、海葬", IntermentKind.Body => "遗体土葬", _ => "寄存" };

    public static string Of(WorkKind kind) => kind switch { WorkKind.OpenGrave => "开穴", WorkKind.Engrave => "刻碑", WorkKind.Place => "落葬封穴", _ => "保洁" };

    public static string Of(WorkState state) => state switch { WorkState.Waiting => "待办", WorkState.Started => "在办", _ => "完成" };

    public static string Of(MoveKind kind) => kind == MoveKind.Relocation ? "迁葬" : "起掘";

    public static string Of(MoveState state) => state switch { MoveState.Asked => "待复核", MoveState.Approved => "已复核，待办结", MoveState.Refused => "未同意", _ => "已办结" };

    public static IReadOnlyList<Choice> Halves { get; } = [new(nameof(DayHalf.Morning), "上午"), new(nameof(DayHalf.Afternoon), "下午")];

    public static IReadOnlyList<Choice> Kinds { get; } = [.. new[] { IntermentKind.Urn, IntermentKind.Degradable, IntermentKind.Scattered, IntermentKind.Body }.Select(k => new Choice(k.ToString(), Of(k)))];

    /// <summary>Colleagues of an institution who could have seen it.</summary>
    public static IReadOnlyList<Choice> Witnesses(this Contracts.Identity.IStaffDirectory staff, string institution, string but)
        => [new("", "请选择"), .. staff.OfInstitution(institution).Where(s => s.Id != but && s.Active).Select(s => new Choice(s.Id, s.Name))];
}
