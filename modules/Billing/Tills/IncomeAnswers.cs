using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Tills;

/// <summary>What an institution took and gave back between two days, from the payments and refunds themselves.</summary>
internal sealed class IncomeAnswers(BillDesk desk) : IIncome
{
    public async Task<IncomeSum> OfAsync(string institution, DateOnly from, DateOnly until, CancellationToken ct)
    {
        const string why = "按机构年度计算预留金";
        var (begin, end) = (LocalClock.Instant(from.ToDateTime(TimeOnly.MinValue), desk.Zone), LocalClock.Instant(until.AddDays(1).ToDateTime(TimeOnly.MinValue), desk.Zone));
        var paid = desk.Db.AcrossScopes<Payment>(why).AsNoTracking().Where(p => p.Institution == institution && p.State == PaymentState.Paid && p.PaidAt >= begin && p.PaidAt < end);
        var given = desk.Db.AcrossScopes<Refund>(why).AsNoTracking().Where(r => r.Institution == institution && r.State == RefundState.Given && r.DecidedAt >= begin && r.DecidedAt < end);
        return new IncomeSum(await paid.SumAsync(p => p.AmountFen, ct), await given.SumAsync(r => r.AmountFen, ct), await paid.Select(p => p.BillId).Distinct().CountAsync(ct));
    }
}
