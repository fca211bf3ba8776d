using System.Security.Cryptography;
using System.Text;
using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Payments;

/// <summary>出收款码: settles the signed bill and asks the channel for all that is open.</summary>
internal sealed class OpenScan(BillDesk desk, Settling settling, IPaymentChannel channel) : IUseCase<OpenScan.Request, OpenScan.Reply>
{
    public sealed record Request(Guid BillId, int Edition);

    /// <param name="Code">What the payer scans; empty where nothing was due.</param>
    public sealed record Reply(string Order, string Code, long AmountFen);

    public Permission Permission => BillingPermissions.TakePayment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.BillId, ct)).Try(out var bill, out var problem)) return problem;
        if (bill.Edition != request.Edition) return BillProblems.ChangedSinceShown;
        if (bill.State == BillState.Paid) return BillProblems.AlreadyPaid;
        if (await desk.Db.Payments.AnyAsync(p => p.BillId == bill.Id && p.State == PaymentState.Pending, ct)) return PaymentProblems.ScanOpen;
        return (await ScanDesk.OpenAsync(desk, settling, channel, bill, ct)).Try(out var code, out problem) ? new Reply(code.Order, code.Code, code.Fen) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenScan, Request, Reply>("/bills/scans");
}

/// <summary>What a code at the counter and one on the payer's own telephone have in common.</summary>
internal static class ScanDesk
{
    public static async Task<Outcome<PaymentCode>> OpenAsync(BillDesk desk, Settling settling, IPaymentChannel channel, Bill bill, CancellationToken ct)
    {
        if (!(await settling.SettleAsync(bill, ct)).Try(out _, out var problem)) return problem;
        if (bill.State == BillState.Paid) return new PaymentCode("", "", 0);
        if (!(await desk.NumberAsync("payment", bill.Institution!, ct)).Try(out var number, out problem)) return problem;
        if (!(await channel.OrderAsync(number, bill.OpenFen, ct)).Try(out var code, out problem)) return problem;
        desk.Db.Add(new Payment
        {
            BillId = bill.Id,
            Number = number,
            Way = PayWay.Scan,
            AmountFen = bill.OpenFen,
            Cashier = desk.By.Id,
            Division = bill.Division,
            Institution = bill.Institution,
            AskedAt = desk.Now,
        });
        bill.Tell("bill.scan-opened", new { number, bill.OpenFen });
        return new PaymentCode(number, code, bill.OpenFen);
    }
}

/// <summary>作废收款码: the family pays another way. Money that comes all the same is kept as excess and given back.</summary>
internal sealed class CloseScan(BillDesk desk) : IUseCase<CloseScan.Request, Done>
{
    public sealed record Request(Guid BillId);

    public Permission Permission => BillingPermissions.TakePayment;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.BillId, ct)).Try(out var bill, out var problem)) return problem;
        if (await desk.Db.Payments.FirstOrDefaultAsync(p => p.BillId == bill.Id && p.State == PaymentState.Pending, ct) is not { } pending) return PaymentProblems.NoScan;
        pending.Close();
        bill.Tell("bill.scan-closed", new { pending.Number });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseScan, Request, Done>("/bills/scans/close");
}

/// <summary>
/// 渠道通知: may come late, twice, forged, for another amount or currency. Whatever it is, what was told is kept; money is booked once.
/// A refusal is part of the reply, so that the call itself stays on record.
/// </summary>
internal sealed class TakeNotice(BillDesk desk, Settling settling, IPaymentChannel channel, ReceiptDesk receipts) : IUseCase<TakeNotice.Request, TakeNotice.Reply>
{
    public sealed record Request(string Body, string? Signature);

    public sealed record Reply(CallResult Result)
    {
        public Problem? Problem => Result switch
        {
            CallResult.Forged => PaymentProblems.Forged,
            CallResult.UnknownOrder => PaymentProblems.UnknownOrder,
            CallResult.OtherAmount => PaymentProblems.OtherAmount,
            CallResult.OtherCurrency => PaymentProblems.OtherCurrency,
            CallResult.OtherTrade => PaymentProblems.OtherTrade,
            _ => null,
        };
    }

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var body = request.Body ?? "";
        var notice = channel.Read(body, request.Signature);
        if (!(await ResultAsync(notice, ct)).Try(out var result, out var problem)) return problem;
        desk.Db.Add(new ChannelCall
        {
            Channel = channel.Name,
            Order = notice?.Order,
            Trade = notice?.Trade,
            AmountFen = notice?.Fen,
            Currency = notice?.Currency,
            Result = result,
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
            At = desk.Now,
        });
        return new Reply(result);
    }

    private async Task<Outcome<CallResult>> ResultAsync(ChannelNotice? notice, CancellationToken ct)
    {
        if (notice is null) return CallResult.Forged;
        const string why = "支付渠道通知入账";
        if (await desk.Db.AcrossScopes<Payment>(why).FirstOrDefaultAsync(p => p.Number == notice.Order && p.Way == PayWay.Scan, ct) is not { } payment) return CallResult.UnknownOrder;
        if (notice.Currency != "CNY") return CallResult.OtherCurrency;
        if (notice.Fen != payment.AmountFen) return CallResult.OtherAmount;
        if (payment.State is PaymentState.Paid or PaymentState.Excess) return payment.Trade == notice.Trade ? CallResult.Repeat : CallResult.OtherTrade;
        if (!notice.Paid) return CallResult.NotPaid;
        var bill = await desk.Db.AcrossScopes<Bill>(why).FirstAsync(b => b.Id == payment.BillId, ct);
        desk.Context.About(bill.Subject);
        if (payment.State == PaymentState.Closed || bill.State == BillState.Paid || payment.AmountFen > bill.OpenFen)
        {
            payment.Exceed(desk.Now, notice.Trade);
            bill.Tell("bill.excess", new { payment.Number, payment.AmountFen });
            LedgerDesk.Excess(desk, bill, payment);
            return CallResult.Late;
        }
        if (!bill.Receive(payment.AmountFen, payment.Id).Try(out _, out var problem)) return problem;
        payment.Paid(desk.Now, notice.Trade);
        LedgerDesk.Pay(desk, bill, payment);
        if (bill.State == BillState.Paid) settling.Announce(bill);
        return (await receipts.IssueAsync(ReceiptKind.Payment, payment.Id, bill, payment.AmountFen, PayWay.Scan, ct)).Try(out _, out problem) ? CallResult.Booked : problem;
    }

    /// <summary>The body is signed as it came: read as text, never re-written.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/public/payments/notices", async (HttpContext http, Gate gate, TakeNotice useCase) =>
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var buffer = new char[4001];
        var size = await reader.ReadBlockAsync(buffer, http.RequestAborted);
        var outcome = await gate.RunAsync(useCase, new Request(new string(buffer, 0, size), http.Request.Headers["X-Signature"]), null, http.RequestAborted);
        return outcome.Value?.Problem is { } refused ? Answers.Of(refused) : Answers.Of(outcome);
    }).WithName(nameof(TakeNotice)).Produces<Reply>().ProducesProblem(403).ProducesProblem(422).DisableAntiforgery();
}
