using Anmin.Funeral.Temperatures;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.ColdStore;

public sealed class TemperatureTests
{
    private static readonly TemperatureLimits Cold = new(0, 60, TimeSpan.FromHours(4));
    private static readonly DateTimeOffset Start = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("3.5", 35), InlineData("-18", -180), InlineData(" 4℃ ", 40), InlineData("－18．5", -185), InlineData("0", 0), InlineData("-0.04", 0), InlineData("1000", 10000)]
    public void Reads_what_people_and_sensors_write(string text, int tenths) => Celsius.Read(text).ShouldBe(tenths);

    [Theory]
    [InlineData("NaN"), InlineData("Infinity"), InlineData("-∞"), InlineData("1e3"), InlineData(""), InlineData(null), InlineData("很冷"), InlineData("3,5"), InlineData("99999999999999999999"), InlineData("--3"), InlineData("3 5")]
    public void Reads_nothing_from_what_is_no_temperature(string? text) => Celsius.Read(text).ShouldBeNull();

    [Theory]
    [InlineData(0, ""), InlineData(60, ""), InlineData(-1, "TooCold"), InlineData(61, "TooWarm")]
    public void Both_ends_of_the_range_are_allowed(int tenths, string wrong) => (Cold.Judge(tenths)?.ToString() ?? "").ShouldBe(wrong);

    /// <summary>Late, early, mixed: every reading out of range is covered by an alarm, and an alarm is open exactly when the newest reading is wrong.</summary>
    [Theory]
    [InlineData(1), InlineData(20260415), InlineData(77)]
    public void In_whatever_order_they_come_no_wrong_reading_goes_without_an_alarm(int seed)
    {
        for (var walk = 0; walk < 2000; walk++)
        {
            var chance = new Random(seed + walk);
            var alarms = new List<TemperatureAlarm>();
            var watch = new AlarmWatch("fh-1", "1区", null, alarms, _ => { });
            var seen = new List<(DateTimeOffset At, int Tenths)>();
            for (var i = 0; i < 30; i++)
            {
                var at = Start.AddMinutes(chance.Next(0, 400));
                if (seen.Exists(s => s.At == at)) continue;
                var tenths = chance.Next(-30, 100);
                seen.Add((at, tenths));
                watch.Take(at, tenths, Cold);
                var open = alarms.FindAll(a => a.EndedAt is null);
                open.Select(a => a.Kind).ShouldBeUnique();
                var newest = seen.MaxBy(s => s.At);
                (open.Count == 0 ? (AlarmKind?)null : open.Single().Kind).ShouldBe(Cold.Judge(newest.Tenths), $"seed {seed + walk}, step {i}");
                alarms.ShouldAllBe(a => a.EndedAt == null || a.EndedAt >= a.RaisedAt);
                if (Cold.Judge(tenths) is { } wrong) alarms.ShouldContain(a => a.Kind == wrong && (a.EndedAt == null || a.EndedAt >= at), $"seed {seed + walk}, step {i}");
            }
        }
    }
}
