using Anmin.Billing.Bills;
using Anmin.Billing.Counter;
using Anmin.Billing.Families;
using Anmin.Billing.Ledger;
using Anmin.Funeral.Families;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Bills.Desk;

namespace Anmin.Billing.Tests.Bills;

/// <summary>The family's own bill under their pass; papers; the counter's questions.</summary>
public abstract class FamilyBillTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private string Pass(Guid @case) => App.Services.GetRequiredService<FamilyPass>().Issue(@case).Pass;

    private Task<Outcome<GetMyBill.Reply>> MineAsync(string? pass) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetMyBill>(), new GetMyBill.Request(pass));

    private Task<Outcome<SignBill.Reply>> SignMineAsync(string? pass, string hash, string? image) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<SignMyBill>(), new SignMyBill.Request(pass, hash, image));

    [Fact]
    public async Task A_family_reads_and_signs_its_own_bill_and_no_other()
    {
        var @case = await App.CaseAsync();
        var pass = Pass(@case);
        Must(await MineAsync(pass)).Bill.ShouldBeNull();
        Must(await App.DrawAsync(@case, [.. Plain, new("stay-fee", "1")])).BillId.ShouldBeNull();
        var bill = Must(await App.DrawAsync(@case)).BillId!.Value;
        var mine = Must(await MineAsync(pass));
        mine.CanSign.ShouldBeTrue();
        mine.Bill!.Id.ShouldBe(bill);
        mine.Bill.Tried.ShouldBeEmpty();
        (await SignMineAsync(pass, "other", Drawn)).Problem!.Code.ShouldBe("billing.bill.changed");
        (await SignMineAsync(pass, mine.Bill.Edition.Hash, null)).Problem!.Code.ShouldBe("billing.signature.not-png");
        (await SignMineAsync("nonsense", mine.Bill.Edition.Hash, Drawn)).Problem!.Code.ShouldBe("billing.bill.pass-over");
        (await SignMineAsync(Pass(await App.CaseAsync()), mine.Bill.Edition.Hash, Drawn)).Problem!.Code.ShouldBe("billing.bill.none");
        Must(await SignMineAsync(pass, mine.Bill.Edition.Hash, Drawn)).Edition.ShouldBe(1);
        Must(await MineAsync(pass)).CanSign.ShouldBeFalse();
        Must(await App.PayAsync(bill));
        Must(await MineAsync(pass)).Bill!.State.ShouldBe(BillState.Paid);
        (await MineAsync(null)).Problem!.Code.ShouldBe("billing.bill.pass-over");
    }

    [Fact]
    public async Task The_counter_lists_what_waits_and_finds_by_number_and_name()
    {
        var @case = await App.CaseAsync();
        var bill = Must(await App.DrawAsync(@case)).BillId!.Value;
        (await ShowAsync("unsigned")).Rows.ShouldContain(r => r.BillId == bill);
        Must(await App.SignAsync(bill));
        var due = await ShowAsync(null);
        due.Rows.Single(r => r.BillId == bill).ShouldSatisfyAllConditions(r => r.Name.ShouldBe("周桂兰"), r => r.OpenFen.ShouldBe(22000));
        var number = (await App.BillAsync(bill)).Number;
        (await ShowAsync(null, number)).Rows.Single().BillId.ShouldBe(bill);
        (await ShowAsync(null, (await App.BillAsync(bill)).SubjectNumber)).Rows.Single().BillId.ShouldBe(bill);
        (await ShowAsync(null, "周桂")).Rows.ShouldContain(r => r.BillId == bill);
        (await ShowAsync(null, "没有这个人")).Rows.ShouldBeEmpty();
        Must(await App.PayAsync(bill));
        (await ShowAsync("paid")).Rows.ShouldContain(r => r.BillId == bill);
        (await ShowAsync(null)).Today.Sum(t => t.Fen).ShouldBeGreaterThanOrEqualTo(22000);
        Must(await App.As("外收费").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request("paid"))).Rows.ShouldNotContain(r => r.BillId == bill);
        (await App.As("司机").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Fact]
    public async Task Papers_carry_the_lines_the_signature_and_the_amount_in_capitals()
    {
        var bill = await App.SignedAsync([.. Plain, new("storage-day", "5")], ["本市户籍"]);
        var list = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<PrintBill>(), new PrintBill.Request(bill))).Html;
        list.ShouldContain("尸体寄存费（按日）");
        list.ShouldContain("惠民殡葬");
        list.ShouldContain("data:image/png;base64,");
        var paid = Must(await App.PayAsync(bill));
        var receipt = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<PrintReceipt>(), new PrintReceipt.Request(paid.Receipt!))).Html;
        receipt.ShouldContain("肆拾元整");
        receipt.ShouldContain(paid.Receipt!);
        (await App.As("外收费").RunAsync(s => s.GetRequiredService<PrintReceipt>(), new PrintReceipt.Request(paid.Receipt!))).Problem!.Code.ShouldBe("billing.receipt.none");
        (await App.As("收费").RunAsync(s => s.GetRequiredService<PrintReceipt>(), new PrintReceipt.Request("SJ-0"))).Problem!.Code.ShouldBe("billing.receipt.none");
    }

    [Fact]
    public async Task The_trial_balance_balances_and_shows_only_ones_own_home()
    {
        Must(await App.PayAsync(await App.SignedAsync()));
        var mine = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetTrialBalance>(), new GetTrialBalance.Request()));
        mine.Balanced.ShouldBeTrue();
        mine.Rows.Single(r => r.Account == Account.Cash).DebitFen.ShouldBeGreaterThanOrEqualTo(22000);
        Must(await App.As("外收费").RunAsync(s => s.GetRequiredService<GetTrialBalance>(), new GetTrialBalance.Request())).Rows.ShouldBeEmpty();
        (await App.As("收费").RunAsync(s => s.GetRequiredService<GetTrialBalance>(), new GetTrialBalance.Request("昨天前"))).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<GetTrialBalance>(), new GetTrialBalance.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Fact]
    public async Task What_a_bill_can_be_drawn_from_is_the_list_of_the_day_with_what_stands_on_it()
    {
        var @case = await App.CaseAsync();
        Must(await App.DrawAsync(@case, [new("hall", "1", Match: "100㎡以下")], ["本市户籍"]));
        var at = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetDrawing>(), new GetDrawing.Request(@case)));
        at.Offers.Count.ShouldBe(20);
        at.Offers.Single(o => o.Code == "hall").ShouldSatisfyAllConditions(o => o.Choices.Count.ShouldBe(3), o => o.Now!.Detail.ShouldBe("100㎡以下"));
        at.Groups.ShouldBe(["本市户籍", "城乡低保"]);
        at.Chosen.ShouldBe(["本市户籍"]);
        (await App.As("外收费").RunAsync(s => s.GetRequiredService<GetDrawing>(), new GetDrawing.Request(@case))).Problem!.Code.ShouldBe("billing.bill.no-case");
    }

    private async Task<FindBills.Reply> ShowAsync(string? show, string? q = null) => Must(await App.As("收费").RunAsync(s => s.GetRequiredService<FindBills>(), new FindBills.Request(show, q)));
}

public sealed class FamilyBillTestsOnSqlite(SqliteApp f) : FamilyBillTests(f), IClassFixture<SqliteApp>;

public sealed class FamilyBillTestsOnPostgres(PostgresApp f) : FamilyBillTests(f), IClassFixture<PostgresApp>;
