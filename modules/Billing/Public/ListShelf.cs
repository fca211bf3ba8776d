using System.Collections.Concurrent;
using System.Collections.Frozen;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Public;

/// <summary>One printed line with what only people read.</summary>
/// <param name="Content">What the price contains, as printed.</param>
/// <param name="Exemption">减免 as printed.</param>
internal sealed record ShownItem(PriceItem Item, string? Content, string? Exemption);

/// <summary>Every line of a published list, in its printed order.</summary>
internal sealed record ShownLines(IReadOnlyList<ShownItem> Lines, FrozenDictionary<string, PriceItem> Items);

/// <summary>
/// Published lists in memory by their code. A list in force never changes under its code, so it is read once;
/// only a newly loaded pack may say otherwise, and clears the shelf on every node.
/// </summary>
internal sealed class ListShelf : IReferencePart
{
    private ConcurrentDictionary<string, ShownLines> shelf = new();

    public Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        Volatile.Write(ref shelf, new());
        return Task.CompletedTask;
    }

    /// <param name="list">In force; a draft must never come here.</param>
    public async Task<ShownLines> OfAsync(AnminDb db, PriceList list, CancellationToken ct)
    {
        var mine = Volatile.Read(ref shelf);
        if (mine.TryGetValue(list.Code, out var kept)) return kept;
        var terms = (await db.PriceListTerms.AsNoTracking().Where(t => t.List == list.Code).ToListAsync(ct)).ToLookup(t => t.Item);
        var rows = await db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).OrderBy(i => i.Ordinal).ThenBy(i => i.Code).ToListAsync(ct);
        var lines = rows.ConvertAll(i => new ShownItem(i.Priced(list.Document, terms[i.Code]), i.Content, i.Exemption));
        return mine[list.Code] = new(lines, lines.ToFrozenDictionary(l => l.Item.Code, l => l.Item, StringComparer.Ordinal));
    }
}
