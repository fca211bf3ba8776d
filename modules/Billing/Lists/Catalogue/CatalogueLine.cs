using Anmin.Billing.Pricing;

namespace Anmin.Billing.Lists.Catalogue;

/// <summary>One line of 基础项目清单 or 非基础项目清单 of a place, for a time (发改价格〔2026〕108号; before it 发改价格〔2012〕673号).</summary>
internal sealed class CatalogueLine
{
    /// <summary>Division code; the nearest one that knows the code speaks.</summary>
    public required string Jurisdiction { get; init; }

    public required string Code { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? EffectiveTo { get; set; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    public ItemClass Class { get; set; }

    /// <summary>Names of <see cref="PricingWay"/> allowed, parted by spaces.</summary>
    public required string Ways { get; set; }

    /// <summary>Units a list may use, parted by spaces.</summary>
    public required string Units { get; set; }

    /// <summary>Kinds of institution whose list must offer a basic type of it, parted by spaces; empty where none must.</summary>
    public string MustOffer { get; set; } = "";

    /// <summary>Number of the document the line stands in.</summary>
    public required string Basis { get; set; }

    public bool InForceOn(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo);

    public bool Allows(PricingWay way) => Words(Ways).Contains(way.ToString(), StringComparer.Ordinal);

    public bool AllowsUnit(string unit) => Words(Units).Contains(unit, StringComparer.Ordinal);

    public bool MustBeOfferedBy(string kind) => Words(MustOffer).Contains(kind, StringComparer.Ordinal);

    public IEnumerable<PricingWay> AllowedWays => Words(Ways).Select(Enum.Parse<PricingWay>);

    public IReadOnlyList<string> AllowedUnits => Words(Units);

    private static string[] Words(string many) => many.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
