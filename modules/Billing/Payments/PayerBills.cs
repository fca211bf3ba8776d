using Anmin.Billing.Bills;
using Anmin.Billing.Counter;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Payments;

/// <summary>付款人在自己的手机上核对、签名、付款, for bills that are about no case.</summary>
internal sealed class PayerBills(BillDesk desk, Settling settling, IPaymentChannel channel) : IPayerBills
{
    private const string Why = "付款人在线办理自己的费用清单";

    public async Task<PayerBill?> ShowAsync(Guid subject, string kind, CancellationToken ct)
    {
        if (await OtherBills.FindAsync(desk.Db, subject, kind, ct) is not { } bill || !(await desk.EditionAsync(bill, ct)).Try(out var edition, out _)) return null;
        var pending = await PendingAsync(bill, ct);
        PaymentCode? code = null;
        if (pending is not null && (await channel.OrderAsync(pending.Number, pending.AmountFen, ct)).Try(out var text, out _)) code = new PaymentCode(pending.Number, text, pending.AmountFen);
        var receipts = await desk.Db.Receipts.AsNoTracking().Where(r => r.BillId == bill.Id).OrderBy(r => r.IssuedAt).Select(r => r.Number).ToListAsync(ct);
        return new PayerBill(bill.Id, bill.Number, bill.State.ToString(), desk.Institution(bill.Institution)?.Name ?? "", bill.ServiceDay, edition.Hash, edition.DueFen, bill.PaidFen, bill.RefundedFen, bill.PayerName?.Text ?? "",
            [.. edition.Lines.OrderBy(l => l.Line).Select(l => new PayerBillLine(l.Name + (l.Detail.Length > 0 ? $"（{l.Detail}）" : ""), BillWords.Of(l.Way), l.UnitFen, BillWords.Quantity(l.QuantityMilli) + l.Unit, l.AmountFen, l.Derivation, l.Source))], code, receipts);
    }

    public async Task<Outcome<Done>> SignAsync(Guid subject, string kind, string hash, string? image, string? typed, CancellationToken ct)
    {
        if (await OtherBills.FindAsync(desk.Db, subject, kind, ct) is not { } bill || await desk.HeadAsync(bill, ct) is not { } about) return BillProblems.NoBill;
        if (string.IsNullOrEmpty(image) && !string.IsNullOrWhiteSpace(typed))
        {
            if (typed.Trim() != bill.PayerName?.Text) return BillProblems.TypedName;
            return (await SigningDesk.SignAsync(desk, bill, about, hash, null, SigningWay.Typed, null, ct)).Try(out _, out var refused) ? Done.It : refused;
        }
        return (await SigningDesk.SignAsync(desk, bill, about, hash, null, SigningWay.Pad, image, ct)).Try(out _, out var problem) ? Done.It : problem;
    }

    public async Task<Outcome<PaymentCode>> OpenScanAsync(Guid subject, string kind, CancellationToken ct)
    {
        if (await OtherBills.FindAsync(desk.Db, subject, kind, ct) is not { } bill) return BillProblems.NoBill;
        if (bill.State == BillState.Paid) return BillProblems.AlreadyPaid;
        if (await PendingAsync(bill, ct) is { } open)
            return (await channel.OrderAsync(open.Number, open.AmountFen, ct)).Try(out var again, out var refused) ? new PaymentCode(open.Number, again, open.AmountFen) : refused;
        return await ScanDesk.OpenAsync(desk, settling, channel, bill, ct);
    }

    private Task<Payment?> PendingAsync(Bill bill, CancellationToken ct) => desk.Db.AcrossScopes<Payment>(Why).AsNoTracking().FirstOrDefaultAsync(p => p.BillId == bill.Id && p.State == PaymentState.Pending, ct);
}
