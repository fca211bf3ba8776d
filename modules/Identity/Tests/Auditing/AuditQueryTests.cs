using Anmin.Identity.Administration;
using Anmin.Identity.Administration.Parameters;
using Anmin.Identity.Auditing;
using Anmin.Identity.Portal;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Auditing;

public abstract class AuditQueryTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Auditor => App.As("审计");

    [Fact]
    public async Task Rows_are_found_by_person_reason_device_kind_and_day()
    {
        var who = App.IdOf("外前台");
        await RowAsync(who, "RevealThing", "看过就走", device: "10.9.8.7 pad-7");
        await RowAsync(who, "ExportThing", "给督查组");
        await RowAsync(who, "OpenThing", null, result: "kernel.denied");
        (await FindAsync(new(who, Kind: AuditKind.Reveal))).Single().Reason.ShouldBe("看过就走");
        (await FindAsync(new(who, Kind: AuditKind.Export))).Single().UseCase.ShouldBe("ExportThing");
        (await FindAsync(new(who, Refused: true))).Single().Result.ShouldBe("kernel.denied");
        (await FindAsync(new(who, Why: "督查"))).Single().UseCase.ShouldBe("ExportThing");
        (await FindAsync(new(who, Device: "pad-7"))).Single().UseCase.ShouldBe("RevealThing");
        (await FindAsync(new(who, From: "2026-04-15", Until: "2026-04-15"))).Count.ShouldBe(3);
        (await FindAsync(new(who, From: "2026-04-16"))).ShouldBeEmpty();
        (await Auditor.RunAsync(s => s.GetRequiredService<FindAudit>(), new(From: "昨天"))).Problem!.Code.ShouldBe("identity.audit.bad-day");
    }

    [Fact]
    public async Task Who_looked_at_one_record_is_summed_up_by_person()
    {
        var record = Guid.CreateVersion7();
        await RowAsync(App.IdOf("前台"), "GetCase", null, record);
        await RowAsync(App.IdOf("前台"), "RevealPhone", "联系家属", record);
        await RowAsync(App.IdOf("调度"), "GetCase", null, record, "kernel.denied");
        var reply = (await Auditor.RunAsync(s => s.GetRequiredService<FindLookers>(), new(record.ToString()))).Value!;
        reply.People.Select(p => (p.Id, p.Times, p.Revealed, p.Refused)).ShouldBe([(App.IdOf("前台"), 2, 1, 0), (App.IdOf("调度"), 0, 0, 1)], ignoreOrder: true);
        (await FindAsync(new(Subject: record.ToString()))).ShouldContain(r => r.UseCase == nameof(FindLookers), "looking at who looked is audited too");
    }

    [Fact]
    public async Task A_number_or_name_nobody_has_says_so()
        => (await Auditor.RunAsync(s => s.GetRequiredService<FindAudit>(), new(Subject: "查无此人"))).Problem!.Code.ShouldBe("identity.audit.no-such-record");

    [Fact]
    public async Task An_export_says_in_its_first_line_who_took_it_when_and_why_and_is_in_the_audit_itself()
    {
        var who = App.IdOf("外调度");
        await RowAsync(who, "OpenThing", "=cmd|' /C calc'!A0");
        var reply = (await Auditor.RunAsync(s => s.GetRequiredService<ExportAudit>(), new(new(who), "年度检查"))).Value!;
        var lines = reply.Csv.Split("\r\n");
        lines[0].ShouldContain("导出人：严正平");
        lines[0].ShouldContain("2026-04-15 10:00");
        lines[0].ShouldContain("原因：年度检查");
        reply.Lines.ShouldBe(1);
        lines[2].ShouldContain("'=cmd", Case.Sensitive, "no spreadsheet runs it");
        (await FindAsync(new("t-shenji", Why: "年度检查"))).ShouldContain(r => r.UseCase == nameof(ExportAudit));
    }

    [Fact]
    public async Task An_export_without_a_reason_or_too_large_is_refused()
    {
        (await Auditor.RunAsync(s => s.GetRequiredService<ExportAudit>(), new(new(), "无"))).Problem!.All().ShouldContain(p => p.Code == "identity.reason.too-short");
        var security = Administration.Somebody.With(App, IdentityPermissions.ChangeSecuritySettings);
        (await security.RunAsync(s => s.GetRequiredService<ChangeSecuritySetting>(), new(AdminSettings.ExportMost.Key, "100", "试一下上限"))).Ok.ShouldBeTrue();
        var who = App.IdOf("外司机");
        for (var i = 0; i < 101; i++) await RowAsync(who, "OpenThing", null);
        (await Auditor.RunAsync(s => s.GetRequiredService<ExportAudit>(), new(new(who), "年度检查"))).Problem!.Code.ShouldBe("identity.audit.too-many");
        (await security.RunAsync(s => s.GetRequiredService<ChangeSecuritySetting>(), new(AdminSettings.ExportMost.Key, null, "恢复标准"))).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("管理员"), InlineData("前台"), InlineData("县局")]
    public async Task Nobody_but_the_audit_administrator_reads_or_exports_it(string persona)
    {
        (await App.As(persona).RunAsync(s => s.GetRequiredService<FindAudit>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As(persona).RunAsync(s => s.GetRequiredService<FindLookers>(), new("x"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As(persona).RunAsync(s => s.GetRequiredService<ExportAudit>(), new(new(), "年度检查"))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Theory]
    [InlineData("审计")]
    [InlineData("管理员")]
    public async Task Auditor_and_system_administrator_hold_no_right_to_business_data(string persona)
    {
        var actor = App.As(persona).Actor;
        var business = Anmin.Host.Modules.All.SelectMany(m => m.Permissions).Where(p => p.Kind == Kernel.Actors.PermissionKind.Business && actor.May(p)).Select(p => p.Code);
        business.ShouldBeEmpty();
        (await App.As(persona).RunAsync(s => s.GetRequiredService<GetPortal>(), new())).Value!.Groups.SelectMany(g => g.Tiles).ShouldNotContain(t => t.Href == "/work/cases");
    }

    [Fact]
    public async Task The_auditor_changes_nothing()
    {
        var actor = Auditor.Actor;
        await using var scope = App.Services.CreateAsyncScope();
        (await Auditor.RunAsync(s => s.GetRequiredService<ChangeSetting>(), new(AdminSettings.DiskLeft.Key, "20", "不该能改"))).Problem!.Code.ShouldBe("kernel.denied");
        (await Auditor.RunAsync(s => s.GetRequiredService<ChangeSecuritySetting>(), new(AdminSettings.ExportMost.Key, "200", "不该能改"))).Problem!.Code.ShouldBe("kernel.denied");
        actor.May(IdentityPermissions.ManageStaff).ShouldBeFalse();
    }

    private async Task<IReadOnlyList<FindAudit.Row>> FindAsync(FindAudit.Request request)
    {
        var outcome = await Auditor.RunAsync(s => s.GetRequiredService<FindAudit>(), request);
        outcome.Problem.ShouldBeNull();
        return outcome.Value!.Rows;
    }

    private Task<int> RowAsync(string who, string useCase, string? reason, Guid? subject = null, string result = "ok", string device = "test") => App.ReadAsync(db =>
    {
        db.Add(new AuditRow { At = App.Clock.GetUtcNow(), ActorId = who, ActorName = who + "名", Post = "岗", Device = device, UseCase = useCase, Permission = "test.thing.do", Subject = subject, Result = result, Reason = reason });
        return db.SaveChangesAsync();
    });
}

public sealed class AuditQueryTestsOnSqlite(SqliteApp f) : AuditQueryTests(f), IClassFixture<SqliteApp>;

public sealed class AuditQueryTestsOnPostgres(PostgresApp f) : AuditQueryTests(f), IClassFixture<PostgresApp>;
