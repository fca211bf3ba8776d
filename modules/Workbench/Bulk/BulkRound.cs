using System.Data.Common;
using Anmin.Contracts.Identity;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anmin.Workbench.Bulk;

/// <summary>
/// Does what was picked, row after row, as who asked for it; the run with the fewest decided rows first. The row's own id is the idempotency key:
/// killed between the act and the note of it, the next round gets the first answer and notes that.
/// </summary>
internal sealed class BulkRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BulkRound> log) : IJob
{
    /// <summary>Shorter than a lease, so that the next round renews it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public string Name => "workbench.bulk";

    public string Label => "逐行办理批量事项";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        await scopes.AsSystemAsync(async s =>
        {
            if (await ForgetBulkChoices.Over(s.GetRequiredService<BulkDesk>()).AnyAsync(ct)) await s.GetRequiredService<Gate>().RunAsync(s.GetRequiredService<ForgetBulkChoices>(), new ForgetBulkChoices.Request(), ct: ct);
        });
        while (await StepAsync(ct) && clock.GetElapsedTime(began) < Longest) ct.ThrowIfCancellationRequested();
    }

    /// <returns>False where nothing is left to do now.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        if (await scopes.AsSystemAsync(s => NextAsync(s.GetRequiredService<BulkDesk>(), ct)) is not { } next) return false;
        var refused = await ActAsync(next, ct);
        // stopped meanwhile, or another node was quicker: what counts is in the database
        await scopes.AsSystemAsync(s => s.GetRequiredService<Gate>().RunAsync(s.GetRequiredService<KeepBulkLine>(), new KeepBulkLine.Request(next.Line.Id, next.Undoing, refused), ct: ct));
        return true;
    }

    private static async Task<Next?> NextAsync(BulkDesk desk, CancellationToken ct)
    {
        var run = await desk.Db.BulkRuns.AsNoTracking().Where(r => r.State == BulkRunState.Waiting || r.State == BulkRunState.Running || r.State == BulkRunState.Undoing)
            .OrderBy(r => r.State == BulkRunState.Undoing ? r.TakenBack + r.Stuck : r.Good + r.Refused).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (run is null) return null;
        var lines = desk.Db.BulkLines.AsNoTracking().Where(l => l.RunId == run.Id);
        var line = run.State == BulkRunState.Undoing ? await lines.Where(l => l.State == BulkLineState.Good).OrderByDescending(l => l.Seq).FirstAsync(ct) : await lines.Where(l => l.State == BulkLineState.Waiting).OrderBy(l => l.Seq).FirstAsync(ct);
        return new(run, line, desk.Open(run.Choices!));
    }

    /// <returns>Why not; null where it went through.</returns>
    private async Task<string?> ActAsync(Next next, CancellationToken ct)
    {
        var permission = await scopes.AsSystemAsync(s => Task.FromResult(s.GetServices<IBulkAction>().FirstOrDefault(a => a.Action == next.Run.Action)?.Permission));
        if (permission is null) return "这个版本不再有这种批量办理。";
        // the reach is that of the moment of asking; the right itself must still be held
        if (await scopes.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<IStaffDirectory>().ActorOf(next.Run.Person)?.May(permission))) is not true) return "申请人现在没有这项权限，这一行没有办。";
        var step = new BulkStep(next.Line.Subject, next.Values, (next.Undoing ? "u" : "d") + next.Line.Id.ToString("N"));
        try
        {
            return await scopes.AsActorAsync(next.Run.Asker(permission), async s =>
            {
                var action = s.GetServices<IBulkAction>().First(a => a.Action == next.Run.Action);
                var answer = next.Undoing ? await action.UndoAsync(step, ct) : await action.RunAsync(step, ct);
                return answer.Problem is { Kind: ProblemKind.Unavailable } busy ? throw new RetryLater(busy.Message) : answer.Problem?.Message;
            });
        }
        catch (Exception e) when (e is not (OperationCanceledException or RetryLater or DbException or DbUpdateException) and not { InnerException: DbException })
        {
            // one row that breaks must not keep the others waiting; a message may quote data, kind and place do not
            log.LogError("Bulk line {Line} of {Action} failed: {Kind} {Stack}", next.Line.Id, next.Run.Action, e.GetType().Name, e.StackTrace);
            return "办到这一行出错，没有办成。请打开这一份单独办；还是不行，请告诉管理员。";
        }
    }

    private sealed record Next(BulkRun Run, BulkLine Line, IReadOnlyDictionary<string, string> Values)
    {
        public bool Undoing => Run.State == BulkRunState.Undoing;
    }

    /// <summary>The database is away: the row waits for the next round.</summary>
    private sealed class RetryLater(string message) : Exception(message);
}
