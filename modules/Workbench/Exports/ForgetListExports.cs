using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

/// <summary>Files whose time is over go, and what was made of exports that were cancelled or failed. The row that says there was one stays.</summary>
internal sealed class ForgetListExports(AnminDb db, TimeProvider clock) : IUseCase<ForgetListExports.Request, ForgetListExports.Reply>
{
    private const int AtOnce = 50;

    public sealed record Request;

    public sealed record Reply(int Forgotten);

    public Permission Permission => WorkbenchPermissions.RunExports;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var over = await Over(db, clock.GetUtcNow()).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(ct);
        var ids = over.ConvertAll(e => e.Id);
        await db.ListExportParts.Where(p => ids.Contains(p.ExportId)).ExecuteDeleteAsync(ct);
        foreach (var export in over.Where(e => e.State == ListExportState.Ready)) export.Forget();
        return new Reply(over.Count);
    }

    /// <summary>Those that have parts and no longer need them.</summary>
    public static IQueryable<ListExport> Over(AnminDb db, DateTimeOffset now)
    {
        var parts = db.ListExportParts;
        return db.ListExports.Where(e => (e.State == ListExportState.Ready && e.KeepUntil <= now) || ((e.State == ListExportState.Failed || e.State == ListExportState.Cancelled) && parts.Any(p => p.ExportId == e.Id)));
    }
}
