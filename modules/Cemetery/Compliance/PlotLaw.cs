using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Rules;

namespace Anmin.Cemetery.Compliance;

/// <summary>
/// What the rules of one place said on a day, judged on plain facts. A rule that nobody entered is not judged by: supervision raises nothing on a guess.
/// One object serves one computation and remembers what it asked.
/// </summary>
internal sealed class PlotLaw(RuleBook rules, string division)
{
    private readonly Dictionary<(string Key, DateOnly Day), Rule?> asked = [];

    public Rule? Find(string key, DateOnly day)
    {
        if (asked.TryGetValue((key, day), out var known)) return known;
        return asked[(key, day)] = rules.Find(key, division, day).Value;
    }

    public decimal? Number(string key, DateOnly day) => Find(key, day) is { } rule && decimal.TryParse(rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>占地面积 in three bands, 墓碑, 硬化.</summary>
    public IEnumerable<Breach> Sizes(PlotFacts plot, GroundNature nature, DateOnly day)
    {
        if (plot.Kind != SectionKind.Graves) yield break;
        var areaKey = (plot.ForBody, plot.Capacity) switch { (true, 1) => "plot.area.max.body-single", (true, _) => "plot.area.max.body-joint", (false, 1) => "plot.area.max.single", (false, 2) => "plot.area.max.joint", _ => "plot.area.max.multiple" };
        if (plot.AreaCm2 is { } area && Number(areaKey, day) is { } most && area > most * 10_000 && Band(area, most * 10_000, day) is { } band)
            yield return new(band, $"占地不超过{Plain(most)}平方米", Plain(area / 10_000m) + "平方米", Percent(area, most * 10_000), Find(areaKey, day)!.Source);
        if (plot.Stone == StoneKind.Upright && nature != GroundNature.Commercial && Find("plot.stone.public", day) is { } flat && !flat.Value.Contains("竖式", StringComparison.Ordinal))
            yield return new(ComplianceRule.StoneUpright, flat.Value, "竖式", "", flat.Source);
        if (plot.Stone == StoneKind.Upright && nature == GroundNature.Commercial && plot.StoneHeightCm is { } height && Number("plot.stone.height.max", day) is { } high && height > high * 100)
            yield return new(ComplianceRule.StoneHeight, $"高出地面不超过{Plain(high)}米", Plain(height / 100m) + "米", Percent(height, high * 100), Find("plot.stone.height.max", day)!.Source);
        if (plot.HardenedCm2 is { } hard && Number("plot.hardened.max", day) is { } hardMost && hard > hardMost * 10_000)
            yield return new(ComplianceRule.Hardening, $"硬化不超过{Plain(hardMost)}平方米", Plain(hard / 10_000m) + "平方米", Percent(hard, hardMost * 10_000), Find("plot.hardened.max", day)!.Source);
    }

    /// <summary>Bands as the rules draw them, both edges belonging to the lower one; null where nobody drew any.</summary>
    private string? Band(decimal found, decimal most, DateOnly day) =>
        most <= 0 || Number("plot.oversize.band.1", day) is not { } first || Number("plot.oversize.band.2", day) is not { } second ? null
        : (found - most) * 100 <= first * most ? ComplianceRule.OversizeFirst
        : (found - most) * 100 <= second * most ? ComplianceRule.OversizeSecond : ComplianceRule.OversizeThird;

    /// <summary>Sold on what: without a paper, or to the living without a ground the law names.</summary>
    /// <param name="everRested">Somebody rests or rested there.</param>
    public Breach? Sale(RightBasis basis, bool hasNumber, bool hasCase, bool everRested, DateOnly day)
    {
        if (Find("plot.sale.requires", day) is not { } law) return null;
        if (basis is RightBasis.CremationCertificate or RightBasis.DeathCertificate)
            return hasNumber || hasCase ? null : new(ComplianceRule.NoCertificate, "凭死亡证明或者火化证明", "没有登记证明编号", "", law.Source);
        if (basis == RightBasis.OldRegister) return hasNumber || hasCase || everRested ? null : new(ComplianceRule.BeforeDeath, "凭死亡证明或者火化证明", "旧册，没有证明，没有人安葬", "", law.Source);
        var exception = Find("plot.exception." + KeyOf(basis), day);
        if (exception is null or { Value: "forbidden" }) return new(ComplianceRule.BeforeDeath, "凭死亡证明或者火化证明", $"{WordOf(basis)}，不是这里的法定情形", "", law.Source);
        return hasNumber ? null : new(ComplianceRule.BeforeDeath, $"{WordOf(basis)}要有材料", "没有登记材料编号", "", exception.Source);
    }

    /// <summary>One period of a right.</summary>
    public Breach? Term(RightKind kind, DateOnly from, DateOnly until, DateOnly day)
    {
        var key = kind switch { RightKind.Niche => "niche.term.max", RightKind.Deposit => "deposit.term.max", _ => "plot.term.max" };
        return Number(key, day) is { } years && until > from.AddYears((int)years).AddDays(-1)
            ? new(ComplianceRule.TermOver, $"一次不超过{Plain(years)}年", $"{from:yyyy-MM-dd}至{until:yyyy-MM-dd}", Beyond(from.AddYears((int)years).AddDays(-1), until), Find(key, day)!.Source) : null;
    }

    /// <summary>Maintenance taken at once.</summary>
    public Breach? Prepaid(DateOnly from, DateOnly until, DateOnly day) => Number("plot.fee.prepay.max", day) is { } years && until > from.AddYears((int)years).AddDays(-1)
        ? new(ComplianceRule.CarePrepaid, $"一次不超过{Plain(years)}年", $"{from:yyyy-MM-dd}至{until:yyyy-MM-dd}", Beyond(from.AddYears((int)years).AddDays(-1), until), Find("plot.fee.prepay.max", day)!.Source) : null;

    public static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Percent(decimal found, decimal most) => most <= 0 ? "" : decimal.Round((found - most) * 100 / most, 1).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Beyond(DateOnly lawful, DateOnly until) => (until.DayNumber - lawful.DayNumber).ToString(CultureInfo.InvariantCulture) + "天";

    private static string KeyOf(RightBasis basis) => basis switch { RightBasis.LivingSpouse => "living-spouse", RightBasis.ChildlessElder => "childless-elder", RightBasis.Aged => "aged", RightBasis.CriticallyIll => "critically-ill", RightBasis.Relocation => "relocation", _ => "other-special" };

    private static string WordOf(RightBasis basis) => basis switch { RightBasis.LivingSpouse => "健在配偶合葬", RightBasis.ChildlessElder => "无子女老年人", RightBasis.Aged => "高龄", RightBasis.CriticallyIll => "危重", RightBasis.Relocation => "迁葬", _ => "其他特殊情况" };
}

/// <summary>The place as built, in whole centimetres and square centimetres; null where nobody measured.</summary>
internal sealed record PlotFacts(SectionKind Kind, int Capacity, bool ForBody, int? AreaCm2, StoneKind Stone, int? StoneHeightCm, int? HardenedCm2);

/// <summary>One rule broken by plain facts.</summary>
internal sealed record Breach(string Rule, string Allowed, string Found, string Over, string Source);
