using Anmin.Billing.Pricing;
using Anmin.Kernel.Packs;

namespace Anmin.Billing.Lists.Catalogue;

/// <summary>price_catalogue.csv: what may be charged at all. A city's rows stand beside the nation's.</summary>
internal static class CatalogueFile
{
    public const string Name = "price_catalogue.csv";

    private static readonly string[] Ways = Enum.GetNames<PricingWay>();

    public static IPackFile Make() => new TablePackFile<CatalogueLine>(Name, 318,
        [
            PackColumn.Text("jurisdiction", 12).AsKey(), PackColumn.Code("code").AsKey(), PackColumn.Whole("ordinal", 1, 9999), PackColumn.Text("name", 120), PackColumn.OneOf("class", Enum.GetNames<ItemClass>()),
            PackColumn.Text("ways").And(text => text.Split(' ').FirstOrDefault(w => !Ways.Contains(w)) is { } word ? $"“{word}”不是管理方式，可用：{string.Join("、", Ways)}" : null),
            PackColumn.Text("units"), PackColumn.Text("must_offer").Optional(), PackColumn.Text("basis"), PackColumn.Date("effective_from").AsKey(), PackColumn.Date("effective_to").Optional(),
        ],
        row => new CatalogueLine
        {
            Jurisdiction = row["jurisdiction"],
            Code = row["code"],
            EffectiveFrom = row.Date("effective_from"),
            EffectiveTo = row.DateOrNull("effective_to"),
            Ordinal = row.Whole("ordinal"),
            Name = row["name"],
            Class = Enum.Parse<ItemClass>(row["class"]),
            Ways = row["ways"],
            Units = row["units"],
            MustOffer = row["must_offer"],
            Basis = row["basis"],
        })
    {
        Further = (rows, check) => check.Periods(rows, r => r["jurisdiction"] + " " + r["code"]),
    };
}
