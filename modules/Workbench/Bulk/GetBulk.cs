using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

/// <summary>One's own run: how far it is and what became of each row. Names are read anew, within today's reach.</summary>
internal sealed class GetBulk(BulkDesk desk) : IQuestion<GetBulk.Request, GetBulk.Reply>
{
    public sealed record Request(Guid RunId);

    /// <param name="Restores">What undoing brings back; null where it cannot be undone, or not any more.</param>
    /// <param name="Again">The page where those refused can be tried again; null where the act is not there any more.</param>
    public sealed record Reply(Guid Id, string Title, string Unit, BulkRunState State, int Total, int Good, int Refused, int TakenBack, int Stuck, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, DateTimeOffset? UndoUntil, string? Restores, string? ListPath, string? Again, IReadOnlyList<Row> Rows)
    {
        public bool IsOpen => State is BulkRunState.Waiting or BulkRunState.Running or BulkRunState.Undoing;

        public int Decided => State == BulkRunState.Undoing ? TakenBack + Stuck : Good + Refused;

        /// <summary>How many there are to decide.</summary>
        public int Due => State == BulkRunState.Undoing ? Good : Total;
    }

    public sealed record Row(int Seq, Guid Subject, string Number, string? Name, string Href, BulkLineState State, string? Says);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.BulkRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.RunId && r.Person == desk.By.Id, ct) is not { } run) return KernelProblems.NotFound;
        var lines = await desk.Db.BulkLines.AsNoTracking().Where(l => l.RunId == run.Id).OrderBy(l => l.Seq).ToListAsync(ct);
        var may = desk.Choose(run.Action, out var action) is null;
        var names = may ? (await desk.FindAsync(action, [.. lines.Select(l => l.Subject)], ct)).ToDictionary(s => s.Id, s => s.Name) : [];
        var until = run.UndoUntil > desk.Now && run.State is BulkRunState.Ended or BulkRunState.Stopped ? run.UndoUntil : null;
        return new Reply(run.Id, run.Title, run.Unit, run.State, run.Total, run.Good, run.Refused, run.TakenBack, run.Stuck, run.AskedAt, run.EndedAt, until, until is null ? null : action?.Restores, action?.ListPath, may ? "/work/bulk/" + run.Action : null,
            lines.ConvertAll(l => new Row(l.Seq, l.Subject, l.Number, names.GetValueOrDefault(l.Subject), l.Href, l.State, l.Says)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetBulk, Request, Reply>("/bulk/run");
}
