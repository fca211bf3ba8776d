using System.Collections.Concurrent;
using System.Collections.Frozen;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

/// <summary>A list as the engine needs it, whole and unchanging.</summary>
/// <param name="Items">By item code, with their terms.</param>
internal sealed record PrintedList(string Code, string Institution, string Document, DateOnly From, DateOnly? Until, FrozenDictionary<string, PriceItem> Items);

/// <summary>Items of published lists in memory, by list code: they never change, so nothing here is ever stale.</summary>
internal sealed class PrintedShelf
{
    private const int Most = 512;
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, PriceItem>> lists = new(StringComparer.Ordinal);

    public FrozenDictionary<string, PriceItem>? Find(string list) => lists.GetValueOrDefault(list);

    public void Put(string list, FrozenDictionary<string, PriceItem> items)
    {
        // a province has some hundred; more than that is a test or an attack, and beginning anew is cheap
        if (lists.Count >= Most) lists.Clear();
        lists[list] = items;
    }
}

/// <summary>Which list was, is or will be in force at an institution on a day. A past day gives the past list.</summary>
internal sealed class PriceBook(AnminDb db, PrintedShelf shelf)
{
    public async Task<Outcome<PrintedList>> InForceAsync(string institution, DateOnly day, CancellationToken ct)
    {
        var list = (await db.PriceLists.AsNoTracking().Where(l => l.Institution == institution && l.From <= day && (l.Until == null || l.Until >= day)).ToListAsync(ct)).Find(l => l.InForceOn(day));
        if (list is null) return BillingProblems.NoList(day);
        if (shelf.Find(list.Code) is not { } items) shelf.Put(list.Code, items = await ItemsAsync(list, ct));
        return new PrintedList(list.Code, list.Institution, list.Document, list.From, list.Until, items);
    }

    private async Task<FrozenDictionary<string, PriceItem>> ItemsAsync(PriceList list, CancellationToken ct)
    {
        var terms = (await db.PriceListTerms.AsNoTracking().Where(t => t.List == list.Code).ToListAsync(ct)).ToLookup(t => t.Item);
        return (await db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).OrderBy(i => i.Ordinal).ToListAsync(ct))
            .ToFrozenDictionary(i => i.Code, i => i.Priced(list.Document, terms[i.Code]), StringComparer.Ordinal);
    }
}
