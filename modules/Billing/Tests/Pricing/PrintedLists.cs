using System.Globalization;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Tests.Pricing;

/// <summary>The printed lists of the tests: items.csv with terms.csv.</summary>
internal static class PrintedLists
{
    public static IReadOnlyDictionary<(string List, string Code), PriceItem> All { get; } = Read();

    public static IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Pricing", file));
        var head = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => l.Split(',') is var cells && cells.Length == head.Length ? head.Zip(cells).ToDictionary(p => p.First, p => p.Second) : throw new FormatException($"{file}: {l}"))];
    }

    public static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<(string, string), PriceItem> Read()
    {
        var terms = Rows("terms.csv").ToLookup(t => (t["list"], t["item"]), Term);
        return Rows("items.csv").ToDictionary(i => (i["list"], i["code"]), i => new PriceItem(
            i["code"], i["name"], Enum.Parse<ItemClass>(i["class"]), Enum.Parse<PricingWay>(i["way"]), i["unit"], long.Parse(i["least"], CultureInfo.InvariantCulture), long.Parse(i["most"], CultureInfo.InvariantCulture), i["list"], [.. terms[(i["list"], i["code"])]])
        { MustOffer = i["must_offer"] == "yes" });
    }

    private static PriceTerm Term(Dictionary<string, string> t) => new(
        Enum.Parse<TermKind>(t["kind"]), t["match"].Length == 0 ? null : t["match"], Number(t["from"]) ?? 0, Number(t["to"]), (long)(Number(t["fen"]) ?? 0), Number(t["percent"]) ?? 100);
}
