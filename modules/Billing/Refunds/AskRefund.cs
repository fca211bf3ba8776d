using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Tills;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Refunds;

/// <summary>申请退费: the first of two.</summary>
internal sealed class AskRefund(BillDesk desk, Reading reading) : IUseCase<AskRefund.Request, AskRefund.Reply>
{
    /// <param name="Amount">元.</param>
    public sealed record Request(Guid PaymentId, string? Amount, string? Reason);

    public sealed record Reply(Guid RefundId);

    public Permission Permission => BillingPermissions.AskRefund;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "退费原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!BillPricing.Fen(request.Amount).Try(out var amount, out var problem)) return problem.At(nameof(request.Amount));
        if (amount is not > 0) return RefundProblems.Amount;
        if (await desk.Db.Payments.FirstOrDefaultAsync(p => p.Id == request.PaymentId && p.PaidAt != null, ct) is not { } payment) return RefundProblems.NoPayment;
        if (!(await desk.OpenAsync(payment.BillId, ct)).Try(out var bill, out problem)) return problem;
        var given = await desk.Db.Refunds.Where(r => r.PaymentId == payment.Id && r.State == RefundState.Given).SumAsync(r => r.AmountFen, ct);
        if (amount > payment.AmountFen - given) return BillProblems.MoreThanPaid;
        if (await desk.Db.Refunds.AnyAsync(r => r.PaymentId == payment.Id && r.State == RefundState.Asked, ct)) return RefundProblems.Asked;
        var refund = new Refund
        {
            BillId = bill.Id,
            PaymentId = payment.Id,
            Division = bill.Division,
            Institution = bill.Institution,
            AmountFen = amount.Value,
            Reason = reason!,
            AskedBy = desk.By.Id,
            AskedAt = desk.Now,
        };
        desk.Db.Add(refund);
        bill.Tell("bill.refund-asked", new { refund.Id, refund.AmountFen, refund.Reason });
        return new Reply(refund.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskRefund, Request, Reply>("/bills/refunds");
}

/// <summary>复核退费: the second of two gives the money back, or says why not.</summary>
internal sealed class DecideRefund(BillDesk desk, Reading reading, TillDesk tills, ReceiptDesk receipts) : IUseCase<DecideRefund.Request, DecideRefund.Reply>
{
    /// <param name="Answer">Why it is refused; needed then.</param>
    public sealed record Request(Guid RefundId, bool Give, string? Answer = null);

    /// <param name="Receipt">退费收据; null where refused.</param>
    public sealed record Reply(string? Receipt, long AmountFen);

    public Permission Permission => BillingPermissions.ApproveRefund;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(request.Answer, nameof(request.Answer), "不退的原因", 200, required: !request.Give);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Refunds.FirstOrDefaultAsync(r => r.Id == request.RefundId, ct) is not { } refund) return RefundProblems.None;
        if (!(await desk.OpenAsync(refund.BillId, ct)).Try(out var bill, out var problem)) return problem;
        if (!request.Give)
        {
            if (!refund.Refuse(answer!, desk.By, desk.Now).Try(out _, out problem)) return problem;
            bill.Tell("bill.refund-refused", new { refund.Id, answer });
            return new Reply(null, 0);
        }
        if (refund.AskedBy == desk.By.Id) return RefundProblems.SameTwo;
        if (refund.State != RefundState.Asked) return RefundProblems.Decided;
        var payment = await desk.Db.Payments.AsNoTracking().FirstAsync(p => p.Id == refund.PaymentId, ct);
        Guid? till = payment.Way == PayWay.Cash ? (await tills.MineAsync(bill.Institution!, ct)).Take(-refund.AmountFen) : null;
        if (!refund.Give(till, desk.By, desk.Now).Try(out _, out problem)) return problem;
        if (payment.State == PaymentState.Excess) bill.Tell("bill.excess-returned", new { refund.Id, refund.AmountFen });
        else if (!bill.GiveBack(refund.AmountFen, refund.Id).Try(out _, out problem)) return problem;
        LedgerDesk.GiveBack(desk, bill, payment, refund);
        if (!(await receipts.IssueAsync(ReceiptKind.Refund, refund.Id, bill, refund.AmountFen, payment.Way, ct)).Try(out var receipt, out problem)) return problem;
        if (payment.State != PaymentState.Excess) desk.Context.Announce(new BillRefunded(bill.Id, bill.Subject, bill.Institution!, refund.Id, refund.AmountFen, receipt.Number, desk.Now));
        return new Reply(receipt.Number, refund.AmountFen);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DecideRefund, Request, Reply>("/bills/refunds/decide");
}
