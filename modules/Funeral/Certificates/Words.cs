using System.Globalization;
using Anmin.Kernel.Calendar;
using Anmin.Ui.Print;

namespace Anmin.Funeral.Certificates;

/// <summary>Dates and QR as papers write them.</summary>
internal static class Words
{
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string Date(DateTimeOffset at, TimeZoneInfo zone) => Date(LocalClock.DateOf(at, zone));

    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) => $"{Date(at, zone)}{Clock(at, zone)}";

    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Qr(string text) => QrSvg.Of(text);
}
