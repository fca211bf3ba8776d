using System.Globalization;
using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

/// <summary>price_lists.csv, price_items.csv and price_terms.csv: printed lists as a city pack holds them, in force as they stand. Lines are laid before their list.</summary>
internal static class ListPackFiles
{
    public static IReadOnlyList<IPackFile> All { get; } =
    [
        CatalogueFile.Make(),
        new LinesOfNewLists(new TablePackFile<PriceListItem>("price_items.csv", 320,
            [
                PackColumn.Refers("list", "price_lists.csv", "code").AsKey(), PackColumn.Text("code", 40).AsKey(), PackColumn.Whole("ordinal", 1, 9999), PackColumn.Text("name", 120), PackColumn.Refers("catalogue", CatalogueFile.Name, "code"),
                PackColumn.OneOf("class", Enum.GetNames<ItemClass>()), PackColumn.OneOf("way", Enum.GetNames<PricingWay>()), PackColumn.Text("unit", 20), PackColumn.Whole("least", 0, 100_000_000), PackColumn.Whole("most", 0, 100_000_000),
                PackColumn.OneOf("must_offer", "yes", "no"), PackColumn.Text("content", 300).Optional(), PackColumn.Text("exemption", 300).Optional(),
            ], Item)),
        new LinesOfNewLists(new TablePackFile<PriceListTerm>("price_terms.csv", 321,
            [
                PackColumn.Refers("list", "price_lists.csv", "code").AsKey(), PackColumn.Text("item", 40).AsKey(), PackColumn.Whole("ordinal", 1, 999).AsKey(), PackColumn.OneOf("kind", Enum.GetNames<TermKind>()), PackColumn.Text("match", 60).Optional(),
                Number("from"), Number("to"), PackColumn.Whole("fen", 0, 100_000_000).Optional(), Number("percent"),
            ], Term)),
        new PriceListFile(),
    ];

    private static PriceListItem Item(PackRow row) => new()
    {
        List = row["list"],
        Code = row["code"],
        Ordinal = row.Whole("ordinal"),
        Name = row["name"],
        Catalogue = row["catalogue"],
        Class = Enum.Parse<ItemClass>(row["class"]),
        Way = Enum.Parse<PricingWay>(row["way"]),
        Unit = row["unit"],
        Least = row.Whole("least"),
        Most = row.Whole("most"),
        MustOffer = row["must_offer"] == "yes",
        Content = row.TextOrNull("content"),
        Exemption = row.TextOrNull("exemption"),
    };

    private static PriceListTerm Term(PackRow row) => new()
    {
        List = row["list"],
        Item = row["item"],
        Ordinal = row.Whole("ordinal"),
        Kind = Enum.Parse<TermKind>(row["kind"]),
        Match = row.TextOrNull("match"),
        From = Of(row["from"]) ?? 0,
        To = Of(row["to"]),
        Fen = row.WholeOrZero("fen"),
        Percent = Of(row["percent"]) ?? 100,
    };

    private static PackColumn Number(string name) => new PackColumn(name, (text, _) => Of(text) is null ? $"“{text}”不是数字" : null).Optional();

    private static decimal? Of(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Lines only of lists that are not there yet: a published list stays as it was, whatever a later pack says of it.</summary>
internal sealed class LinesOfNewLists(IPackFile inner) : IPackFile
{
    public string FileName => inner.FileName;

    public int Order => inner.Order;

    public IReadOnlyList<PackColumn> Columns => inner.Columns;

    public void Check(IReadOnlyList<PackRow> rows, PackCheck check) => inner.Check(rows, check);

    public async Task<PackChanges> ApplyAsync(AnminDb db, IReadOnlyList<PackRow> rows, PackScope scope, CancellationToken ct)
    {
        var there = await db.PriceLists.AsNoTracking().Select(l => l.Code).ToHashSetAsync(ct);
        return await inner.ApplyAsync(db, [.. rows.Where(r => !there.Contains(r["list"]))], scope, ct);
    }
}

/// <summary>Heads of lists. Of one that is there only its end is added, once, so that the next may begin.</summary>
internal sealed class PriceListFile : IPackFile
{
    public string FileName => "price_lists.csv";

    public int Order => 322;

    public IReadOnlyList<PackColumn> Columns { get; } =
        [PackColumn.Code("code").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Text("title", 80), PackColumn.Text("document", 200), PackColumn.Date("from"), PackColumn.Date("until").Optional()];

    public void Check(IReadOnlyList<PackRow> rows, PackCheck check) => check.Periods(rows, r => r["institution"], "from", "until");

    public async Task<PackChanges> ApplyAsync(AnminDb db, IReadOnlyList<PackRow> rows, PackScope scope, CancellationToken ct)
    {
        var there = await db.PriceLists.ToDictionaryAsync(l => l.Code, StringComparer.Ordinal, ct);
        var changes = new PackChanges();
        foreach (var row in rows)
        {
            var until = row.DateOrNull("until");
            if (!there.TryGetValue(row["code"], out var list))
            {
                db.Add(new PriceList { Code = row["code"], Institution = row["institution"], Title = row["title"], Document = row["document"], From = row.Date("from"), Until = until, State = PriceListState.Published, Standing = until is null ? row["institution"] : null });
                changes.Added++;
                changes.Differences.Add(new(PackAct.Added, row["code"]));
            }
            else if (list.Until is null && until is not null)
            {
                (list.Until, list.Standing) = (until, null);
                changes.Changed++;
                changes.Differences.Add(new(PackAct.Changed, row["code"], "until", null, row["until"]));
            }
            else changes.Unchanged++;
        }
        changes.Kept = there.Keys.Except(rows.Select(r => r["code"])).Count();
        return changes;
    }
}
