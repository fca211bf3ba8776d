using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Bills.Desk;

namespace Anmin.Billing.Tests.Bills;

/// <summary>Raw statements past every line of ours: the database alone refuses.</summary>
public abstract class RefusedByDatabaseTests(AppFixture fixture)
{
    private const string Columns = "kind, name, detail, class, way, unit, least_fen, cost_fen, derivation, source, policy, \"of\", kilometres, floor, lift";

    private TestApp App => fixture.App;

    private async Task RefusedAsync(string sql, params string[] by)
    {
        var refusal = await Should.ThrowAsync<System.Data.Common.DbException>(() => App.SqlAsync(sql));
        by.ShouldContain(b => refusal.Message.Contains(b, StringComparison.OrdinalIgnoreCase), refusal.Message);
    }

    private string Line(Guid bill, int line, string list = "'fh-1-2024'", string item = "'cremation'", string unit = "12000", string ceiling = "12000", string amount = "12000")
        => $"insert into billing_bill_line (bill_id, edition, line, list, item, unit_fen, ceiling_fen, quantity_milli, amount_fen, {Columns}) select bill_id, edition, {line}, {list}, {item}, {unit}, {ceiling}, 1000, {amount}, {Columns} from billing_bill_line where bill_id = {App.Id(bill)} and line = 1";

    [Fact]
    public async Task An_unlisted_item_another_homes_list_and_more_than_the_ceiling()
    {
        var bill = await App.DrawnAsync();
        await RefusedAsync(Line(bill, 9, item: "'stay-fee'"), "foreign key");
        await RefusedAsync(Line(bill, 9, list: "'fh-2-2024'", unit: "18000", ceiling: "18000", amount: "18000"), "guard_bill_line_listed");
        // the ceiling the line claims does not count, the printed one does: 120 with the dearest grade's 30 %
        await RefusedAsync(Line(bill, 9, unit: "15601", ceiling: "99999", amount: "15601"), "guard_bill_line_ceiling");
        await RefusedAsync(Line(bill, 9, unit: "12001"), "billing_bill_line_ceiling");
        (await App.SqlAsync(Line(bill, 9, item: "'disinfection'", unit: "5000", ceiling: "5000", amount: "5000"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_another_time()
    {
        var (bill, early) = (await App.DrawnAsync(), Guid.CreateVersion7());
        await App.SqlAsync($"insert into billing_bill (id, version, number, subject, kind, subject_number, division, institution, opened_by, origin, service_day, drawn_at, edition, state, due_fen, relief_fen, paid_fen, refunded_fen) select {App.Id(early)}, 0, number || '-2020', {App.Id(early)}, kind, subject_number, division, institution, opened_by, origin, '2020-01-01', drawn_at, edition, state, due_fen, relief_fen, 0, 0 from billing_bill where id = {App.Id(bill)}");
        await App.SqlAsync($"insert into billing_bill_edition (bill_id, number, hash, charge_fen, relief_fen, due_fen, groups, reason, by, at) select {App.Id(early)}, number, hash, charge_fen, relief_fen, due_fen, groups, reason, by, at from billing_bill_edition where bill_id = {App.Id(bill)}");
        await RefusedAsync(Line(bill, 1).Replace("select bill_id,", $"select {App.Id(early)},", StringComparison.Ordinal), "guard_bill_line_listed");
    }

    [Fact]
    public async Task Lines_under_a_signature_and_changed_ones()
    {
        var bill = await App.SignedAsync();
        await RefusedAsync(Line(bill, 9), "guard_bill_line_signed");
        await RefusedAsync($"update billing_bill_line set amount_fen = 0 where bill_id = {App.Id(bill)}", "append-only");
        await RefusedAsync($"delete from billing_bill_signature where bill_id = {App.Id(bill)}", "append-only");
        await RefusedAsync($"delete from billing_bill where id = {App.Id(bill)}", "guard_bill_deleted");
        await RefusedAsync($"update billing_bill set due_fen = 1 where id = {App.Id(bill)}", "guard_bill_due");
    }

    [Fact]
    public async Task Settling_without_a_signature_and_more_money_than_due()
    {
        var bill = await App.DrawnAsync();
        await RefusedAsync($"update billing_bill set state = 'Settled', settled_at = drawn_at where id = {App.Id(bill)}", "guard_bill_settled");
        var (paid, payment) = await App.PaidAsync();
        await RefusedAsync($"update billing_bill set paid_fen = due_fen + 1 where id = {App.Id(paid)}", "billing_bill_amounts");
        await RefusedAsync($"update billing_bill set refunded_fen = paid_fen + 1 where id = {App.Id(paid)}", "billing_bill_amounts");
        await RefusedAsync($"update billing_bill set edition = 2 where id = {App.Id(paid)}", "guard_bill");
        await RefusedAsync($"update billing_payment set amount_fen = 1 where id = {App.Id(payment)}", "guard_payment");
        await RefusedAsync($"delete from billing_payment where id = {App.Id(payment)}", "guard_payment_deleted");
        var fresh = App.Id(Guid.CreateVersion7());
        await RefusedAsync($"insert into billing_payment (id, bill_id, number, way, state, amount_fen, cashier, division, institution, opened_by, origin, asked_at, paid_at) select {fresh}, bill_id, 'ZF-X', 'Card', 'Paid', 1, cashier, division, institution, opened_by, origin, asked_at, paid_at from billing_payment where id = {App.Id(payment)}", "guard_payment_due_new");
    }

    [Fact]
    public async Task A_receipt_number_twice_and_a_refund_beyond_what_was_paid_or_by_one()
    {
        var (bill, payment) = await App.PaidAsync();
        await RefusedAsync($"insert into billing_receipt (number, kind, source, bill_id, institution, amount_fen, way, issued_by, issued_at) select number, kind, {App.Id(Guid.CreateVersion7())}, bill_id, institution, amount_fen, way, issued_by, issued_at from billing_receipt where bill_id = {App.Id(bill)}", "billing_receipt");
        await RefusedAsync($"update billing_receipt set amount_fen = 1 where bill_id = {App.Id(bill)}", "append-only");
        var asked = App.Id(Must(await App.AskAsync(payment, "100")).RefundId);
        await RefusedAsync($"update billing_refund set state = 'Given', decided_by = asked_by, decided_at = asked_at where id = {asked}", "billing_refund_two");
        await RefusedAsync($"update billing_refund set amount_fen = 100000 where id = {asked}", "guard_refund_kept");
        await RefusedAsync($"insert into billing_refund (id, bill_id, payment_id, division, institution, opened_by, origin, amount_fen, reason, asked_by, asked_at, state) select {App.Id(Guid.CreateVersion7())}, bill_id, payment_id, division, institution, opened_by, origin, 22001, reason, asked_by, asked_at, 'Asked' from billing_refund where id = {asked}", "guard_refund_new");
    }

    [Fact]
    public async Task No_rows_can_bring_the_ledger_out_of_balance()
    {
        var (bill, _) = await App.PaidAsync();
        var entry = $"(select id from billing_ledger_entry where bill_id = {App.Id(bill)} and kind = 'Payment')";
        string Posting(string debit, string credit, string fen) => $"insert into billing_ledger_posting (entry_id, line, debit, credit, fen) values ({entry}, 7, {debit}, {credit}, {fen})";
        await RefusedAsync(Posting("'Cash'", "'Cash'", "5"), "billing_ledger_posting_fen", "guard_ledger_posting_closed");
        await RefusedAsync(Posting("'Cash'", "null", "5"), "null", "guard_ledger_posting_closed");
        await RefusedAsync(Posting("'Cash'", "'Receivable'", "5"), "guard_ledger_posting_closed");
        await RefusedAsync($"update billing_ledger_posting set fen = fen + 1 where entry_id = {entry}", "append-only");
        await RefusedAsync($"delete from billing_ledger_entry where bill_id = {App.Id(bill)}", "append-only");
        // an entry of its own: what is half written still balances, a negative or foreign account is refused
        var fresh = App.Id(Guid.CreateVersion7());
        await App.SqlAsync($"insert into billing_ledger_entry (id, institution, day, kind, source, by, at, fen, count) select {fresh}, institution, day, 'Excess', {fresh}, by, at, 100, 2 from billing_ledger_entry where id = {entry}");
        string Own(string debit, string credit, string fen) => $"insert into billing_ledger_posting (entry_id, line, debit, credit, fen) values ({fresh}, 1, {debit}, {credit}, {fen})";
        await RefusedAsync(Own("'Cash'", "'Receivable'", "-5"), "billing_ledger_posting_fen");
        await RefusedAsync(Own("'Cash'", "'Cash'", "5"), "billing_ledger_posting_fen");
        await RefusedAsync(Own("'Pocket'", "'Cash'", "5"), "billing_ledger_posting_accounts");
        await RefusedAsync(Own("'Cash'", "null", "5"), "null");
        await RefusedAsync(Own("'Cash'", "'Scan'", "101"), "guard_ledger_posting_closed");
        await App.SqlAsync(Own("'Cash'", "'Scan'", "60"));
        var (debits, credits) = await App.ReadAsync(async db => (await db.Database.SqlQuery<long>($"select coalesce(sum(fen), 0) as \"Value\" from billing_ledger_posting where debit is not null").SingleAsync(), await db.Database.SqlQuery<long>($"select coalesce(sum(fen), 0) as \"Value\" from billing_ledger_posting where credit is not null").SingleAsync()));
        debits.ShouldBe(credits);
    }

    [Fact]
    public async Task A_closed_till_and_attempts_that_are_to_be_forgotten()
    {
        var (bill, payment) = await App.PaidAsync();
        var till = await App.ReadAsync(db => db.Payments.Where(p => p.Id == payment).Select(p => p.TillId!.Value).SingleAsync());
        await RefusedAsync($"update billing_till set closed_at = opened_at, counted_fen = 0, booked_fen = 0 where id = {App.Id(till)}", "guard_till_booked");
        await App.DrawAsync(await App.CaseAsync(), [new("stay-fee", "1")]);
        await RefusedAsync("delete from billing_charge_attempt", "append-only");
        await RefusedAsync($"delete from billing_till where id = {App.Id(till)}", "guard_till_deleted");
    }
}

public sealed class RefusedByDatabaseTestsOnSqlite(SqliteApp f) : RefusedByDatabaseTests(f), IClassFixture<SqliteApp>;

public sealed class RefusedByDatabaseTestsOnPostgres(PostgresApp f) : RefusedByDatabaseTests(f), IClassFixture<PostgresApp>;
