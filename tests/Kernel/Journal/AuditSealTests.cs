using Anmin.Kernel.Auditing;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Journal;

/// <summary>Whoever takes the triggers away and touches the audit is named by the verifier, as with the journal itself.</summary>
public sealed class AuditSealTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Audit_rows_are_sealed_into_the_journal_once_and_verify(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        var report = await app.VerifyAsync();
        (report.Broken, report.AuditUnsealed).ShouldBe((null, 0));
        report.AuditRows.ShouldBe(await app.CountAsync("select count(*) from kernel_audit"));
        (await SealAsync(app)).ShouldBe(0, "nothing is waiting, so no line is added");
        await app.WrittenAsync();
        report = await app.VerifyAsync();
        (report.Broken, report.AuditUnsealed).ShouldBe((null, 1));
        (await SealAsync(app)).ShouldBe(1);
        (await app.VerifyAsync()).AuditUnsealed.ShouldBe(0);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task A_changed_row_is_named_by_its_number_and_a_missing_or_added_one_by_its_stretch(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        await DropTriggersAsync(app);
        var row = await app.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().OrderBy(r => r.Tx).Skip(1).FirstAsync());
        var id = kind == DatabaseKind.Sqlite ? row.Id.ToString().ToUpperInvariant() : row.Id.ToString();
        foreach (var set in (string[])["actor_name = '别人'", "reason = '改过的原因'", "result = 'ok '", "use_case = 'Other'", "device = 'x'", "subject = null", "actor_id = 'y'", "post = 'z'", "permission = 'p'", "scope_lift = 's'"])
            (await BrokenAfterAsync(app, $"update kernel_audit set {set} where id = '{id}'")).ShouldNotBeNull(set).ShouldContain(row.Id.ToString("D"), Case.Insensitive, set);
        (await BrokenAfterAsync(app, $"update kernel_audit set reason = '改过，连哈希一起去掉', hash = null where id = '{id}'")).ShouldNotBeNull().ShouldContain("内容与封存时不同");
        (await BrokenAfterAsync(app, $"delete from kernel_audit where id = '{id}'")).ShouldNotBeNull().ShouldContain("封存时4条，现有3条");
        (await BrokenAfterAsync(app, "delete from kernel_audit")).ShouldNotBeNull().ShouldContain("审计第1段");
        (await BrokenAfterAsync(app, $"update kernel_audit set tx = tx + 100000000 where id = '{id}'")).ShouldNotBeNull();
        var columns = "at, actor_id, actor_name, post, device, use_case, permission, subject, result, reason, scope_lift, tx";
        var fresh = kind == DatabaseKind.Sqlite ? Guid.CreateVersion7().ToString().ToUpperInvariant() : Guid.CreateVersion7().ToString();
        (await BrokenAfterAsync(app, $"insert into kernel_audit (id, {columns}) select '{fresh}', {columns} from kernel_audit where id = '{id}'")).ShouldNotBeNull().ShouldContain("封存时4条，现有5条");
        (await app.VerifyAsync()).Broken.ShouldBeNull("every act was undone");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_line_in_the_journal_cannot_be_changed_with_it(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        await DropTriggersAsync(app);
        (await BrokenAfterAsync(app, "update kernel_journal set data = replace(data, '\"count\":4', '\"count\":3') where subject_kind = 'kernel.audit'")).ShouldNotBeNull().ShouldContain("流转日志");
        (await BrokenAfterAsync(app, "delete from kernel_journal where subject_kind = 'kernel.audit'")).ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_its_triggers_the_database_refuses(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        await Should.ThrowAsync<Exception>(() => app.SqlAsync("update kernel_audit set reason = 'x'"));
        await Should.ThrowAsync<Exception>(() => app.SqlAsync("delete from kernel_audit"));
    }

    [Fact]
    public async Task On_postgres_a_row_whose_transaction_is_still_open_is_left_for_later()
    {
        await using var app = await NotebookApp.MakeAsync(DatabaseKind.Postgres);
        await using var scope = app.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<AnminDb>();
        await using var open = await slow.Database.BeginTransactionAsync(Ct);
        await slow.Database.ExecuteSqlRawAsync("insert into kernel_audit (id, at, actor_id, actor_name, post, device, use_case, permission, result) values (gen_random_uuid(), now(), 'a', 'a', 'a', 'a', 'a', 'a', 'ok')", Ct);
        await app.WrittenAsync();
        (await OnceAsync(app)).ShouldBe(0, "an older transaction may still commit");
        await open.CommitAsync(Ct);
        (await SealAsync(app)).ShouldBe(2);
        (await app.VerifyAsync()).Broken.ShouldBeNull();
    }

    /// <summary>Two stretches, of four rows and of two.</summary>
    private static async Task<TestApp> SealedAsync(DatabaseKind kind)
    {
        var app = await NotebookApp.MakeAsync(kind);
        await app.WrittenAsync(4);
        (await SealAsync(app)).ShouldBe(4);
        await app.WrittenAsync(2);
        (await SealAsync(app)).ShouldBe(2);
        await SealerTests.SealAsync(app);
        return app;
    }

    private static Task<int> OnceAsync(TestApp app) => app.Services.GetRequiredService<AuditSealer>().SealAsync(Ct);

    /// <summary>Seals once everything written is final: on a server that other tests share, their open transactions hold the mark back.</summary>
    private static async Task<int> SealAsync(TestApp app)
    {
        while (app.Kind == DatabaseKind.Postgres && await app.CountAsync("select count(*) from kernel_audit where tx >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint") > 0) Ct.ThrowIfCancellationRequested();
        return await OnceAsync(app);
    }

    private static Task<string?> BrokenAfterAsync(TestApp app, string act) => app.ReadAsync(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync(Ct);
        (await db.Database.ExecuteSqlRawAsync(act, Ct)).ShouldBeGreaterThan(0, act);
        return (await new JournalVerifier(db).RunAsync(Ct)).Broken;
    });

    private static async Task DropTriggersAsync(TestApp app)
    {
        foreach (var table in (string[])["kernel_audit", "kernel_journal"])
            foreach (var trigger in app.Kind == DatabaseKind.Postgres ? (string[])["no_change", "no_truncate"] : ["no_update", "no_delete"])
                await app.SqlAsync($"drop trigger {table}_{trigger}{(app.Kind == DatabaseKind.Postgres ? " on " + table : "")}");
    }
}
