using Anmin.Kernel.Outcomes;
namespace Anmin.Kernel.Calendar;
public sealed class WorkingDays(IEnumerable<(DateOnly Date, bool IsWorkday, string Name)> rows) { public int Count => rows.Count(); }
public static class Deadline { public static Outcome<DateTimeOffset> After(DateTimeOffset from, int amount, string unit, TimeZoneInfo zone, WorkingDays days) => from.AddHours(unit == "hour" ? amount : amount * 24); }
public static class DateReading { public static Outcome<DateOnly> Read(string? t, DateOnly today) => DateOnly.Parse(t!); public static Outcome<DateTimeOffset> ReadInstant(string? t, DateOnly today, TimeZoneInfo zone) => DateTimeOffset.Parse(t!); }
