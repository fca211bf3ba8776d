using System.Globalization;
using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Pricing;
using Anmin.Billing.Refunds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Bills.Desk;

namespace Anmin.Billing.Tests.Bills;

/// <summary>Anything in any order on plain objects: what the entities allow never breaks the money's rules.</summary>
public sealed class BillWalkTests
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 40_000 : 1_000_000;
    private static readonly Actor One = new("one", "甲", "收费", DataScope.Everything, new HashSet<string>());
    private static readonly DateTimeOffset Now = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(11), InlineData(20260415)]
    public void No_order_of_acts_owes_less_than_nothing_or_gives_back_more_than_came(int seed)
    {
        var random = new Random(seed);
        var (bill, edition, settled) = (Fresh(), (BillEdition?)null, 0);
        Dictionary<string, int> done = [];
        for (var step = 0; step < Steps; step++)
        {
            var before = (bill.State, bill.Edition, bill.PaidFen, bill.RefundedFen, bill.DueFen);
            var (act, ok) = random.Next(6) switch
            {
                0 => ("revise", bill.Revise(Lines(random), [], random.Next(3) == 0 ? null : "改", One, Now) is { Ok: true } made && (edition = made.Value) is not null),
                1 => ("sign", edition is not null && bill.Sign(edition, random.Next(4) == 0 ? "other" : edition.Hash, Guid.NewGuid(), Now).Ok),
                2 => ("settle", bill.Settle(One, Now).Ok),
                3 => ("receive", bill.Receive(random.Next(-100, 40_000), Guid.NewGuid()).Ok),
                4 => ("give", bill.GiveBack(random.Next(-100, 30_000), Guid.NewGuid()).Ok),
                _ => ("new", random.Next(8) == 0),
            };
            if (act == "new" && ok) (bill, edition) = (Fresh(), null);
            else if (!ok) (bill.State, bill.Edition, bill.PaidFen, bill.RefundedFen, bill.DueFen).ShouldBe(before, "a refusal changes nothing");
            if (ok) done[act] = done.GetValueOrDefault(act) + 1;
            if (ok && act == "settle") settled++;
            bill.DueFen.ShouldBeGreaterThanOrEqualTo(0);
            bill.PaidFen.ShouldBeInRange(0, bill.DueFen);
            bill.RefundedFen.ShouldBeInRange(0, bill.PaidFen);
            if (bill.State is BillState.Settled or BillState.Paid) bill.SignedEdition.ShouldBe(bill.Edition);
            (bill.State == BillState.Paid).ShouldBe(bill.State != BillState.Quoted && bill.SettledAt is not null && bill.OpenFen == 0);
        }
        foreach (var act in (string[])["revise", "sign", "settle", "receive", "give"]) done.GetValueOrDefault(act).ShouldBeGreaterThan(20, act);
    }

    [Theory]
    [InlineData(3), InlineData(20260416)]
    public void Entries_balance_whatever_is_posted_and_a_relief_never_exceeds_its_charge(int seed)
    {
        var random = new Random(seed);
        var accounts = Enum.GetValues<Account>();
        var balances = new Dictionary<Account, long>();
        for (var step = 0; step < Steps; step++)
        {
            var entry = new LedgerEntry { Institution = "fh-1", Day = new(2026, 4, 15), Kind = EntryKind.Settlement, Source = Guid.NewGuid(), By = "one", At = Now };
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                var debit = random.Next(accounts.Length);
                entry.Post(accounts[debit], accounts[(debit + random.Next(1, accounts.Length)) % accounts.Length], random.Next(-5000, 5000));
            }
            entry.Postings.ShouldAllBe(p => p.Fen > 0 && p.Debit != p.Credit);
            (entry.Fen, entry.Count).ShouldBe((entry.Postings.Sum(p => p.Fen), entry.Postings.Count));
            foreach (var p in entry.Postings)
            {
                balances[p.Debit] = balances.GetValueOrDefault(p.Debit) + p.Fen;
                balances[p.Credit] = balances.GetValueOrDefault(p.Credit) - p.Fen;
            }
            balances.Values.Sum().ShouldBe(0);
            if (step % 10 != 0) continue;
            var charges = Lines(random);
            var policies = Enumerable.Range(1, random.Next(1, 5)).Select(n => new Reliefs.ReliefPolicy { Code = "p" + n, Jurisdiction = "0", Ordinal = n, Name = "政策" + n, Group = "甲", Items = random.Next(2) == 0 ? "a b" : "a", Percent = random.Next(1, 101), Units = random.Next(2) == 0 ? null : random.Next(1, 5), CapFen = random.Next(2) == 0 ? null : random.Next(0, 20_000), Source = "文件" }).ToList();
            var reliefs = Reliefs.Reliefs.Of(policies, charges, ["甲"]);
            foreach (var charge in charges) (charge.AmountFen + reliefs.Where(r => r.Of == charge.Line).Sum(r => r.AmountFen)).ShouldBeGreaterThanOrEqualTo(0);
            foreach (var policy in policies.Where(p => p.CapFen is not null)) (-reliefs.Where(r => r.Policy == policy.Name).Sum(r => r.AmountFen)).ShouldBeLessThanOrEqualTo(policy.CapFen!.Value);
        }
    }

    [Theory]
    [InlineData(0, "零元整"), InlineData(100, "壹元整"), InlineData(5, "伍分"), InlineData(12305, "壹佰贰拾叁元零伍分"), InlineData(175400, "壹仟柒佰伍拾肆元整"), InlineData(1000100, "壹万零壹元整"), InlineData(10000010, "壹拾万元壹角整"), InlineData(100100000, "壹佰万壹仟元整")]
    public void Capitals_are_written_as_on_receipts(long fen, string text) => Counter.Capital.Of(fen).ShouldBe(text);

    private static Bill Fresh() => Bill.Draw(new("QD-1", Guid.NewGuid(), "SQ26-1", "321302", "fh-1", new(2026, 4, 15)), One, Now);

    private static List<BillLine> Lines(Random random) => [.. Enumerable.Range(1, random.Next(1, 4)).Select(n => new BillLine
    {
        Line = n,
        Kind = LineKind.Charge,
        List = "l",
        Item = n == 1 ? "a" : n == 2 ? "b" : "c",
        Name = "项目",
        Class = (ItemClass)random.Next(3),
        Way = PricingWay.GovGuided,
        Unit = "次",
        UnitFen = 100,
        CeilingFen = 100,
        LeastFen = 100,
        QuantityMilli = 1000 * random.Next(1, 9),
        AmountFen = random.Next(0, 30_000),
        Derivation = "应收",
        Source = "文件",
    })];
}

/// <summary>The same through the use cases on the databases: books, drawers, bills and receipts agree at every look.</summary>
public abstract class MoneyWalkTests(AppFixture fixture)
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 200 : 3000;

    private TestApp App => fixture.App;

    [Fact]
    public async Task Cash_in_the_ledger_is_payments_less_refunds_and_receipts_have_no_gaps()
    {
        var random = new Random(5);
        List<Guid> bills = [await App.DrawnAsync()];
        List<Guid> payments = [], refunds = [];
        List<(string Order, long Fen)> scans = [];
        var ok = 0;
        for (var step = 0; step < Steps; step++)
        {
            var bill = bills[random.Next(bills.Count)];
            var edition = (await App.BillAsync(bill)).Edition;
            switch (random.Next(9))
            {
                case 0: bills.Add(await App.SignedAsync([new("cremation", "1"), new("storage-day", random.Next(1, 9).ToString(CultureInfo.InvariantCulture))], random.Next(2) == 0 ? [] : ["本市户籍"])); break;
                case 1: await App.DrawAsync((await App.BillAsync(bill)).Subject, [new("cremation", "1"), new("wreath", random.Next(0, 4).ToString(CultureInfo.InvariantCulture))], reason: "改"); break;
                case 2: await App.SignAsync(bill); break;
                case 3 or 4:
                    if ((await App.PayAsync(bill, (PayWay)random.Next(3), random.Next(2) == 0 ? null : Yuan(random.Next(1, 30_000)), reference: "X" + step, edition: edition, as_: random.Next(2) == 0 ? "收费" : "收费乙")).Value?.PaymentId is { } paid)
                    {
                        payments.Add(paid);
                        ok++;
                    }
                    break;
                case 5:
                    if ((await App.ScanAsync(bill, edition)).Value is { AmountFen: > 0 } scan) scans.Add((scan.Order, scan.AmountFen));
                    break;
                case 6:
                    if (scans.Count > 0 && scans[random.Next(scans.Count)] is var told) await App.NoticeAsync(told.Order, told.Fen - (random.Next(4) == 0 ? 1 : 0), "T" + told.Order);
                    break;
                case 7:
                    if (payments.Count > 0 && (await App.AskAsync(payments[random.Next(payments.Count)], Yuan(random.Next(1, 20_000)))).Value is { } asked) refunds.Add(asked.RefundId);
                    break;
                default:
                    if (refunds.Count > 0) await App.DecideAsync(refunds[random.Next(refunds.Count)], random.Next(4) > 0, random.Next(2) == 0 ? "收费" : "收费乙");
                    break;
            }
        }
        ok.ShouldBeGreaterThan(5);
        await AgreeAsync();
    }

    private async Task AgreeAsync()
    {
        var (all, receipts, paid, back, postings) = await App.ReadAsync(async db => (
            await db.Bills.AsNoTracking().ToListAsync(), await db.Receipts.AsNoTracking().Select(r => r.Number).ToListAsync(),
            await db.Payments.AsNoTracking().Where(p => p.PaidAt != null).ToListAsync(), await db.Refunds.AsNoTracking().Where(r => r.State == RefundState.Given).ToListAsync(),
            await db.LedgerPostings.AsNoTracking().ToListAsync()));
        foreach (var bill in all)
        {
            bill.PaidFen.ShouldBe(paid.Where(p => p.BillId == bill.Id && p.State == PaymentState.Paid).Sum(p => p.AmountFen));
            bill.RefundedFen.ShouldBeLessThanOrEqualTo(bill.PaidFen);
            bill.DueFen.ShouldBeGreaterThanOrEqualTo(0);
        }
        foreach (var payment in paid) back.Where(r => r.PaymentId == payment.Id).Sum(r => r.AmountFen).ShouldBeLessThanOrEqualTo(payment.AmountFen);
        long Balance(Account a) => postings.Sum(p => (p.Debit == a ? p.Fen : 0) - (p.Credit == a ? p.Fen : 0));
        foreach (var way in Enum.GetValues<PayWay>())
        {
            var ids = paid.Where(p => p.Way == way).Select(p => p.Id).ToHashSet();
            Balance(LedgerDesk.Of(way)).ShouldBe(paid.Where(p => p.Way == way).Sum(p => p.AmountFen) - back.Where(r => ids.Contains(r.PaymentId)).Sum(r => r.AmountFen), way.ToString());
        }
        Enum.GetValues<Account>().Sum(Balance).ShouldBe(0);
        Balance(Account.Receivable).ShouldBe(all.Where(b => b.SettledAt is not null).Sum(b => b.OpenFen));
        receipts.Distinct().Count().ShouldBe(receipts.Count);
        receipts.Select(r => int.Parse(r.Split('-')[^1], CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(1, receipts.Count));
    }
}

public sealed class MoneyWalkTestsOnSqlite(SqliteApp f) : MoneyWalkTests(f), IClassFixture<SqliteApp>;

public sealed class MoneyWalkTestsOnPostgres(PostgresApp f) : MoneyWalkTests(f), IClassFixture<PostgresApp>;
