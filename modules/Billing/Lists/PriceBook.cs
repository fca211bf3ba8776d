using System.Collections.Frozen;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

/// <summary>A list as the engine needs it, whole and unchanging.</summary>
/// <param name="Items">By item code, with their terms.</param>
internal sealed record PrintedList(string Code, string Institution, string Document, DateOnly From, DateOnly? Until, FrozenDictionary<string, PriceItem> Items);

/// <summary>Which list was, is or will be in force at an institution on a day. A past day gives the past list.</summary>
internal sealed class PriceBook(AnminDb db)
{
    public async Task<Outcome<PrintedList>> InForceAsync(string institution, DateOnly day, CancellationToken ct)
    {
        var list = (await db.PriceLists.AsNoTracking().Where(l => l.Institution == institution && l.From <= day && (l.Until == null || l.Until >= day)).ToListAsync(ct)).Find(l => l.InForceOn(day));
        if (list is null) return BillingProblems.NoList(day);
        var terms = (await db.PriceListTerms.AsNoTracking().Where(t => t.List == list.Code).OrderBy(t => t.Ordinal).ToListAsync(ct))
            .ToLookup(t => t.Item, t => new PriceTerm(t.Kind, t.Match, t.From, t.To, t.Fen, t.Percent));
        var items = await db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).ToListAsync(ct);
        return new PrintedList(list.Code, list.Institution, list.Document, list.From, list.Until,
            items.ToFrozenDictionary(i => i.Code, i => new PriceItem(i.Code, i.Name, i.Class, i.Way, i.Unit, i.Least, i.Most, list.Document, [.. terms[i.Code]]) { MustOffer = i.MustOffer }, StringComparer.Ordinal));
    }
}
