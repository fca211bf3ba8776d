using Anmin.Funeral.Holds;
using Anmin.Funeral.Corrections;
using System.Globalization;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Database;

/// <summary>Past entity, use case and Gate, with SQL of one's own: the database itself refuses what must never be.</summary>
public abstract class RefusalTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private bool Postgres => App.Kind == DatabaseKind.Postgres;

    [Theory]
    [InlineData("kernel_journal", "kind")]
    [InlineData("kernel_audit", "result")]
    [InlineData("funeral_custody", "taken_by")]
    [InlineData("funeral_correction", "reason")]
    public async Task What_was_written_is_neither_changed_nor_deleted(string table, string column)
    {
        var of = await Chain.PickedUpAsync();
        Chain.Must(await App.As("前台").RunAsync(s => (Corrections.CorrectFact)s.GetService(typeof(Corrections.CorrectFact))!, new Corrections.CorrectFact.Request(of.Id, Cases.CaseFact.Name, "周更正", "家属更正")));
        (await App.CountAsync($"select count(*) from {table}")).ShouldBeGreaterThan(0);
        await RefusedAsync($"update {table} set {column} = 'x'", "append-only");
        await RefusedAsync($"delete from {table}", "append-only");
        if (Postgres) await RefusedAsync($"truncate {table} cascade", "append-only");
    }

    [Fact]
    public async Task No_blocks_or_days_are_changed_either()
    {
        await App.SqlAsync($"insert into kernel_journal_block (number, from_mark, to_mark, count, root, hash, at, epoch) values (1, 0, 1, 1, {Bytes}, {Bytes}, 1, 1)");
        await App.SqlAsync($"insert into kernel_journal_day (day, first_block, last_block, root, hash) values ({Day}, 1, 1, {Bytes}, {Bytes})");
        await RefusedAsync("update kernel_journal_block set at = 2", "append-only");
        await RefusedAsync("delete from kernel_journal_block", "append-only");
        await RefusedAsync("update kernel_journal_day set last_block = 2", "append-only");
        await RefusedAsync("delete from kernel_journal_day", "append-only");
    }

    [Fact]
    public async Task A_cremation_by_one_person_alone() => await IgniteAsync("funeral_cremation_two", second: "same");

    [Fact]
    public async Task A_cremation_with_another_bodys_tag() => await IgniteAsync("guard_cremation_tag", scan: "T-of-another");

    [Fact]
    public async Task A_cremation_with_two_different_tags() => await IgniteAsync("guard_cremation_tag", secondScan: "T-of-another");

    [Fact]
    public async Task A_cremation_before_its_own_earliest_time() => await IgniteAsync("funeral_cremation_wait", early: true);

    [Fact]
    public async Task A_cremation_before_the_time_of_the_contract()
    {
        var of = await Chain.ConfirmedAsync();
        await App.SqlAsync($"update funeral_contract set earliest_at = {At("2026-05-01T00:00:00Z")} where case_id = {Id(of.Id)}");
        await IgniteAsync("guard_cremation_contract", of);
    }

    [Fact]
    public async Task A_cremation_where_burial_was_signed()
    {
        var of = await Chain.ConfirmedAsync();
        await App.SqlAsync($"update funeral_contract set disposition = 'Burial' where case_id = {Id(of.Id)}");
        await IgniteAsync("guard_cremation_contract", of);
    }

    [Fact]
    public async Task A_cremation_under_a_hold()
    {
        var of = await Chain.ConfirmedAsync();
        Chain.Must(await App.As("县局").RunAsync(s => (Holds.PlaceHold)s.GetService(typeof(Holds.PlaceHold))!, new Holds.PlaceHold.Request(of.Id, Cases.HoldKind.Police, "待查")));
        await IgniteAsync("guard_cremation_hold", of);
    }

    [Fact]
    public async Task A_cremation_on_another_persons_evidence() => await IgniteAsync("guard_cremation_evidence", evidenceOf: await Chain.ProvenAsync());

    [Fact]
    public async Task A_cremation_of_an_unnatural_death_on_a_doctors_word()
    {
        var of = await Chain.ConfirmedAsync();
        await App.SqlAsync($"update funeral_case set unnatural = {(Postgres ? "true" : "1")} where id = {Id(of.Id)}");
        await IgniteAsync("guard_cremation_evidence", of);
    }

    [Fact]
    public async Task A_second_cremation_of_one_person() => await IgniteAsync("funeral_cremation", await Chain.CrematedAsync(), firstBy: App.IdOf("火化工甲"), at: "2026-04-15T03:00:00Z");

    [Fact]
    public async Task A_second_open_case_of_one_person()
    {
        var (first, second) = (await Chain.ReportedAsync(Chain.Report(Chain.IdNumber())), await Chain.ReportedAsync());
        await RefusedAsync($"update funeral_case set person_id_index = (select person_id_index from funeral_case where id = {Id(first.Id)}) where id = {Id(second.Id)}", "funeral_case_one_open", "funeral_case.person_id_index");
    }

    [Fact]
    public async Task A_case_both_over_and_open()
    {
        var of = await Chain.ReportedAsync();
        await RefusedAsync($"update funeral_case set closed_at = {At("2026-04-15T00:00:00Z")} where id = {Id(of.Id)}", "funeral_case_over");
    }

    [Fact]
    public async Task A_void_by_one_person_alone()
    {
        var of = await Chain.ReportedAsync();
        await RefusedAsync($"update funeral_case set void_requested_by = 'a', void_approved_by = 'a' where id = {Id(of.Id)}", "funeral_case_void_two");
    }

    [Fact]
    public async Task A_reused_death_certificate()
    {
        var (first, second) = (await Chain.ProvenAsync(), await Chain.ProvenAsync());
        await RefusedAsync($"update funeral_evidence set number = (select number from funeral_evidence where case_id = {Id(first.Id)}) where case_id = {Id(second.Id)}", "funeral_evidence_once", "funeral_evidence.kind, funeral_evidence.number");
        await RefusedAsync($"update funeral_evidence set number = '123' where case_id = {Id(second.Id)}", "funeral_evidence_number");
    }

    [Fact]
    public async Task A_reused_tag_or_a_tag_changed_or_taken_off()
    {
        var (first, second) = (await Chain.PickedUpAsync(), await Chain.BookedAsync());
        await RefusedAsync($"update funeral_remains set tag = '{first.Tag}' where case_id = {Id(second.Id)}", "funeral_remains_tag", "funeral_remains.tag");
        await RefusedAsync($"update funeral_remains set tag = 'T-new' where case_id = {Id(first.Id)}", "guard_body_tag");
        await RefusedAsync($"update funeral_remains set tag = null where case_id = {Id(first.Id)}", "guard_body_tag");
    }

    [Fact]
    public async Task A_body_that_leaves_its_final_place()
    {
        var of = await Chain.CrematedAsync();
        await RefusedAsync($"update funeral_remains set place = 'ColdStored' where case_id = {Id(of.Id)}", "guard_body_final");
        await RefusedAsync($"delete from funeral_remains where case_id = {Id(of.Id)}", "guard_body_deleted");
    }

    [Fact]
    public async Task A_cremation_changed_afterwards_or_deleted()
    {
        var of = await Chain.BurningAsync();
        await RefusedAsync($"update funeral_cremation set second_operator = 'c' where case_id = {Id(of.Id)}", "guard_cremation_kept");
        await RefusedAsync($"update funeral_cremation set started_at = {At("2026-04-15T03:00:00Z")} where case_id = {Id(of.Id)}", "guard_cremation_kept");
        await RefusedAsync($"delete from funeral_cremation where case_id = {Id(of.Id)}", "guard_cremation_deleted");
        var over = await Chain.CrematedAsync();
        await RefusedAsync($"update funeral_cremation set finished_by = 'c' where case_id = {Id(over.Id)}", "guard_cremation_kept");
    }

    [Fact]
    public async Task A_body_in_a_furnace_without_a_cremation()
    {
        var of = await Chain.ReceivedAsync();
        await RefusedAsync($"update funeral_remains set place = 'InFurnace' where case_id = {Id(of.Id)}", "guard_body_furnace");
        await RefusedAsync($"update funeral_remains set place = 'Cremated' where case_id = {Id(of.Id)}", "guard_body_furnace");
    }

    [Fact]
    public async Task Two_bodies_in_one_box()
    {
        var (first, second) = (await Chain.ReceivedAsync(), await Chain.ReceivedAsync());
        await RefusedAsync($"update funeral_remains set exclusive_place = '{first.Box}' where case_id = {Id(second.Id)}", "funeral_remains_place", "funeral_remains.exclusive_place");
    }

    [Fact]
    public async Task A_second_valid_cremation_certificate_or_one_without_its_successor()
    {
        var of = await Chain.CertifiedAsync();
        await RefusedAsync($"insert into funeral_certificate (id, case_id, cremation_id, number, edition, status, issued_by, issued_at) select {Id(Guid.NewGuid())}, case_id, cremation_id, 'HH-second', 2, 'Issued', 'a', issued_at from funeral_certificate where case_id = {Id(of.Id)}", "funeral_certificate_one_valid", "funeral_certificate.cremation_id");
        await RefusedAsync($"update funeral_certificate set status = 'Replaced' where case_id = {Id(of.Id)}", "funeral_certificate_successor");
    }

    [Fact]
    public async Task A_cremation_that_no_first_operator_has_scanned() => await IgniteAsync("guard_cremation_first", firstBy: "nobody");

    [Fact]
    public async Task A_second_container_of_one_cremation()
    {
        var of = await Chain.CrematedAsync();
        await RefusedAsync($"insert into funeral_ashes (id, case_id, cremation_id, number, status, place_id, custodian, since, moves) select {Id(Guid.NewGuid())}, case_id, cremation_id, 'GH-second', status, place_id, custodian, since, 0 from funeral_ashes where case_id = {Id(of.Id)}", "funeral_ashes_one", "funeral_ashes.cremation_id");
    }

    [Fact]
    public async Task A_hold_lifted_by_whoever_placed_it()
    {
        var of = await Chain.ReceivedAsync();
        Chain.Must(await App.As("县局").RunAsync(s => (Holds.PlaceHold)s.GetService(typeof(Holds.PlaceHold))!, new Holds.PlaceHold.Request(of.Id, Cases.HoldKind.Police, "待查")));
        await RefusedAsync($"update funeral_hold set lifted_by = placed_by where case_id = {Id(of.Id)}", "funeral_hold_two");
    }

    private async Task IgniteAsync(string refusal, Deceased? given = null, string second = "b", string? scan = null, string? secondScan = null, bool early = false, Deceased? evidenceOf = null, string? firstBy = null, string at = "2026-04-15T01:30:00Z")
    {
        var of = given ?? await Chain.ConfirmedAsync();
        var (first, other) = (scan ?? of.Tag, secondScan ?? scan ?? of.Tag);
        if (firstBy is null) await App.SqlAsync($"insert into funeral_first_scan (case_id, operator, tag, at) values ({Id(of.Id)}, 'a', '{first}', {At("2026-04-15T00:20:00Z")})");
        await RefusedAsync($"""
            insert into funeral_cremation (id, case_id, contract_id, evidence_id, institution, cremator, first_operator, second_operator, first_scan, second_scan, earliest_at, started_at)
            select {Id(Guid.NewGuid())}, c.id, k.id, (select e.id from funeral_evidence e where e.case_id = {Id((evidenceOf ?? of).Id)}), 'fh-1', 'furnace-{Chain.Next()}', '{firstBy ?? "a"}', '{(second == "same" ? "a" : second)}', '{first}', '{other}', {At("2026-04-15T01:00:00Z")}, {At(early ? "2026-04-15T00:30:00Z" : at)}
            from funeral_case c join funeral_contract k on k.case_id = c.id where c.id = {Id(of.Id)}
            """, refusal);
    }

    private async Task RefusedAsync(string sql, params string[] anyOf)
    {
        var refusal = await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql), sql);
        var violation = await App.ReadAsync(db => Task.FromResult(db.Violation(refusal)));
        violation.ShouldNotBeNull($"{sql}: {refusal.Message}");
        anyOf.ShouldContain(word => violation.Contains(word, StringComparison.Ordinal), $"{sql}: {violation}");
    }

    private string Id(Guid id) => Postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private string At(string utc)
    {
        var at = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        return Postgres ? $"'{utc}'" : ((at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10).ToString(CultureInfo.InvariantCulture);
    }

    private string Bytes => Postgres ? "'\\x00'" : "x'00'";

    private static string Day => "'2026-04-15'";

    private static string NextYear => "'2027-04-15'";
}

public sealed class RefusalsOnSqlite(SqliteApp f) : RefusalTests(f), IClassFixture<SqliteApp>;

public sealed class RefusalsOnPostgres(PostgresApp f) : RefusalTests(f), IClassFixture<PostgresApp>;
