using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

/// <summary>What became of one row. Two nodes with the same row: the second is refused, and what it did was the first one's answer.</summary>
internal sealed class KeepBulkLine(BulkDesk desk) : IUseCase<KeepBulkLine.Request, Done>
{
    /// <param name="Undoing">It was taken back rather than done.</param>
    /// <param name="Refused">Why not; null where it went through.</param>
    public sealed record Request(Guid LineId, bool Undoing, string? Refused);

    public Permission Permission => WorkbenchPermissions.RunBulk;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.BulkLines.FirstOrDefaultAsync(l => l.Id == request.LineId, ct) is not { } line) return KernelProblems.NotFound;
        var run = await desk.Db.BulkRuns.FirstAsync(r => r.Id == line.RunId, ct);
        var expected = request.Undoing ? run.State == BulkRunState.Undoing : run.State is BulkRunState.Waiting or BulkRunState.Running or BulkRunState.Stopped;
        if (!expected || !line.Waits(run.State)) return KernelProblems.Changed;
        var waiting = request.Undoing ? BulkLineState.Good : BulkLineState.Waiting;
        var last = await desk.Db.BulkLines.CountAsync(l => l.RunId == run.Id && l.State == waiting, ct) == 1;
        line.Keep(request.Undoing, request.Refused);
        run.Keep(request.Refused is null, last, desk.Now, desk.UndoUntil(run.Action));
        return Done.It;
    }
}

/// <summary>Runs whose time to be undone is over: what the fields said goes, the result stays.</summary>
internal sealed class ForgetBulkChoices(BulkDesk desk) : IUseCase<ForgetBulkChoices.Request, ForgetBulkChoices.Reply>
{
    public sealed record Request;

    public sealed record Reply(int Forgotten);

    public Permission Permission => WorkbenchPermissions.RunBulk;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var over = await Over(desk).ToListAsync(ct);
        foreach (var run in over) run.Forget();
        return new Reply(over.Count);
    }

    public static IQueryable<BulkRun> Over(BulkDesk desk)
    {
        var now = desk.Now;
        return desk.Db.BulkRuns.Where(r => r.UndoUntil <= now && (r.State == BulkRunState.Ended || r.State == BulkRunState.Stopped));
    }
}
