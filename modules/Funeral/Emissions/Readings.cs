namespace Anmin.Funeral.Emissions;

internal enum FuelKind { None, Diesel, NaturalGas, LiquefiedGas, Electricity }

/// <summary>能耗和炉温 of one cremation. Append-only: one that was wrong is followed by another, and the last counts.</summary>
internal sealed class CremationReading
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CremationId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Institution { get; init; }

    public required string Cremator { get; init; }

    public required FuelKind Fuel { get; init; }

    /// <summary>Diesel in litres, gases in cubic metres.</summary>
    public decimal? FuelAmount { get; init; }

    /// <summary>Kilowatt-hours.</summary>
    public decimal? Electricity { get; init; }

    /// <summary>Highest temperature of the main chamber, °C.</summary>
    public int? PeakTemperature { get; init; }

    public string Remarks { get; init; } = "";

    public required string RecordedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Label(FuelKind fuel) => fuel switch { FuelKind.Diesel => "柴油", FuelKind.NaturalGas => "天然气", FuelKind.LiquefiedGas => "液化气", FuelKind.Electricity => "电", _ => "未填" };

    public static string Unit(FuelKind fuel) => fuel switch { FuelKind.Diesel => "升", FuelKind.Electricity => "千瓦时", FuelKind.None => "", _ => "立方米" };
}

internal enum ReadingSource { Manual, Sensor }

/// <summary>排放读数: one pollutant at one furnace at one time, with the limit it was judged by. Append-only.</summary>
internal sealed class EmissionReading
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    public required string Cremator { get; init; }

    /// <summary>The cremation that ran then, where one did.</summary>
    public Guid? CremationId { get; init; }

    /// <summary>A code of <see cref="Pollutants"/>.</summary>
    public required string Pollutant { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Null where no rule sets one.</summary>
    public decimal? Limit { get; init; }

    public required bool Over { get; init; }

    public required ReadingSource Source { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What GB 13801 names, with its unit. The limits are rules of the pack: emission.limit.&lt;code&gt;.</summary>
internal static class Pollutants
{
    public static readonly IReadOnlyList<(string Code, string Name, string Unit)> All =
    [
        ("particulate", "颗粒物（烟尘）", "mg/m³"), ("so2", "二氧化硫", "mg/m³"), ("nox", "氮氧化物（以NO₂计）", "mg/m³"), ("co", "一氧化碳", "mg/m³"),
        ("hcl", "氯化氢", "mg/m³"), ("hg", "汞", "mg/m³"), ("dioxin", "二噁英类", "ng TEQ/m³"),
    ];

    public static (string Code, string Name, string Unit) Of(string code) => All.FirstOrDefault(p => p.Code == code) is { Code: not null } known ? known : (code, code, "");

    public static string Rule(string code) => "emission.limit." + code;
}
