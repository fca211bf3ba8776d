using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Counter;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Bills.Desk;

namespace Anmin.Billing.Tests.Bills;

/// <summary>Quotation → signature → settlement → money → receipt → refund, and every way off it.</summary>
public abstract class BillWayTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task From_quotation_to_receipt()
    {
        var drawn = Must(await App.DrawAsync(await App.CaseAsync(), [new("cremation", "1"), new("transport", "1", Kilometres: "34"), new("makeup", "1", "260")]));
        drawn.DueFen.ShouldBe(12000 + 10000 + 2 * 14 * 300 + 26000);
        var edition = await App.EditionAsync(drawn.BillId!.Value);
        edition.Lines.Single(l => l.Item == "transport").Derivation.ShouldContain("往返28公里");
        (await App.PayAsync(drawn.BillId.Value)).Problem!.Code.ShouldBe("billing.bill.unsigned");
        Must(await App.SignAsync(drawn.BillId.Value));
        var paid = Must(await App.PayAsync(drawn.BillId.Value, handed: "600"));
        paid.Receipt.ShouldNotBeNull();
        paid.ChangeFen.ShouldBe(60000 - drawn.DueFen);
        (await App.BillAsync(drawn.BillId.Value)).State.ShouldBe(BillState.Paid);
        var postings = await App.ReadAsync(db => db.LedgerEntries.AsNoTracking().Include(e => e.Postings).Where(e => e.BillId == drawn.BillId).OrderBy(e => e.Id).ToListAsync());
        postings.Select(e => e.Kind).ShouldBe([EntryKind.Settlement, EntryKind.Payment], ignoreOrder: true);
        postings.Single(e => e.Kind == EntryKind.Payment).Postings.Single().ShouldSatisfyAllConditions(p => p.Debit.ShouldBe(Account.Cash), p => p.Credit.ShouldBe(Account.Receivable), p => p.Fen.ShouldBe(drawn.DueFen));
        (await JournalAsync(drawn.BillId.Value)).ShouldBe(["bill.quoted", "bill.signed", "bill.settled", "bill.paid"]);
        (await App.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Wire == "billing.bill-paid.v1" && m.Payload.Contains(drawn.BillId.Value.ToString())))).ShouldBe(1);
    }

    [Fact]
    public async Task A_complaint_is_shown_the_first_signed_amount_beside_what_is_charged_now()
    {
        var @case = await App.CaseAsync();
        (await DifferenceAsync(@case)).ShouldBeNull("nothing is drawn yet");
        var bill = Must(await App.DrawAsync(@case)).BillId!.Value;
        (await DifferenceAsync(@case))!.QuotedFen.ShouldBeNull("nobody has signed");
        Must(await App.SignAsync(bill));
        var quoted = (await DifferenceAsync(@case))!;
        (quoted.ChargedFen - quoted.QuotedFen, quoted.Lines.Count).ShouldBe((0, 0));
        Must(await App.DrawAsync(@case, [.. Plain, new("makeup", "1", "260")], reason: "家属加了整容"));
        var more = (await DifferenceAsync(@case))!;
        (more.ChargedFen - more.QuotedFen, more.Editions).ShouldBe((26000, 2));
        var line = more.Lines.ShouldHaveSingleItem();
        (line.QuotedFen, line.ChargedFen).ShouldBe((0, 26000));
    }

    private Task<BillDifference?> DifferenceAsync(Guid @case) => App.ReadAsync(db => new Families.BillDifferences(db).OfCaseAsync(@case, default));

    [Fact]
    public async Task What_the_family_signed_at_the_desk_is_offered_until_something_is_drawn()
    {
        var @case = await App.CaseAsync();
        var signed = new Signed(new(Guid.CreateVersion7(), @case, 1, "BJ-1", "HT-1", App.Clock.GetUtcNow(), [new("cremation", "遗体火化", "具", 1, 12000), new("storage-day", "遗体存放", "日", 3, null)]));
        async Task<GetDrawing.Reply> AskAsync() => Must(await App.As("收费").RunAsync(s => ActivatorUtilities.CreateInstance<GetDrawing>(s, signed), new GetDrawing.Request(@case)));
        (await AskAsync()).Offers.Where(o => o.Arranged is not null).Select(o => (o.Code, o.Arranged!.Quantity)).ShouldBe([("cremation", 1), ("storage-day", 3)], ignoreOrder: true);
        Must(await App.DrawAsync(@case, [new("cremation", "1")]));
        (await AskAsync()).Offers.ShouldAllBe(o => o.Arranged == null, "the bill is what counts now");
    }

    /// <summary>Another room's answer: what a family signed.</summary>
    private sealed class Signed(SignedArrangement arrangement) : IArrangements
    {
        public Task<SignedArrangement?> CurrentOfAsync(Guid caseId, CancellationToken ct) => Task.FromResult(caseId == arrangement.CaseId ? arrangement : null);
    }

    [Fact]
    public async Task An_item_off_the_list_is_refused_and_the_attempt_is_kept()
    {
        var @case = await App.CaseAsync();
        var reply = Must(await App.DrawAsync(@case, [.. Plain, new("stay-fee", "1", "80")]));
        reply.BillId.ShouldBeNull();
        reply.Problem!.Code.ShouldBe("billing.off-list");
        (await App.ReadAsync(db => db.ChargeAttempts.SingleAsync(a => a.Subject == @case))).ShouldSatisfyAllConditions(a => a.Kind.ShouldBe(AttemptKind.OffList), a => a.Item.ShouldBe("stay-fee"), a => a.AskedFen.ShouldBe(8000));
        (await ToldAsync("billing.off-list-charge-attempted.v1", @case)).ShouldBe(1);
        (await App.ReadAsync(db => db.Bills.AnyAsync(b => b.Subject == @case))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cremation", "130", null)] // 120 printed, downwards only
    [InlineData("makeup", "500.01", null)] // 100 to 500
    [InlineData("goods", "1300.01", "1000")] // 30 % on 1000
    public async Task Above_the_ceiling_is_refused_and_the_attempt_is_kept(string item, string asked, string? cost)
    {
        var @case = await App.CaseAsync();
        var reply = Must(await App.DrawAsync(@case, [new(item, "1", asked, Cost: cost)]));
        reply.Refused.Count.ShouldBe(1);
        var kept = await App.ReadAsync(db => db.ChargeAttempts.SingleAsync(a => a.Subject == @case));
        kept.Kind.ShouldBe(AttemptKind.AboveCeiling);
        kept.AskedFen!.Value.ShouldBeGreaterThan(kept.CeilingFen!.Value);
        (await ToldAsync("billing.ceiling-exceeded-attempted.v1", @case)).ShouldBe(1);
    }

    [Theory]
    [InlineData("-1", null, "billing.quantity")]
    [InlineData("0", null, "billing.quantity")]
    [InlineData("100001", null, "billing.quantity")]
    [InlineData("很多", null, "billing.number")]
    [InlineData("1", "=1+1", "billing.number")]
    [InlineData("1", "12.345", "billing.number")]
    public async Task What_cannot_be_a_quantity_or_amount_is_refused(string quantity, string? agreed, string code)
        => (await App.DrawAsync(await App.CaseAsync(), [new("cremation", quantity, agreed)])).Problem!.Code.ShouldBe(code);

    [Fact]
    public async Task A_range_asks_for_the_agreed_amount_and_twice_the_same_line_is_refused()
    {
        (await App.DrawAsync(await App.CaseAsync(), [new("makeup", "1")])).Problem!.Code.ShouldBe("billing.agreed");
        (await App.DrawAsync(await App.CaseAsync(), [new("cremation", "1"), new("cremation", "1")])).Problem!.Code.ShouldBe("billing.bill.item-twice");
        (await App.DrawAsync(await App.CaseAsync(), [])).Problem!.Code.ShouldBe("billing.bill.no-lines");
    }

    [Fact]
    public async Task A_change_after_signature_needs_a_reason_and_a_new_signature_and_is_told()
    {
        var @case = await App.CaseAsync();
        var bill = Must(await App.DrawAsync(@case)).BillId!.Value;
        Must(await App.SignAsync(bill));
        LineWish[] more = [.. Plain, new("disinfection", "1")];
        (await App.DrawAsync(@case, more)).Problem!.Code.ShouldBe("billing.bill.reason");
        Must(await App.DrawAsync(@case, more, reason: "按防疫要求加一次消毒")).Edition.ShouldBe(2);
        (await ToldAsync("billing.bill-changed-after-signature.v1", @case)).ShouldBe(1);
        (await App.PayAsync(bill, edition: 2)).Problem!.Code.ShouldBe("billing.bill.unsigned");
        (await App.PayAsync(bill, edition: 1)).Problem!.Code.ShouldBe("billing.bill.changed");
        Must(await App.SignAsync(bill, way: SigningWay.Paper));
        Must(await App.PayAsync(bill, edition: 2)).AmountFen.ShouldBe(27000);
        var view = Must(await App.As("收费").RunAsync(s => s.GetRequiredService<GetBill>(), new GetBill.Request(bill)));
        view.Before!.DueFen.ShouldBe(22000);
        view.RowsOf(Anmin.Billing.Pricing.ItemClass.Optional).Single().Was.ShouldBeNull();
        (await App.DrawAsync(@case, Plain, reason: "再改")).Problem!.Code.ShouldBe("billing.bill.settled");
    }

    [Fact]
    public async Task What_is_signed_is_what_was_shown()
    {
        var bill = await App.DrawnAsync();
        var first = (await App.EditionAsync(bill)).Hash;
        Must(await App.DrawAsync((await App.BillAsync(bill)).Subject, [new("cremation", "1")]));
        (await App.SignAsync(bill, hash: first)).Problem!.Code.ShouldBe("billing.bill.changed");
        (await App.As("收费").RunAsync(s => s.GetRequiredService<SignBill>(), new SignBill.Request(bill, (await App.EditionAsync(bill)).Hash, null, SigningWay.Pad, "data:image/png;base64,AAAA"))).Problem!.Code.ShouldBe("billing.signature.not-png");
        Must(await App.SignAsync(bill));
        (await App.SignAsync(bill)).Problem!.Code.ShouldBe("billing.bill.signed");
    }

    [Fact]
    public async Task Reliefs_come_in_as_lines_with_policy_and_source_and_never_below_nothing()
    {
        var bill = await App.DrawnAsync([.. Plain, new("storage-day", "5"), new("hall", "1", Match: "100㎡以下"), new("dressing", "1")], ["本市户籍", "城乡低保"]);
        var edition = await App.EditionAsync(bill);
        var reliefs = edition.Lines.Where(l => l.Kind == LineKind.Relief).ToList();
        // 120 + 100 whole; storage 3 of 5 days; hall by half; dressing only by a policy that has ended
        reliefs.ToDictionary(r => r.Item, r => r.AmountFen).ShouldBe(new Dictionary<string, long> { ["cremation"] = -12000, ["transport"] = -10000, ["storage-day"] = -6000, ["hall"] = -4000 }, ignoreOrder: true);
        reliefs.ShouldAllBe(r => r.Policy != null && r.Source.Contains("测试文件"));
        edition.DueFen.ShouldBe(50000 - 32000);
        var whole = await App.SignedAsync(Plain, ["本市户籍"]);
        var paid = Must(await App.PayAsync(whole));
        (paid.Receipt, paid.AmountFen).ShouldBe((null, 0));
        (await App.BillAsync(whole)).State.ShouldBe(BillState.Paid);
    }

    [Fact]
    public async Task Denied_without_permission_invisible_elsewhere_and_a_repeat_is_answered_once()
    {
        var @case = await App.CaseAsync();
        (await App.DrawAsync(@case, as_: "管理员")).Problem!.Kind.ShouldBe(Kernel.Outcomes.ProblemKind.Denied);
        (await App.DrawAsync(@case, as_: "外收费")).Problem!.Code.ShouldBe("billing.bill.no-case");
        var key = Guid.NewGuid().ToString("N");
        var first = Must(await App.DrawAsync(@case, key: key));
        Must(await App.DrawAsync(@case, key: key)).ShouldSatisfyAllConditions(r => r.BillId.ShouldBe(first.BillId), r => r.Edition.ShouldBe(1));
        var bill = first.BillId!.Value;
        (await App.SignAsync(bill, as_: "司机")).Problem!.Kind.ShouldBe(Kernel.Outcomes.ProblemKind.Denied);
        (await App.SignAsync(bill, as_: "外收费")).Problem!.Code.ShouldBe("billing.bill.none");
        Must(await App.SignAsync(bill));
        (await App.PayAsync(bill, as_: "前台")).Problem!.Kind.ShouldBe(Kernel.Outcomes.ProblemKind.Denied);
        (await App.PayAsync(bill, as_: "外收费")).Problem!.Code.ShouldBe("billing.bill.none");
        var paid = Must(await App.PayAsync(bill, key: key));
        Must(await App.PayAsync(bill, key: key)).Receipt.ShouldBe(paid.Receipt);
        (await App.PayAsync(bill)).Problem!.Code.ShouldBe("billing.bill.paid");
        (await App.As("外收费").RunAsync(s => s.GetRequiredService<GetBill>(), new GetBill.Request(bill))).Problem!.Code.ShouldBe("billing.bill.none");
    }

    private Task<List<string>> JournalAsync(Guid subject) => App.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.SubjectId == subject).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync());

    private Task<int> ToldAsync(string wire, Guid @case) => App.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Wire == wire && m.Payload.Contains(@case.ToString())));
}

public sealed class BillWayTestsOnSqlite(SqliteApp f) : BillWayTests(f), IClassFixture<SqliteApp>;

public sealed class BillWayTestsOnPostgres(PostgresApp f) : BillWayTests(f), IClassFixture<PostgresApp>;
