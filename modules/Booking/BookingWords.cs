namespace Anmin.Booking;

/// <summary>Words for what rooms ask for.</summary>
internal static class BookingWords
{
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

    public static string Need(string need) => need switch
    {
        "infectious" => "传染病遗体",
        "oversize" => "超大遗体",
        "infant" => "婴幼儿遗体",
        _ => "这项要求",
    };
}
