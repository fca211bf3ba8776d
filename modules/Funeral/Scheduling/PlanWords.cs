using Anmin.Funeral.Timetable;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Scheduling;

/// <summary>Reasons and purposes as people say them.</summary>
internal static class PlanWords
{
    public static string Of(Reason reason, Scene scene, TimeZoneInfo zone)
    {
        var (thing, until) = (reason.Thing >= 0 ? scene.Day.Things[reason.Thing].Name : "", ChineseTime.Clock(scene.At(reason.Until), zone));
        return reason.Kind switch
        {
            ReasonKind.Kept => "已经排定，不动",
            ReasonKind.AsWished => "按家属希望的时间",
            ReasonKind.AfterArrival => $"遗体{until}到馆，到了就办",
            ReasonKind.AfterFarewell => "告别一结束就火化",
            ReasonKind.WaitingRule => $"{until}起才可以火化",
            ReasonKind.AtOnce => "最早可以办的时间",
            ReasonKind.Busy => $"{thing}到{until}有安排，别处也没有更早的",
            ReasonKind.Closed => $"{thing}{until}起才开放",
            ReasonKind.Crews => $"{until}以前当班的司机都在路上",
            ReasonKind.Operators => $"{until}以前火化工都在炉前",
            _ => "这一天没有合适的空档",
        };
    }

    /// <summary>When the vehicle is there, against the clock and the family's wish; and why this one where it is a special one.</summary>
    public static string OfTrip(Party party, DateTimeOffset arrives, TimeZoneInfo zone)
    {
        var trip = party.Trip!;
        var clock = trip.DueAt is not { } due ? "" : arrives > due ? $"，晚于{ChineseTime.Clock(due, zone)}的时限" : $"，时限{ChineseTime.Clock(due, zone)}";
        return $"{ChineseTime.Clock(arrives, zone)}到场{clock}{(party.Infectious ? "；派可接运传染病遗体的车" : "")}";
    }

    public static string Purpose(string purpose) => purpose switch
    {
        "farewell" => "告别",
        "vigil" => "守灵",
        "cremation" => "火化",
        "pickup" => "接运",
        "planned-trip" => "计划接运",
        "preparation" => "整容",
        "maintenance" => "停用检修",
        _ => "已预约",
    };

    public static string? KindOf(string purpose) => purpose switch { "farewell" => "hall", "vigil" => "vigil", "cremation" => "cremator", _ => null };
}
