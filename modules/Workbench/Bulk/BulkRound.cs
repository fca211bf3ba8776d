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

    /// <returns>False where nothing is left to do, or the database is away.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        if (await scopes.AsSystemAsync(s => NextAsync(s.GetRequiredService<BulkDesk>(), ct)) is not { } next) return false;
        var problem = await ActAsync(next, ct);
        // the database is away: the row waits for the next round
        if (problem is { Kind: ProblemKind.Unavailable }) return false;
        // stopped meanwhile, or another node was quicker: what counts is in the database
        await scopes.AsSystemAsync(s => s.GetRequiredService<Gate>().RunAsync(s.GetRequiredService<KeepBulkLine>(), new KeepBulkLine.Request(next.Line.Id, next.Undoing, problem?.Message), ct: ct));
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
    private async Task<Problem?> ActAsync(Next next, CancellationToken ct)
    {
        var (permission, may) = await scopes.AsSystemAsync(s =>
        {
            var needed = BulkDesk.Named(s, next.Run.Action)?.Permission;
            // the reach is that of the moment of asking; the right itself must still be held
            return Task.FromResult((needed, needed is not null && s.GetRequiredService<IStaffDirectory>().ActorOf(next.Run.Person)?.May(needed) is true));
        });
        if (permission is null) return BulkProblems.ActionGone;
        if (!may) return BulkProblems.NoLongerMay;
        var step = new BulkStep(next.Line.Subject, next.Values, (next.Undoing ? "u" : "d") + next.Line.Id.ToString("N"));
        try
        {
            return await scopes.AsActorAsync(next.Run.Asker(permission), async s =>
            {
                var action = BulkDesk.Named(s, next.Run.Action)!;
                return (next.Undoing ? await action.UndoAsync(step, ct) : await action.RunAsync(step, ct)).Problem;
            });
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException or DbUpdateException) and not { InnerException: DbException })
        {
            // one row that breaks must not keep the others waiting; a message may quote data, kind and place do not
            log.LogError("Bulk line {Line} of {Action} failed: {Kind} {Stack}", next.Line.Id, next.Run.Action, e.GetType().Name, e.StackTrace);
            return BulkProblems.RowBroke;
        }
    }

    private sealed record Next(BulkRun Run, BulkLine Line, IReadOnlyDictionary<string, string> Values)
    {
        public bool Undoing => Run.State == BulkRunState.Undoing;
    }
}
