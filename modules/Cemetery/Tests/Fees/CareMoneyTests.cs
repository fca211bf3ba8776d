using Anmin.Billing.Bills;
using Anmin.Billing.Counter;
using Anmin.Billing.Refunds;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Fees.Ledger;
using Anmin.Cemetery.Fees.Waivers;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>Maintenance from the asking to the account: the counter's bill, its payment, refunds, waivers. Today is 15 April 2026.</summary>
public abstract class CareMoneyTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Years_are_billed_by_the_list_paid_at_the_counter_and_stand_in_the_account()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var before = await App.AccountAsync(right);
        (before.OwedYears, before.OwedFen, before.Lines.Count).ShouldBe((1, 2000, 0));
        var charged = Must(await App.ChargeAsync(right, "3"));
        (charged.From, charged.Until, charged.Fen).ShouldBe((new DateOnly(2026, 4, 15), new DateOnly(2029, 4, 14), 6000));
        charged.Words.ShouldNotBeEmpty();
        (await App.PayAsync(charged.BillId)).Problem!.Code.ShouldBe("billing.bill.unsigned");
        Must(await App.SignAsync(charged.BillId));
        Must(await App.PayAsync(charged.BillId)).AmountFen.ShouldBe(6000);
        await App.ReactAsync();
        await App.ReactAsync();
        (await App.RightAsync(right)).CarePaidUntil.ShouldBe(new DateOnly(2029, 4, 14));
        var account = await App.AccountAsync(right);
        account.Lines.Select(l => (l.Kind, l.Fen, l.BalanceFen)).ShouldBe([(FeeKind.Charge, 2000, 2000), (FeeKind.Charge, 2000, 4000), (FeeKind.Charge, 2000, 6000), (FeeKind.Payment, 6000, 0)]);
        (account.OwedYears, account.Open).ShouldBe((0, null));
    }

    [Fact]
    public async Task The_counter_finds_the_bill_by_contract_number_and_payer_and_prints_both_papers()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var charged = Must(await App.ChargeAsync(right, "1"));
        var number = (await App.RightAsync(right)).Number!;
        foreach (var q in new[] { number, charged.Number, number.ToLowerInvariant() })
            Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request(null, q))).Rows.ShouldContain(r => r.BillId == charged.BillId && r.Name == "周建国" && r.Kind == "cemetery.care");
        Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request(null, "周建国"))).Rows.ShouldContain(r => r.BillId == charged.BillId);
        Must(await App.As("收费").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request(null, number))).Rows.ShouldBeEmpty();
        var view = Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<GetBill>(), new GetBill.Request(charged.BillId)));
        (view.About.Name, view.OfCase, view.About.Handlers[0].Phone).ShouldBe(("周建国", false, "138****5678"));
        (await App.As("收费").RunAsync(s => s.GetRequiredService<GetBill>(), new GetBill.Request(charged.BillId))).Problem!.Code.ShouldBe("billing.bill.none");
        (await App.SignAsync(charged.BillId, "收费")).Problem!.Code.ShouldBe("billing.bill.none");
        Must(await App.SignAsync(charged.BillId));
        var paid = Must(await App.PayAsync(charged.BillId));
        var list = Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<PrintBill>(), new PrintBill.Request(charged.BillId))).Html;
        list = System.Net.WebUtility.HtmlDecode(list);
        list.ShouldContain("合同编号");
        list.ShouldContain(number);
        list.ShouldNotContain("逝者");
        var receipt = Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<PrintReceipt>(), new PrintReceipt.Request(paid.Receipt!))).Html;
        receipt = System.Net.WebUtility.HtmlDecode(receipt);
        receipt.ShouldContain("贰拾元整");
        receipt.ShouldContain("付款人、合同编号");
    }

    [Fact]
    public async Task Forty_years_at_once_are_refused_with_the_law_and_twenty_are_not()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var refused = (await App.ChargeAsync(right, "40")).Problem!;
        refused.Code.ShouldBe("cemetery.fee.prepay");
        refused.Message.ShouldContain("20年");
        refused.Message.ShouldContain("测试");
        (await App.PaidAsync(right, "20")).Fen.ShouldBe(40000);
        (await App.ChargeAsync(right, "1")).Problem!.Code.ShouldBe("cemetery.fee.prepay");
        foreach (var typed in new[] { "", "0", "-1", "1.5", "一", "9999999999", null! }) (await App.ChargeAsync(right, typed)).Problem!.Code.ShouldBe("cemetery.fee.years");
    }

    [Fact]
    public async Task Another_wish_takes_the_place_of_the_open_bill_and_a_repeat_is_answered_once()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var key = Guid.NewGuid().ToString("N");
        var first = Must(await App.ChargeAsync(right, "1", key: key));
        Must(await App.ChargeAsync(right, "1", key: key)).BillId.ShouldBe(first.BillId);
        Must(await App.SignAsync(first.BillId));
        var second = Must(await App.ChargeAsync(right, "2"));
        (second.BillId, second.Fen).ShouldBe((first.BillId, 4000));
        (await App.PayAsync(second.BillId)).Problem!.Code.ShouldBe("billing.bill.unsigned");
        (await App.ReadAsync(db => db.Set<FeeBill>().CountAsync(b => b.RightId == right))).ShouldBe(1);
    }

    [Fact]
    public async Task Denied_without_permission_and_invisible_elsewhere()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        (await App.ChargeAsync(right, "1", "公墓销售")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("公墓园务").RunAsync(s => s.GetRequiredService<GetAccount>(), new GetAccount.Request(right))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<GetAccount>(), new GetAccount.Request(right))).Problem!.Code.ShouldBe("cemetery.right.unknown");
        (await App.ChargeAsync(await App.HeldSinceAsync(new DateOnly(2006, 4, 15), care: null), "1")).Problem!.Code.ShouldBe("cemetery.fee.no-item");
        (await App.ChargeAsync(await App.HeldSinceAsync(new DateOnly(2006, 4, 15), care: "off-list"), "1")).Problem!.Code.ShouldBe("billing.off-list");
    }

    [Fact]
    public async Task A_refund_is_a_line_of_the_account_and_is_owed_again()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var charged = await App.PaidAsync(right, "2");
        var payment = await App.ReadAsync(db => db.Set<Billing.Payments.Payment>().Where(p => p.BillId == charged.BillId).Select(p => p.Id).FirstAsync());
        var asked = Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<AskRefund>(), new AskRefund.Request(payment, "15.50", "多收")));
        Must(await App.As("公墓财务乙").RunAsync(s => s.GetRequiredService<DecideRefund>(), new DecideRefund.Request(asked.RefundId, true)));
        await App.ReactAsync();
        await App.ReactAsync();
        var account = await App.AccountAsync(right);
        account.Lines[^1].ShouldSatisfyAllConditions(l => l.Kind.ShouldBe(FeeKind.Refund), l => l.Fen.ShouldBe(1550), l => l.BalanceFen.ShouldBe(1550));
    }

    [Fact]
    public async Task Money_for_a_right_that_went_on_otherwise_is_kept_apart_to_be_given_back()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        var charged = Must(await App.ChargeAsync(right, "1"));
        Must(await App.SignAsync(charged.BillId));
        await App.SqlAsync($"update cemetery_right set care_paid_until = '2027-04-14' where number = '{(await App.RightAsync(right)).Number}'");
        Must(await App.PayAsync(charged.BillId));
        await App.ReactAsync();
        var account = await App.AccountAsync(right);
        account.Stuck.ShouldNotBeNull().Stuck.ShouldNotBeNullOrEmpty();
        account.Lines.ShouldBeEmpty();
        account.CarePaidUntil.ShouldBe(new DateOnly(2027, 4, 14));
    }

    [Fact]
    public async Task Hardship_is_asked_by_one_and_granted_by_another_and_settles_the_years()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        Task<Outcome<AskWaiver.Reply>> Ask(string? years, string? evidence, string as_ = "公墓财务") => App.As(as_).RunAsync(s => s.GetRequiredService<AskWaiver>(), new AskWaiver.Request(right, years, Hardship.Dibao, evidence));
        Task<Outcome<Done>> Decide(Guid id, bool grant, string? answer, string as_ = "公墓负责人") => App.As(as_).RunAsync(s => s.GetRequiredService<DecideWaiver>(), new DecideWaiver.Request(id, grant, answer));
        (await Ask("0", "")).Problem!.All().Count().ShouldBe(2);
        (await Ask("1", "低保证0001", "公墓销售")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Ask("40", "低保证0001")).Problem!.Code.ShouldBe("cemetery.fee.prepay");
        var first = Must(await Ask("2", "低保证0001")).WaiverId;
        (await Ask("1", "低保证0001")).Problem!.Code.ShouldBe("cemetery.waiver.open");
        (await Decide(first, true, null, "公墓财务乙")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Decide(first, false, null)).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        Must(await Decide(first, false, "证明过期"));
        (await Decide(first, true, null)).Problem!.Code.ShouldBe("cemetery.waiver.decided");
        var second = Must(await Ask("2", "低保证0002")).WaiverId;
        Must(await Decide(second, true, null));
        var account = await App.AccountAsync(right);
        account.Lines.Select(l => (l.Kind, l.Fen)).ShouldBe([(FeeKind.Charge, 2000), (FeeKind.Charge, 2000), (FeeKind.Waiver, 4000)]);
        (account.BalanceFen, account.CarePaidUntil, account.OwedYears).ShouldBe((0, new DateOnly(2028, 4, 14), 0));
        account.Waivers.Select(w => w.State).ShouldBe([WaiverState.Refused, WaiverState.Granted]);
    }

    [Fact]
    public async Task The_database_keeps_every_line_and_charges_no_day_twice()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2006, 4, 15));
        await App.PaidAsync(right, "2");
        var line = (await App.EntriesAsync(right))[0];
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update cemetery_fee_entry set fen = 1"));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("delete from cemetery_fee_entry"));
        var twice = await App.As("公墓财务").RunAsync(s => ActivatorUtilities.CreateInstance<Twice>(s), new Twice.Request(right, line.From));
        twice.Problem!.Code.ShouldBe("cemetery.fee.overlap");
    }
}

internal sealed class Twice(CemeteryDesk desk) : Kernel.Commands.IUseCase<Twice.Request, Done>
{
    public sealed record Request(Guid Right, DateOnly From);

    public Kernel.Actors.Permission Permission => CemeteryPermissions.ChargeFees;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        desk.Db.Add(new FeeEntry { RightId = request.Right, Institution = "ce-1", Kind = FeeKind.Charge, From = request.From.AddDays(10), Until = request.From.AddDays(20), Fen = 5, On = desk.Today, By = desk.By.Id });
        return Task.FromResult<Outcome<Done>>(Done.It);
    }
}

public sealed class CareMoneyTestsOnSqlite(SqliteApp app) : CareMoneyTests(app), IClassFixture<SqliteApp>;

public sealed class CareMoneyTestsOnPostgres(PostgresApp app) : CareMoneyTests(app), IClassFixture<PostgresApp>;
