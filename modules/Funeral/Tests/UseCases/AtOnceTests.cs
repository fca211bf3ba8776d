using Anmin.Funeral.Evidence;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Two windows, one moment: exactly one succeeds, and the other is told what happened.</summary>
public abstract class AtOnceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task One_certificate_at_two_windows_serves_one_case()
    {
        var (first, second) = (await Chain.PickedUpAsync(), await Chain.PickedUpAsync());
        var number = Chain.Medical(Chain.Next());
        Task<Outcome<AttachEvidence.Reply>> Attach(Deceased of) => App.As("前台").RunAsync(s => s.GetRequiredService<AttachEvidence>(), new AttachEvidence.Request(of.Id, EvidenceKind.MedicalCertificate, number, "测试医院", "2026-04-14"));
        await OneOfAsync("funeral.evidence.used", () => Attach(first), () => Attach(second));
        (await App.ReadAsync(db => db.Set<DeathEvidence>().CountAsync(e => e.Number == number))).ShouldBe(1);
    }

    [Fact]
    public async Task One_box_takes_one_body()
    {
        var (first, second, box) = (await Chain.PickedUpAsync(), await Chain.PickedUpAsync(), Chain.Box());
        Task<Outcome<ReceiveRemains.Reply>> Receive(Deceased of) => App.As("前台").RunAsync(s => s.GetRequiredService<ReceiveRemains>(), new ReceiveRemains.Request(of.Id, of.Tag, box));
        await OneOfAsync("funeral.place.taken", () => Receive(first), () => Receive(second));
        (await App.ReadAsync(db => db.Remains.CountAsync(r => r.PlaceId == box))).ShouldBe(1);
    }

    [Fact]
    public async Task One_furnace_takes_one_body()
    {
        var (first, second, cremator) = (await Chain.CheckedAsync(), await Chain.CheckedAsync(), Chain.Cremator());
        Task<Outcome<StartCremation.Reply>> Start(Deceased of) => App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of, cremator));
        var refused = await OneOfAsync(null, () => Start(first), () => Start(second));
        refused.ShouldBeOneOf("funeral.cremator.busy", "funeral.place.taken", "booking.taken");
        (await App.ReadAsync(db => db.Cremations.CountAsync(c => c.Cremator == cremator))).ShouldBe(1);
    }

    [Fact]
    public async Task One_body_is_cremated_once_though_two_furnaces_stand_open()
    {
        var of = await Chain.CheckedAsync();
        Task<Outcome<StartCremation.Reply>> Start() => App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of));
        var refused = await OneOfAsync(null, Start, Start);
        refused.ShouldBeOneOf("funeral.cremation.twice", "kernel.changed-meanwhile", "funeral.remains.not-received", "booking.taken");
        (await App.ReadAsync(db => db.Cremations.CountAsync(c => c.CaseId == of.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task One_niche_goes_to_one_family()
    {
        var (first, second, niche) = (await Chain.CertifiedAsync(), await Chain.CertifiedAsync(), Chain.Niche());
        Task<Outcome<PlaceAshes.Reply>> Place(Deceased of) => App.As("骨灰").RunAsync(s => s.GetRequiredService<PlaceAshes>(), new PlaceAshes.Request(of.Id, of.Ashes, niche, 20));
        await OneOfAsync("cemetery.position.taken", () => Place(first), () => Place(second));
        (await App.ReadAsync(db => db.Ashes.CountAsync(a => a.PlaceId == niche))).ShouldBe(1);
    }

    [Fact]
    public async Task One_tag_is_tied_to_one_person()
    {
        var (first, second) = (await Chain.BookedAsync(), await Chain.BookedAsync());
        var tag = "TX" + Chain.Next();
        Task<Outcome<RecordPickup.Reply>> Pick(Deceased of) => App.As("司机").RunAsync(s => s.GetRequiredService<RecordPickup>(), Chain.Crew(of) with { Tag = tag });
        await OneOfAsync("funeral.tag.used", () => Pick(first), () => Pick(second));
    }

    [Fact]
    public async Task One_person_is_reported_once_though_two_call_at_once()
    {
        var id = Chain.IdNumber();
        Task<Outcome<ReportDeath.Reply>> Report() => App.As("接线员").RunAsync(s => s.GetRequiredService<ReportDeath>(), Chain.Report(id));
        await OneOfAsync("funeral.case.already-open", Report, Report);
    }

    [Fact]
    public async Task Two_changes_of_one_case_at_once_never_overwrite_each_other()
    {
        var of = await Chain.PickedUpAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => App.As("前台").RunAsync(s => s.GetRequiredService<AttachEvidence>(),
            new AttachEvidence.Request(of.Id, EvidenceKind.CourtDeclaration, $"{of.Number}-{i}", "测试法院", "2026-04-14")))));
        outcomes.Where(o => !o.Ok).ShouldAllBe(o => o.Problem!.Code == "kernel.changed-meanwhile");
        var done = outcomes.Count(o => o.Ok);
        done.ShouldBeGreaterThan(0);
        var after = await Chain.LoadAsync(of);
        after.Evidence.Count.ShouldBe(done);
        (await App.ReadAsync(db => db.Set<Anmin.Kernel.Journal.JournalEntry>().CountAsync(e => e.SubjectId == of.Id && e.Kind == "evidence.attached"))).ShouldBe(done);
    }

    [Fact]
    public async Task Eight_at_once_with_one_key_make_one_case_and_get_one_answer()
    {
        var key = "at-once-" + Chain.Next();
        var before = await App.ReadAsync(db => db.DeathCases.CountAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => App.As("接线员").RunAsync(s => s.GetRequiredService<ReportDeath>(), Chain.Report(name: "郑同时"), key))));
        outcomes.ShouldAllBe(o => o.Ok);
        outcomes.Select(o => o.Value!.CaseId).Distinct().Count().ShouldBe(1);
        (await App.ReadAsync(db => db.DeathCases.CountAsync())).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Numbers_given_at_once_are_different_and_have_no_gap()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => App.As("接线员").RunAsync(s => s.GetRequiredService<ReportDeath>(), Chain.Report(name: null)))));
        outcomes.ShouldAllBe(o => o.Ok);
        var all = await App.ReadAsync(db => db.DeathCases.Select(c => c.Number).ToListAsync());
        all.Distinct().Count().ShouldBe(all.Count);
        all.Select(n => int.Parse(n[^6..], System.Globalization.CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(1, all.Count));
    }

    /// <returns>The code of the one refusal.</returns>
    private static async Task<string> OneOfAsync<T>(string? code, params Func<Task<Outcome<T>>>[] windows)
    {
        var outcomes = await Task.WhenAll(windows.Select(w => Task.Run(w)));
        outcomes.Count(o => o.Ok).ShouldBe(1, string.Join(" | ", outcomes.Select(o => o.Problem?.Code ?? "ok")));
        var refused = outcomes.Single(o => !o.Ok).Problem!.Code;
        if (code is not null) refused.ShouldBe(code);
        return refused;
    }
}

public sealed class AtOnceOnSqlite(SqliteApp f) : AtOnceTests(f), IClassFixture<SqliteApp>;

public sealed class AtOnceOnPostgres(PostgresApp f) : AtOnceTests(f), IClassFixture<PostgresApp>;
