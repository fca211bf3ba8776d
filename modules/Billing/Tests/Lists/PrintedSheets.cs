using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Tests.Pricing;

namespace Anmin.Billing.Tests.Lists;

/// <summary>The printed lists of the tests as sheets, with the catalogue line each item stands under; and the files they were printed in.</summary>
internal static class PrintedSheets
{
    private static readonly Dictionary<(string, string), string> Catalogue = Rows("catalogue.csv").ToDictionary(r => (r["list"], r["item"]), r => r["catalogue"]);

    public static IReadOnlyList<SheetItem> Of(string list) =>
    [
        .. PrintedLists.All.Where(p => p.Key.List == list).Select((p, i) => new SheetItem(new PriceListItem
        {
            List = list,
            Code = p.Value.Code,
            Ordinal = i + 1,
            Name = p.Value.Name,
            Catalogue = Catalogue[p.Key],
            Class = p.Value.Class,
            Way = p.Value.Way,
            Unit = p.Value.Unit,
            Least = p.Value.Least,
            Most = p.Value.Most,
            MustOffer = p.Value.MustOffer,
        }, p.Value.Terms)),
    ];

    public static IReadOnlyList<Dictionary<string, string>> Rows(string file) => Read(File.ReadAllLines(At(file)));

    /// <summary>A public fee table as it was gathered, each row with its line in the file.</summary>
    public static IReadOnlyList<(int Line, Dictionary<string, string> Row)> Fees(string file)
        => [.. Read(File.ReadAllLines(At(Path.Combine("fees", file))).Skip(1)).Select((r, i) => (i + 3, r))];

    public static IEnumerable<string> FeeFiles => Directory.GetFiles(At("fees"), "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static string At(string file) => Path.Combine(AppContext.BaseDirectory, "Lists", file);

    private static List<Dictionary<string, string>> Read(IEnumerable<string> lines)
    {
        var head = lines.First().Split(',');
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => head.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}
