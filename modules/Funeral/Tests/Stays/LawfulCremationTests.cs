using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Holds;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.Stays;

/// <summary>The bureau's opinion stands for the family's signature, and for nothing else.</summary>
public abstract class LawfulCremationTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private static string Id(Guid id, bool postgres) => postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    [Fact]
    public async Task The_whole_way_ends_in_a_cremation_by_two_people()
    {
        var of = await Chain.SignedAsync();
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag)));
        Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of)));
        (await Chain.LoadAsync(of)).Contract!.OpinionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_evidence_the_chief_cannot_sign()
    {
        var of = await Chain.ProposedAsync();
        Must(await App.As("县局").RunAsync(s => s.GetRequiredService<GiveStayOpinion>(), new GiveStayOpinion.Request(of.Id, true, "程序完备")));
        (await SignAsync(of)).ShouldBe("funeral.evidence.missing");
        (await Chain.LoadAsync(of)).Contract.ShouldBeNull();
        (await App.ReadAsync(db => db.OverdueStays.Where(o => o.CaseId == of.Id).Select(o => o.State).SingleAsync())).ShouldBe(OverdueState.Approved, "a refusal leaves the stay where it was");
    }

    [Fact]
    public async Task Under_a_hold_the_chief_cannot_sign()
    {
        var of = await Chain.ApprovedAsync();
        Must(await App.As("县局").RunAsync(s => s.GetRequiredService<PlaceHold>(), new PlaceHold.Request(of.Id, HoldKind.Police, "待查")));
        (await SignAsync(of)).ShouldBe("funeral.hold.open");
    }

    [Fact]
    public async Task Refused_by_the_bureau_there_is_nothing_to_sign() => (await SignAsync(await Chain.ApprovedAsync(approve: false))).ShouldBe("funeral.stay.wrong-step");

    [Fact]
    public async Task The_same_officer_may_not_propose_and_decide()
    {
        var of = await Chain.ProposedAsync();
        await App.SqlAsync($"update funeral_overdue_stay set proposed_by = '{App.IdOf("县局")}' where case_id = {Id(of.Id, Postgres)}");
        (await App.As("县局").RunAsync(s => s.GetRequiredService<GiveStayOpinion>(), new GiveStayOpinion.Request(of.Id, true, "同意"))).Problem!.Code.ShouldBe("funeral.two-persons");
    }

    [Fact]
    public async Task One_alone_still_cannot_start_the_furnace()
    {
        var of = await Chain.SignedAsync();
        (await App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of))).Problem!.Code.ShouldBe("funeral.cremation.first-scan");
    }

    [Fact]
    public async Task A_family_that_comes_at_last_takes_the_signature_back()
    {
        var of = await Chain.SignedAsync();
        Must(await App.As("前台").RunAsync(s => s.GetRequiredService<ConfirmDisposition>(), Choice(of)));
        var contract = (await Chain.LoadAsync(of)).Contract!;
        (contract.OpinionId, contract.SignedBy).ShouldBe((null, of.Handler));
        (await App.ReadAsync(db => db.OverdueStays.Where(o => o.CaseId == of.Id).Select(o => o.State).SingleAsync())).ShouldBe(OverdueState.Ended);
    }

    [Fact]
    public async Task Ended_after_the_signature_the_furnace_stays_cold()
    {
        var of = await Chain.SignedAsync();
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<EndOverdue>(), new EndOverdue.Request(of.Id, "家属已到馆")));
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag)));
        (await App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of))).Problem!.Code.ShouldBe("funeral.stay.not-signed");
    }

    [Fact]
    public async Task The_nameless_begin_with_the_notice_and_need_the_polices_word()
    {
        var of = await Chain.ReceivedAsync(Report(name: null, place: "321302002", unidentified: true));
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<GiveOverdueNotice>(), new GiveOverdueNotice.Request(of.Id, of.Handler))).Problem!.Code.ShouldBe("funeral.stay.nameless");
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<AnnounceOverdue>(), new AnnounceOverdue.Request(of.Id)));
        var lines = Must(await App.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<FindAnnouncements>(), new FindAnnouncements.Request()));
        lines.ShouldContain(l => l.Name == "无名氏");
        lines.ShouldAllBe(l => !l.Name.Contains("桂兰", StringComparison.Ordinal));
        (await App.ReadAsync(db => db.OverdueStays.Where(o => o.CaseId == of.Id).Select(o => o.PoliceNeeded).SingleAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_desks_send_one_letter_and_the_second_is_told()
    {
        var of = await Chain.OverdueAsync();
        Task<Kernel.Outcomes.Outcome<GiveOverdueNotice.Reply>> Give() => App.As("馆长").RunAsync(s => s.GetRequiredService<GiveOverdueNotice>(), new GiveOverdueNotice.Request(of.Id, of.Handler));
        var outcomes = await Task.WhenAll(Task.Run(Give), Task.Run(Give));
        outcomes.Count(o => o.Ok).ShouldBe(1);
        outcomes.Single(o => !o.Ok).Problem!.Code.ShouldBeOneOf("funeral.stay.already", "kernel.changed-meanwhile");
        (await App.ReadAsync(db => db.StayLetters.CountAsync(l => l.CaseId == of.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task An_extension_moves_the_deadline_as_often_and_as_far_as_the_rule_says()
    {
        var of = await Chain.ReceivedAsync();
        Task<Kernel.Outcomes.Outcome<ExtendStay.Reply>> Longer(string until) => App.As("前台").RunAsync(s => s.GetRequiredService<ExtendStay>(), new ExtendStay.Request(of.Id, of.Handler, "等子女", until, true));
        Must(await Longer("2026-05-20"));
        Must(await Longer("2026-06-10"));
        (await Longer("2026-06-12")).Problem!.Code.ShouldBe("funeral.stay.too-often");
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<FindStays>(), new FindStays.Request("all", of.Id))).Rows.Single().Due.ShouldBe(new DateTimeOffset(2026, 6, 10, 16, 0, 0, TimeSpan.Zero));
        var infectious = await Chain.ReceivedAsync(Report(infectious: true));
        (await App.As("前台").RunAsync(s => s.GetRequiredService<ExtendStay>(), new ExtendStay.Request(infectious.Id, infectious.Handler, "等子女", "2026-04-20", true))).Problem!.Code.ShouldBe("funeral.stay.too-often");
    }

    [Fact]
    public async Task Every_letter_prints_from_the_packs_templates_with_nothing_left_open()
    {
        var of = await Chain.ApprovedAsync();
        var letters = await App.ReadAsync(db => db.StayLetters.Where(l => l.CaseId == of.Id).Select(l => l.Number).ToListAsync());
        letters.Count.ShouldBe(3);
        foreach (var number in letters)
        {
            var html = Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<PrintStayLetter>(), new PrintStayLetter.Request(number))).Html;
            html.ShouldContain(number);
            html.ShouldNotContain("{{");
        }
    }

    [Fact]
    public async Task By_sql_an_opinion_of_another_case_signs_nothing()
    {
        var (of, other) = (await Chain.SignedAsync(), await Chain.ProvenAsync());
        await RefusedAsync($"insert into funeral_contract (id, case_id, disposition, signed_by, signed_at, recorded_by, wishes, earliest_at, opinion_id) select {Id(Guid.CreateVersion7(), Postgres)}, {Id(other.Id, Postgres)}, disposition, signed_by, signed_at, recorded_by, wishes, earliest_at, opinion_id from funeral_contract where case_id = {Id(of.Id, Postgres)}", "guard_contract_opinion");
        await RefusedAsync($"update funeral_overdue_stay set signed_at = null where case_id = {Id(of.Id, Postgres)}", "guard_overdue_decided");
        await RefusedAsync($"delete from funeral_overdue_stay where case_id = {Id(of.Id, Postgres)}", "guard_overdue_deleted");
    }

    [Fact]
    public async Task By_sql_a_signature_without_approval_or_police_is_refused()
    {
        var of = await Chain.ProposedAsync();
        var now = Postgres ? "now()" : "1900000000000000";
        await RefusedAsync($"update funeral_overdue_stay set signed_at = {now}, signed_by = 'x' where case_id = {Id(of.Id, Postgres)}", "funeral_overdue_approved");
        await RefusedAsync($"update funeral_overdue_stay set decided_at = {now}, decided_by = proposed_by where case_id = {Id(of.Id, Postgres)}", "funeral_overdue_two");
        await RefusedAsync($"update funeral_contract set opinion_id = (select id from funeral_overdue_stay where case_id = {Id(of.Id, Postgres)}) where case_id = {Id((await Chain.ConfirmedAsync()).Id, Postgres)}", "guard_contract_borrowed");
    }

    private bool Postgres => App.Kind == DatabaseKind.Postgres;

    private async Task RefusedAsync(string sql, string guard)
    {
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql))).ToString().ShouldContain(guard);
    }

    private async Task<string?> SignAsync(Deceased of) => (await App.As("馆长").RunAsync(s => s.GetRequiredService<SignByOpinion>(), new SignByOpinion.Request(of.Id, "宿公备2026-7", true))).Problem?.Code;
}

public sealed class LawfulCremationOnSqlite(SqliteApp f) : LawfulCremationTests(f), IClassFixture<SqliteApp>;

public sealed class LawfulCremationOnPostgres(PostgresApp f) : LawfulCremationTests(f), IClassFixture<PostgresApp>;
