using Anmin.Identity.Administration.Jobs;
using Anmin.Identity.Administration.Monitoring;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Monitoring;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Administration;

public abstract class JobTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Admin => Somebody.With(App, IdentityPermissions.RunJobs, IdentityPermissions.ReadHealth, KernelPermissions.ReplayParked);

    [Fact]
    public async Task Every_job_of_the_kernel_has_a_chinese_name()
        => (await Admin.RunAsync(s => s.GetRequiredService<FindJobs>(), new())).Value!.Where(j => j.Name.StartsWith("kernel.", StringComparison.Ordinal)).ShouldAllBe(j => j.Label.Any(c => c >= 0x4e00));

    [Fact]
    public async Task A_rare_job_is_made_due_now_and_a_busy_one_refused()
    {
        (await Admin.RunAsync(s => s.GetRequiredService<RunJobNow>(), new("kernel.forget-answers"))).Ok.ShouldBeTrue();
        (await App.ReadAsync(db => db.Set<JobState>().SingleAsync(j => j.Name == "kernel.forget-answers"))).NextAt.ShouldBe(App.Clock.GetUtcNow());
        (await Admin.RunAsync(s => s.GetRequiredService<RunJobNow>(), new("kernel.dispatch"))).Problem!.Code.ShouldBe("identity.job.runs-anyway");
        (await Admin.RunAsync(s => s.GetRequiredService<RunJobNow>(), new("kernel.nothing"))).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As("审计").RunAsync(s => s.GetRequiredService<RunJobNow>(), new("kernel.forget-answers"))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task A_parked_message_is_listed_without_what_it_says_and_goes_out_again()
    {
        var id = Guid.CreateVersion7();
        var (now, json) = (App.Kind == Kernel.Data.DatabaseKind.Sqlite ? "1776218400000000" : "now()", "{\"secret\":1}");
        await App.SqlAsync($"insert into kernel_outbox (id, wire, payload, at, next_at, attempts, parked_at, last_error) values ('{(App.Kind == Kernel.Data.DatabaseKind.Sqlite ? id.ToString().ToUpperInvariant() : id.ToString())}', 'test.thing.v1', '{json}', {now}, {now}, 5, {now}, 'WhenThing: InvalidOperationException')");
        var row = (await Admin.RunAsync(s => s.GetRequiredService<FindParked>(), new())).Value!.Single(r => r.Wire == "test.thing.v1");
        (row.Attempts, row.LastError).ShouldBe((5, "WhenThing: InvalidOperationException"));
        System.Text.Json.JsonSerializer.Serialize(row).ShouldNotContain("secret");
        (await Somebody.With(App, IdentityPermissions.RunJobs).RunAsync(s => s.GetRequiredService<FindParked>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await Admin.RunAsync(s => s.GetRequiredService<ReplayParked>(), new(row.Id))).Ok.ShouldBeTrue();
        (await Admin.RunAsync(s => s.GetRequiredService<FindParked>(), new())).Value!.ShouldNotContain(r => r.Id == row.Id);
    }

    [Fact]
    public async Task The_health_page_knows_the_servers_that_reported_and_says_who_fell_silent()
    {
        var beat = App.Services.GetServices<IJob>().OfType<Beat>().Single();
        await beat.RunAsync(new Lease { Name = "", Owner = "" }, TestContext.Current.CancellationToken);
        var health = (await Admin.RunAsync(s => s.GetRequiredService<GetHealth>(), new())).Value!;
        var own = health.Nodes.Single(n => n.Own);
        (own.Silent, own.Memory > 0, health.Database.Bytes > 0).ShouldBe((false, true, true));
        health.Database.Kind.ShouldBe(App.Kind == Kernel.Data.DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL");
        health.Dependencies.Select(d => d.Name).ShouldContain("database");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Admin.RunAsync(s => s.GetRequiredService<GetHealth>(), new())).Value!.Nodes.Single(n => n.Own).Silent.ShouldBeTrue();
        (await App.As("前台").RunAsync(s => s.GetRequiredService<GetHealth>(), new())).Problem!.Code.ShouldBe("kernel.denied");
    }
}

public sealed class JobTestsOnSqlite(SqliteApp f) : JobTests(f), IClassFixture<SqliteApp>;

public sealed class JobTestsOnPostgres(PostgresApp f) : JobTests(f), IClassFixture<PostgresApp>;
