namespace Anmin.Cemetery.Grounds;

/// <summary>How often an amount of the list falls due over a term: 格·年 every year, 具·月 every month, 穴 and 格 once.</summary>
internal static class PriceUnits
{
    public static int Times(string unit, int years) => unit switch
    {
        _ when unit.EndsWith("半年", StringComparison.Ordinal) => years * 2,
        _ when unit.EndsWith('年') => years,
        _ when unit.EndsWith('月') => years * 12,
        _ => 1,
    };

    /// <summary>Years of a term, its last day included; a year begun counts whole.</summary>
    public static int Years(DateOnly from, DateOnly until)
    {
        var years = until.Year - from.Year;
        return from.AddYears(years) <= until ? years + 1 : years;
    }
}
