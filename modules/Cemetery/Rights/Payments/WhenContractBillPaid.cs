using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Payments;

/// <summary>The contract's bill is paid. Judged by the moment of the payment, not of the message; what cannot be taken any more is kept for its refund.</summary>
internal sealed class WhenContractBillPaid(AnminDb db, Holding holding, TimeProvider clock) : IReaction<BillPaid>
{
    public async Task HandleAsync(BillPaid fact, CancellationToken ct)
    {
        if (await db.PlotRights.FirstOrDefaultAsync(r => r.BillId == fact.BillId, ct) is not { } right) return;
        if (right.State is RightState.Paid or RightState.Active || await db.LatePayments.AnyAsync(p => p.BillId == fact.BillId, ct)) return;
        if (right.Pay(fact.At).Try(out _, out var problem))
        {
            var position = await db.Positions.FirstAsync(p => p.Id == right.PositionId, ct);
            position.Follow(right.State, await holding.RestingAsync(position.Id, ct));
            return;
        }
        db.Add(LatePayment.Of(right, fact.BillId, fact.DueFen, fact.At, problem.Message));
        if (right.Lapse(clock.GetUtcNow())) await holding.FreeAsync(right, ct);
        right.Tell("right.paid-late", new { fact.BillId, fact.DueFen, problem.Code });
    }
}
