using Anmin.Contracts.Billing;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Bills;

/// <summary>Prices what other rooms ask to have billed.</summary>
internal sealed class OtherBills(IPriceBook prices) : IBills
{
    public async Task<Outcome<BillDrawn>> DrawAsync(BillWish wish, CancellationToken ct)
    {
        var lines = new List<PricedItem>();
        foreach (var asked in wish.Lines)
        {
            if (!(await prices.PriceAsync(asked, ct)).Try(out var priced, out var problem)) return problem;
            lines.Add(priced);
        }
        return new BillDrawn(Guid.CreateVersion7(), "QD", lines.Sum(l => l.Fen), lines.Count > 0 ? lines[0].List : "", lines);
    }

    public Task<BillStanding?> FindAsync(Guid subject, string kind, CancellationToken ct) => Task.FromResult<BillStanding?>(null);
}
