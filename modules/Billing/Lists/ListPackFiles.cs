using System.Globalization;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Packs;

namespace Anmin.Billing.Lists;

/// <summary>price_lists.csv, price_items.csv and price_terms.csv: printed lists as a city pack holds them, in force as they stand.</summary>
internal static class ListPackFiles
{
    public static IReadOnlyList<IPackFile> All { get; } =
    [
        new TablePackFile<PriceList>("price_lists.csv", 320,
            [PackColumn.Code("code").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Text("title", 80), PackColumn.Text("document", 200), PackColumn.Date("from"), PackColumn.Date("until").Optional()],
            row => new PriceList { Code = row["code"], Institution = row["institution"], Title = row["title"], Document = row["document"], From = row.Date("from"), Until = row.DateOrNull("until"), State = PriceListState.Published })
        {
            Match = list => list.Code,
            Untouched = [nameof(PriceList.Id), nameof(PriceList.Until), nameof(PriceList.State)],
            Further = (rows, check) => check.Periods(rows, r => r["institution"]),
        },
        new TablePackFile<PriceListItem>("price_items.csv", 321,
            [PackColumn.Refers("list", "price_lists.csv").AsKey(), PackColumn.Text("code", 40).AsKey(), PackColumn.Whole("ordinal", 1, 9999), PackColumn.Text("name", 120), PackColumn.OneOf("class", Enum.GetNames<ItemClass>()), PackColumn.OneOf("way", Enum.GetNames<PricingWay>()),
             PackColumn.Text("unit", 20), PackColumn.Whole("least", 0, 100_000_000), PackColumn.Whole("most", 0, 100_000_000), PackColumn.OneOf("must_offer", "yes", "no"), PackColumn.Text("content", 300).Optional(), PackColumn.Text("exemption", 300).Optional()],
            row => new PriceListItem
            {
                List = row["list"],
                Code = row["code"],
                Ordinal = row.Whole("ordinal"),
                Name = row["name"],
                Class = Enum.Parse<ItemClass>(row["class"]),
                Way = Enum.Parse<PricingWay>(row["way"]),
                Unit = row["unit"],
                Least = row.Whole("least"),
                Most = row.Whole("most"),
                MustOffer = row["must_offer"] == "yes",
                Content = Filled(row["content"]),
                Exemption = Filled(row["exemption"]),
            }),
        new TablePackFile<PriceListTerm>("price_terms.csv", 322,
            [PackColumn.Refers("list", "price_lists.csv").AsKey(), PackColumn.Text("item", 40).AsKey(), PackColumn.Whole("ordinal", 1, 999).AsKey(), PackColumn.OneOf("kind", Enum.GetNames<TermKind>()), PackColumn.Text("match", 60).Optional(),
             Number("from"), Number("to"), PackColumn.Whole("fen", 0, 100_000_000).Optional(), Number("percent")],
            row => new PriceListTerm
            {
                List = row["list"],
                Item = row["item"],
                Ordinal = row.Whole("ordinal"),
                Kind = Enum.Parse<TermKind>(row["kind"]),
                Match = Filled(row["match"]),
                From = Of(row["from"]) ?? 0,
                To = Of(row["to"]),
                Fen = (long)(Of(row["fen"]) ?? 0),
                Percent = Of(row["percent"]) ?? 100,
            }),
    ];

    private static PackColumn Number(string name) => new PackColumn(name, (text, _) => Of(text) is null ? $"“{text}”不是数字" : null).Optional();

    private static decimal? Of(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
