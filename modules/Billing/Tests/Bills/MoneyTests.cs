using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Billing.Tills;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Bills.Desk;

namespace Anmin.Billing.Tests.Bills;

/// <summary>Two cashiers at once, messages of a channel, refunds by two, day-end, month-end, reconciliation.</summary>
public abstract class MoneyTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Two_cashiers_settle_one_case_at_once_and_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var bill = await App.SignedAsync();
            var both = await Task.WhenAll(App.PayAsync(bill), App.PayAsync(bill, as_: "收费乙"), App.PayAsync(bill, PayWay.Card, reference: "POS" + round, as_: "收费乙"));
            both.Count(o => o.Ok).ShouldBe(1);
            both.Where(o => !o.Ok).ShouldAllBe(o => o.Problem!.Code == "billing.bill.paid" || o.Problem.Code == "kernel.changed-meanwhile" || o.Problem.Code == "billing.ledger.twice" || o.Problem.Code == "kernel.busy");
            (await App.ReadAsync(db => db.Payments.CountAsync(p => p.BillId == bill))).ShouldBe(1);
            (await App.ReadAsync(db => db.Receipts.CountAsync(r => r.BillId == bill))).ShouldBe(1);
            (await App.ReadAsync(db => db.LedgerEntries.CountAsync(e => e.BillId == bill))).ShouldBe(2);
        }
    }

    [Fact]
    public async Task Paying_in_parts_card_and_transfer_need_their_slip()
    {
        var bill = await App.SignedAsync();
        (await App.PayAsync(bill, PayWay.Card)).Problem!.Code.ShouldBe("billing.payment.reference");
        (await App.PayAsync(bill, PayWay.Scan)).Problem!.Code.ShouldBe("billing.payment.scan-way");
        (await App.PayAsync(bill, amount: "300")).Problem!.Code.ShouldBe("billing.payment.more-than-open");
        (await App.PayAsync(bill, amount: "-5")).Problem!.Code.ShouldBe("billing.payment.more-than-open");
        (await App.PayAsync(bill, amount: "100", handed: "50")).Problem!.Code.ShouldBe("billing.payment.handed");
        Must(await App.PayAsync(bill, PayWay.Transfer, "100", reference: "HK-1")).OpenFen.ShouldBe(12000);
        Must(await App.PayAsync(bill)).AmountFen.ShouldBe(12000);
    }

    [Fact]
    public async Task A_notice_is_booked_once_and_every_false_one_is_refused_and_kept()
    {
        var bill = await App.SignedAsync();
        var order = Must(await App.ScanAsync(bill));
        (await App.ScanAsync(bill)).Problem!.Code.ShouldBe("billing.payment.scan-open");
        (await App.PayAsync(bill)).Problem!.Code.ShouldBe("billing.payment.scan-open");
        (await App.NoticeAsync(order.Order, order.AmountFen, "T1" + order.Order, signature: new string('0', 64))).ShouldBe(CallResult.Forged);
        (await App.NoticeAsync("ZF-NONE", order.AmountFen, "T1" + order.Order)).ShouldBe(CallResult.UnknownOrder);
        (await App.NoticeAsync(order.Order, order.AmountFen - 1, "T1" + order.Order)).ShouldBe(CallResult.OtherAmount);
        (await App.NoticeAsync(order.Order, order.AmountFen, "T1" + order.Order, "USD")).ShouldBe(CallResult.OtherCurrency);
        (await App.NoticeAsync(order.Order, order.AmountFen, "T1" + order.Order, paid: false)).ShouldBe(CallResult.NotPaid);
        (await App.BillAsync(bill)).PaidFen.ShouldBe(0);
        (await App.NoticeAsync(order.Order, order.AmountFen, "T1" + order.Order)).ShouldBe(CallResult.Booked);
        (await App.NoticeAsync(order.Order, order.AmountFen, "T1" + order.Order)).ShouldBe(CallResult.Repeat);
        (await App.NoticeAsync(order.Order, order.AmountFen, "T2" + order.Order)).ShouldBe(CallResult.OtherTrade);
        (await App.BillAsync(bill)).State.ShouldBe(BillState.Paid);
        (await App.ReadAsync(db => db.Receipts.CountAsync(r => r.BillId == bill))).ShouldBe(1);
        (await App.ReadAsync(db => db.ChannelCalls.CountAsync(c => c.Order == order.Order))).ShouldBe(6);
    }

    [Fact]
    public async Task The_same_notice_many_times_at_once_is_booked_once()
    {
        var bill = await App.SignedAsync();
        var order = Must(await App.ScanAsync(bill));
        var body = System.Text.Json.JsonSerializer.Serialize(new { order = order.Order, trade = "TT" + order.Order, fen = order.AmountFen, currency = "CNY", paid = true });
        var sign = App.Services.GetRequiredService<SimulatedChannel>().Sign(body);
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => App.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<TakeNotice>(), new TakeNotice.Request(body, sign))));
        all.Count(o => o.Value?.Result == CallResult.Booked).ShouldBe(1);
        (await App.BillAsync(bill)).PaidFen.ShouldBe(order.AmountFen);
        (await App.ReadAsync(db => db.LedgerEntries.CountAsync(e => e.BillId == bill && e.Kind == EntryKind.Payment))).ShouldBe(1);
    }

    [Fact]
    public async Task Money_that_comes_late_is_kept_as_excess_and_given_back_by_two()
    {
        var bill = await App.SignedAsync();
        var order = Must(await App.ScanAsync(bill));
        Must(await App.As("收费").RunAsync(s => s.GetRequiredService<CloseScan>(), new CloseScan.Request(bill)));
        Must(await App.PayAsync(bill));
        (await App.NoticeAsync(order.Order, order.AmountFen, "L" + order.Order)).ShouldBe(CallResult.Late);
        (await App.NoticeAsync(order.Order, order.AmountFen, "L" + order.Order)).ShouldBe(CallResult.Repeat);
        var late = await App.ReadAsync(db => db.Payments.SingleAsync(p => p.BillId == bill && p.State == PaymentState.Excess));
        var refund = Must(await App.AskAsync(late.Id, Yuan(late.AmountFen), "重复付款")).RefundId;
        Must(await App.DecideAsync(refund)).AmountFen.ShouldBe(late.AmountFen);
        (await App.BillAsync(bill)).RefundedFen.ShouldBe(0);
        (await BalanceAsync(bill, Account.Unallocated)).ShouldBe(0);
    }

    [Fact]
    public async Task A_refund_needs_a_reason_a_second_cashier_and_never_exceeds_what_was_paid()
    {
        var (bill, payment) = await App.PaidAsync();
        (await App.AskAsync(payment, "100", "")).Problem!.Code.ShouldBe("kernel.required");
        (await App.AskAsync(payment, "220.01")).Problem!.Code.ShouldBe("billing.refund.more-than-paid");
        (await App.AskAsync(payment, "0")).Problem!.Code.ShouldBe("billing.refund.amount");
        var first = Must(await App.AskAsync(payment, "100")).RefundId;
        (await App.AskAsync(payment, "10")).Problem!.Code.ShouldBe("billing.refund.asked");
        (await App.DecideAsync(first, as_: "收费")).Problem!.Code.ShouldBe("billing.refund.same-two");
        (await App.DecideAsync(first, as_: "外收费")).Problem!.Code.ShouldBe("billing.refund.none");
        (await App.DecideAsync(first, as_: "前台")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await App.DecideAsync(first)).Receipt.ShouldNotBeNull();
        (await App.DecideAsync(first)).Problem!.Code.ShouldBe("billing.refund.decided");
        (await App.AskAsync(payment, "120.01")).Problem!.Code.ShouldBe("billing.refund.more-than-paid");
        var second = Must(await App.AskAsync(payment, "120")).RefundId;
        Must(await App.DecideAsync(second, give: false)).AmountFen.ShouldBe(0);
        Must(await App.DecideAsync(Must(await App.AskAsync(payment, "120")).RefundId));
        (await App.BillAsync(bill)).RefundedFen.ShouldBe(22000);
        (await BalanceAsync(bill, Account.Cash)).ShouldBe(0);
    }

    [Fact]
    public async Task A_day_end_counts_the_drawer_and_books_the_difference()
    {
        await CloseOwnAsync();
        var (bill, payment) = await App.PaidAsync();
        Must(await App.PayAsync(await App.SignedAsync(), PayWay.Card, reference: "POS9"));
        Must(await App.DecideAsync(Must(await App.AskAsync(payment, "20")).RefundId));
        var mine = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetTill>(), new GetTill.Request()));
        mine.BookedFen.ShouldBe(22000); // the refund went out of the second cashier's drawer
        mine.Today.Single(t => t.Way == PayWay.Card).TakenFen.ShouldBeGreaterThan(0);
        (await CloseAsync("219")).Problem!.Code.ShouldBe("billing.till.reason");
        (await CloseAsync("多")).Problem!.Code.ShouldBe("billing.number");
        (await CloseAsync("-1", "少了")).Problem!.Code.ShouldBe("billing.till.counted");
        var closed = Must(await CloseAsync("219", "找零多给一元"));
        closed.DifferenceFen.ShouldBe(-100);
        (await App.ReadAsync(db => db.LedgerEntries.Include(e => e.Postings).SingleAsync(e => e.Source == closed.TillId))).Postings.Single().ShouldSatisfyAllConditions(p => p.Debit.ShouldBe(Account.CashDifference), p => p.Credit.ShouldBe(Account.Cash), p => p.Fen.ShouldBe(100));
        (await CloseAsync("0")).Problem!.Code.ShouldBe("billing.till.none");
        (await App.As("前台").RunAsync(s => s.GetRequiredService<CloseTill>(), new CloseTill.Request("0"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await App.PayAsync(await App.SignedAsync()));
        Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetTill>(), new GetTill.Request())).ShouldSatisfyAllConditions(t => t.BookedFen.ShouldBe(22000), t => t.Before[0].DifferenceFen.ShouldBe(-100));
    }

    [Fact]
    public async Task A_closed_month_takes_no_further_entry()
    {
        Must(await App.PayAsync(await App.SignedAsync()));
        (await MonthAsync("四月")).Problem!.Code.ShouldBe("billing.month.unread");
        (await MonthAsync("2026-04")).Problem!.Code.ShouldBe("billing.month.running");
        (await App.As("收费").RunAsync(s => s.GetRequiredService<CloseMonth>(), new CloseMonth.Request("2026-03"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await MonthAsync("2026-02")).Entries.ShouldBe(0);
        (await MonthAsync("2026-02")).Problem!.Code.ShouldBe("billing.month.closed");
        var fresh = App.Id(Guid.CreateVersion7());
        var refusal = await Should.ThrowAsync<System.Data.Common.DbException>(() => App.SqlAsync($"insert into billing_ledger_entry (id, institution, day, kind, source, by, at, fen, count) select {fresh}, institution, '2026-02-10', 'Excess', {fresh}, by, at, 0, 0 from billing_ledger_entry where institution = 'fh-1' limit 1"));
        refusal.Message.ShouldContain("guard_ledger_month");
    }

    [Fact]
    public async Task A_channel_file_is_held_against_the_books()
    {
        var bill = await App.SignedAsync();
        var order = Must(await App.ScanAsync(bill));
        (await App.NoticeAsync(order.Order, order.AmountFen, "R" + order.Order)).ShouldBe(CallResult.Booked);
        var reply = Must(await ReconcileAsync($"order,trade,amount\n{order.Order},R,{Yuan(order.AmountFen - 100)}\nZF-ELSE,X,5.00\n"));
        reply.Differences.ShouldContain(new ReconcileChannel.Row(DifferenceKind.OtherAmount, order.Order, order.AmountFen - 100, order.AmountFen));
        reply.Differences.ShouldContain(new ReconcileChannel.Row(DifferenceKind.OnlyChannel, "ZF-ELSE", 500, null));
        (await ReconcileAsync("order,amount\n=HYPERLINK(1),5\n")).Problem!.Message.ShouldContain("第2行");
        (await ReconcileAsync("order,amount\nA,5\nA,5\n")).Problem!.Message.ShouldContain("第3行");
        (await ReconcileAsync("order,amount\n")).Problem!.Code.ShouldBe("billing.channel.file-empty");
    }

    private Task<Outcome<CloseTill.Reply>> CloseAsync(string counted, string? reason = null) => App.As("收费").RunAsync(s => s.GetRequiredService<CloseTill>(), new CloseTill.Request(counted, reason));

    private Task<Outcome<CloseMonth.Reply>> MonthAsync(string month) => App.As("馆长").RunAsync(s => s.GetRequiredService<CloseMonth>(), new CloseMonth.Request(month));

    private Task<Outcome<ReconcileChannel.Reply>> ReconcileAsync(string csv) => App.As("收费").RunAsync(s => s.GetRequiredService<ReconcileChannel>(), new ReconcileChannel.Request("2026-04-15", csv));

    private async Task CloseOwnAsync()
    {
        var mine = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetTill>(), new GetTill.Request()));
        if (mine.Since is not null) Must(await CloseAsync(Yuan(mine.BookedFen)));
    }

    private async Task<long> BalanceAsync(Guid bill, Account of)
    {
        var postings = await App.ReadAsync(db => db.LedgerEntries.AsNoTracking().Where(e => e.BillId == bill).SelectMany(e => e.Postings).ToListAsync());
        return postings.Sum(p => (p.Debit == of ? p.Fen : 0) - (p.Credit == of ? p.Fen : 0));
    }
}

public sealed class MoneyTestsOnSqlite(SqliteApp f) : MoneyTests(f), IClassFixture<SqliteApp>;

public sealed class MoneyTestsOnPostgres(PostgresApp f) : MoneyTests(f), IClassFixture<PostgresApp>;
