using System.Globalization;

namespace Anmin.Funeral.Temperatures;

/// <summary>One reading of one sensor, or by hand. Append-only; one sensor says one thing about one instant.</summary>
internal sealed class TemperatureReading
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    /// <summary>The zone of boxes it was measured in.</summary>
    public required string Zone { get; init; }

    /// <summary>Id of the sensor; <c>manual</c> where somebody read a thermometer.</summary>
    public required string Sensor { get; init; }

    /// <summary>By the device's own clock: what arrives late still stands in its place.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Tenths of a degree Celsius.</summary>
    public required int Tenths { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

internal enum AlarmKind { TooWarm, TooCold, Silent }

/// <summary>温度报警: stays on the list until somebody says what was done, even when the readings are good again.</summary>
internal sealed class TemperatureAlarm
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    public required string Zone { get; init; }

    public required AlarmKind Kind { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The worst reading so far, in tenths of a degree; null where there was none.</summary>
    public int? Tenths { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    public string? Reason { get; private set; }

    public void Worsen(int tenths) => Tenths = Tenths is not { } worst ? tenths : Kind == AlarmKind.TooCold ? Math.Min(worst, tenths) : Math.Max(worst, tenths);

    public void End(DateTimeOffset at) => EndedAt = at;

    public void Acknowledge(string by, string reason, DateTimeOffset now) => (AcknowledgedBy, Reason, AcknowledgedAt) = (by, reason, now);
}

/// <summary>What a zone may be, in tenths of a degree, both ends allowed, and how long it may stay silent.</summary>
internal sealed record TemperatureLimits(int Least, int Most, TimeSpan Every)
{
    public AlarmKind? Judge(int tenths) => tenths > Most ? AlarmKind.TooWarm : tenths < Least ? AlarmKind.TooCold : null;
}

internal static class Celsius
{
    /// <summary>No refrigerated room is colder or warmer; anything beyond is a broken sensor or a slip of the keys.</summary>
    public const int LeastTenths = -600, MostTenths = 600;

    /// <summary>Reads <c>-18.5</c>, <c>4</c>, <c>4℃</c>; null for anything that is not a temperature: NaN, infinity, exponents, words.</summary>
    public static int? Read(string? text)
    {
        var clean = text?.Trim().TrimEnd('℃', '度', 'C', '°').Replace('－', '-').Replace('．', '.').Trim();
        if (!decimal.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) || Math.Abs(degrees) > 1000) return null;
        return (int)Math.Round(degrees * 10, MidpointRounding.AwayFromZero);
    }

    public static string Write(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}
