using Anmin.Ui.Forms;
using Anmin.Ui.Status;

namespace Anmin.Cemetery.Grounds;

/// <summary>States, kinds and stones as people read them.</summary>
internal static class GroundWords
{
    public static string Of(SectionKind kind) => kind switch
    {
        SectionKind.Graves => "墓位",
        SectionKind.Niches => "骨灰堂、寄存室",
        SectionKind.Wall => "壁葬",
        SectionKind.Tree => "树葬",
        SectionKind.Lawn => "草坪葬",
        SectionKind.FlowerBed => "花坛葬",
        SectionKind.DeepBurial => "深埋",
        SectionKind.Scattering => "撒散",
        _ => "海葬",
    };

    public static string Of(StoneKind stone) => stone switch { StoneKind.Flat => "卧碑", StoneKind.Upright => "立碑", _ => "无碑" };

    public static string Of(GroundNature nature) => nature switch { GroundNature.Commercial => "经营性", GroundNature.RuralPublicWelfare => "农村公益性", _ => "公益性" };

    public static string Of(PositionState state) => state switch
    {
        PositionState.Planned => "未开放",
        PositionState.Available => "可选",
        PositionState.Held => "留位",
        PositionState.Contracted => "已签约待安葬",
        PositionState.Occupied => "已安葬",
        _ => "停用、整改",
    };

    public static StatusShape Shape(PositionState state) => state switch
    {
        PositionState.Available => StatusShape.Ok,
        PositionState.Held or PositionState.Contracted => StatusShape.Wait,
        PositionState.Occupied => StatusShape.Run,
        PositionState.Blocked => StatusShape.Bad,
        _ => StatusShape.Todo,
    };

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<SectionKind>().Select(k => new Choice(k.ToString(), Of(k)))];

    public static IReadOnlyList<Choice> Stones { get; } = [.. Enum.GetValues<StoneKind>().Select(s => new Choice(s.ToString(), Of(s)))];
}
