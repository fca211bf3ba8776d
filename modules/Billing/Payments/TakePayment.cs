using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Tills;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Payments;

/// <summary>
/// 收款: settles the signed bill where that is still to be done, books the money, and issues the receipt, in one commit.
/// Where a policy pays for everything there is nothing to take: the bill is settled and paid.
/// </summary>
internal sealed class TakePayment(BillDesk desk, Reading reading, Settling settling, TillDesk tills, ReceiptDesk receipts) : IUseCase<TakePayment.Request, TakePayment.Reply>
{
    /// <param name="Edition">The one the cashier saw: another one is refused.</param>
    /// <param name="Amount">元; all that is open where empty.</param>
    /// <param name="Handed">元 of cash handed over, for the change.</param>
    /// <param name="Reference">Number of card slip or transfer.</param>
    public sealed record Request(Guid BillId, int Edition, PayWay Way, string? Amount = null, string? Handed = null, string? Reference = null);

    /// <param name="Receipt">Null where nothing was due.</param>
    public sealed record Reply(string? Receipt, Guid? PaymentId, long AmountFen, long ChangeFen, long OpenFen);

    public Permission Permission => BillingPermissions.TakePayment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Way == PayWay.Scan) return PaymentProblems.WayForScan;
        var reference = reading.Text(request.Reference, nameof(request.Reference), "凭证号", 60, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!BillPricing.Fen(request.Amount).Try(out var amount, out var problem)) return problem.At(nameof(request.Amount));
        if (!BillPricing.Fen(request.Handed).Try(out var handed, out problem)) return problem.At(nameof(request.Handed));
        if (!(await desk.OpenAsync(request.BillId, ct)).Try(out var bill, out problem)) return problem;
        if (bill.Edition != request.Edition) return BillProblems.ChangedSinceShown;
        if (bill.State == BillState.Paid) return BillProblems.AlreadyPaid;
        if (bill.DueFen > 0 && request.Way is PayWay.Card or PayWay.Transfer && reference is null) return PaymentProblems.ReferenceMissing;
        if (await desk.Db.Payments.AnyAsync(p => p.BillId == bill.Id && p.State == PaymentState.Pending, ct)) return PaymentProblems.ScanOpen;
        if (!(await settling.SettleAsync(bill, ct)).Try(out _, out problem)) return problem;
        if (bill.State == BillState.Paid) return new Reply(null, null, 0, 0, 0);
        var fen = amount ?? bill.OpenFen;
        if (request.Way == PayWay.Cash && handed < fen) return PaymentProblems.HandedTooLittle;
        if (!(await desk.NumberAsync("payment", bill.Institution!, ct)).Try(out var number, out problem)) return problem;
        var payment = new Payment
        {
            BillId = bill.Id,
            Number = number,
            Way = request.Way,
            AmountFen = fen,
            Cashier = desk.By.Id,
            Division = bill.Division,
            Institution = bill.Institution,
            TillId = request.Way == PayWay.Cash ? (await tills.MineAsync(bill.Institution!, ct)).Take(fen) : null,
            AskedAt = desk.Now,
            Reference = reference,
            HandedFen = request.Way == PayWay.Cash ? handed : null,
        }.Paid(desk.Now);
        if (!bill.Receive(fen, payment.Id).Try(out _, out problem)) return problem;
        desk.Db.Add(payment);
        LedgerDesk.Pay(desk, bill, payment);
        if (bill.State == BillState.Paid) settling.Announce(bill);
        if (!(await receipts.IssueAsync(ReceiptKind.Payment, payment.Id, bill, fen, payment.Way, ct)).Try(out var receipt, out problem)) return problem;
        return new Reply(receipt.Number, payment.Id, fen, (handed ?? fen) - fen, bill.OpenFen);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TakePayment, Request, Reply>("/bills/payments");
}

/// <summary>结算: books income, once, under the signature that allows it.</summary>
internal sealed class Settling(BillDesk desk)
{
    public async Task<Outcome<Done>> SettleAsync(Bill bill, CancellationToken ct)
    {
        if (bill.State == BillState.Settled) return Done.It;
        if (!(await desk.EditionAsync(bill, ct)).Try(out var edition, out var problem)) return problem;
        if (!bill.Settle(desk.By, desk.Now).Try(out _, out problem)) return problem;
        LedgerDesk.Settle(desk, bill, edition);
        if (bill.State == BillState.Paid) Announce(bill);
        return Done.It;
    }

    public void Announce(Bill bill) => desk.Context.Announce(new BillPaid(bill.Id, bill.Subject, bill.Institution!, bill.DueFen, bill.ReliefFen, desk.Now));
}
