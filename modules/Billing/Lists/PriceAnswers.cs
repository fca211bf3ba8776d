using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

/// <summary>What other rooms ask about prices, answered from the list in force on the day.</summary>
internal sealed class PriceAnswers(AnminDb db, PriceBook book) : IPriceBook
{
    public async Task<Outcome<PricedItem>> PriceAsync(PriceAsked asked, CancellationToken ct)
    {
        if (!(await book.InForceAsync(asked.Institution, asked.Day, ct)).Try(out var list, out var problem)) return problem;
        if (!list.Items.TryGetValue(asked.Item, out var item)) return ListProblems.OffList(asked.Item);
        if (!PriceEngine.Of(item, QueryOf(asked)).Try(out var price, out problem)) return problem;
        return new PricedItem(item.Code, item.Name, item.Unit, price.Fen, price.Words, list.Code, list.Document);
    }

    public async Task<Outcome<PriceListCard>> ListAsync(string institution, DateOnly day, CancellationToken ct)
    {
        if (!(await book.InForceAsync(institution, day, ct)).Try(out var list, out var problem)) return problem;
        var order = await db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).OrderBy(i => i.Ordinal).ThenBy(i => i.Code).Select(i => i.Code).ToListAsync(ct);
        return new PriceListCard(list.Code, list.Institution, list.Document, list.From, list.Until, [.. order.Select(code => LineOf(list.Items[code]))]);
    }

    private static PriceListLine LineOf(PriceItem item)
        => new(item.Code, item.Name, item.Class.ToString(), PriceListItem.Label(item.Way), item.Unit, item.Least, item.Most, TermSentences.Write(item.Terms, item.Unit), item.MustOffer);

    private static PriceQuery QueryOf(PriceAsked asked) => new(asked.Quantity)
    {
        Agreed = asked.AgreedFen,
        Match = asked.Choice,
        Kilometres = asked.Kilometres,
        Floor = asked.Floor,
        Lift = asked.Lift,
        Age = asked.Age,
        Infectious = asked.Infectious,
        Grade = asked.Grade,
        Cost = asked.CostFen,
    };
}
