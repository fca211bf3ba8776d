using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_restart_a_job_waits_out_its_time_and_then_runs(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var job = new Hourly();
        await RoundAsync(app, job);
        job.Runs.ShouldBe(1, "never run before, so due at once");
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await RoundAsync(app, job);
        job.Runs.ShouldBe(1, "a restart is no reason to run again");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(app, job);
        job.Runs.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_failing_job_keeps_its_error_without_the_text_tries_again_later_and_recovers(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var job = new Hourly { Fails = true };
        await RoundAsync(app, job);
        var state = await StateAsync(app);
        (state.Failures, state.LastError, state.LastDoneAt).ShouldBe((1, nameof(InvalidOperationException), null));
        job.Fails = false;
        app.Clock.Advance(TimeSpan.FromHours(1));
        await RoundAsync(app, job);
        state = await StateAsync(app);
        (state.Failures, state.LastError, state.LastDoneAt).ShouldBe((0, null, app.Clock.GetUtcNow()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_nodes_run_it_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var job = new Hourly();
        using var first = Runner(app, job);
        await first.StartAsync(Ct);
        await app.Clock.SomebodyWaitsAsync(Ct);
        await RoundAsync(app, job);
        job.Runs.ShouldBe(1);
        await first.StopAsync(Ct);
    }

    /// <summary>A process that starts, goes round once and is stopped.</summary>
    private static async Task RoundAsync(TestApp app, IJob job)
    {
        using var runner = Runner(app, job);
        await runner.StartAsync(Ct);
        await app.Clock.SomebodyWaitsAsync(Ct);
        await runner.StopAsync(Ct);
    }

    private static JobRunner Runner(TestApp app, IJob job)
    {
        var scopes = app.Services.GetRequiredService<IServiceScopeFactory>();
        var turn = app.Services.GetRequiredService<WriteTurn>();
        return new([job], new Leases(scopes, turn, app.Clock), scopes, turn, app.Clock, NullLogger<JobRunner>.Instance);
    }

    private static Task<JobState> StateAsync(TestApp app) => app.ReadAsync(db => db.Set<JobState>().AsNoTracking().SingleAsync());

    private sealed class Hourly : IJob
    {
        public string Name => "test.hourly";

        public TimeSpan Every => TimeSpan.FromHours(1);

        public int Runs { get; private set; }

        public bool Fails { get; set; }

        public Task RunAsync(Lease lease, CancellationToken ct)
        {
            Runs++;
            return Fails ? throw new InvalidOperationException("quotes 321302194501150011") : Task.CompletedTask;
        }
    }
}
