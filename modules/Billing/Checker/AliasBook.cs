using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Checker;

/// <summary>A word bills use and the word lists use for it: price_aliases.csv.</summary>
internal sealed class PriceAlias
{
    public required string Alias { get; init; }

    public required string Word { get; set; }
}

/// <summary>The pack's words in memory.</summary>
internal sealed class AliasBook : IReferencePart
{
    private ItemNames names = ItemNames.None;

    public ItemNames Names => Volatile.Read(ref names);

    public static IPackFile File { get; } = new TablePackFile<PriceAlias>("price_aliases.csv", 323,
        [PackColumn.Text("alias", 40).AsKey(), PackColumn.Text("word", 40)],
        row => new PriceAlias { Alias = row["alias"], Word = row["word"] })
    {
        WhenGone = (_, _) => Vanished.Removed,
    };

    public static void Map(ModelBuilder model) => model.Entity<PriceAlias>(t =>
    {
        t.ToTable("billing_price_alias");
        t.HasKey(a => a.Alias);
    });

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        var rows = await db.Set<PriceAlias>().AsNoTracking().ToListAsync(ct);
        Volatile.Write(ref names, new ItemNames(rows.Select(r => (r.Alias, r.Word))));
    }
}
