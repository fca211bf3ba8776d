using Anmin.Funeral.Timetable;
using System.Globalization;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>班次: how many of a role are at work, on which weekdays, from when to when. From the city pack.</summary>
internal sealed class Shift
{
    public required string Id { get; init; }

    public required string Institution { get; set; }

    /// <summary>operator: one watches one cremation. driver: two go with each vehicle.</summary>
    public required string Role { get; set; }

    /// <summary>1 is Monday, 7 Sunday; written together.</summary>
    public required string Weekdays { get; set; }

    public required TimeOnly From { get; set; }

    public required TimeOnly Until { get; set; }

    public int People { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<Shift>(t =>
    {
        t.ToTable("funeral_working_shift");
        t.HasKey(e => e.Id);
        t.HasIndex(e => new { e.Institution, e.Role });
    });

    public static IPackFile PackFile { get; } = new TablePackFile<Shift>("shifts.csv", 206,
        [PackColumn.Code("id").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.OneOf("role", Rota.Operator, Rota.Driver), new("weekdays", (text, _) => text.Length is > 0 and <= 7 && text.All(c => c is >= '1' and <= '7') ? null : $"“{text}”不是星期，请写成 1234567"),
            Hour("from"), Hour("until"), PackColumn.Whole("people", 0, 200)],
        row => new Shift { Id = row["id"], Institution = row["institution"], Role = row["role"], Weekdays = row["weekdays"], From = Of(row["from"])!.Value, Until = Of(row["until"])!.Value, People = row.Whole("people") });

    private static PackColumn Hour(string name) => new(name, (text, _) => Of(text) is null ? $"“{text}”不是时刻，请写成 07:30" : null);

    private static TimeOnly? Of(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
