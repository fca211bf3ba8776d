using System.Data.Common;
using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anmin.Workbench.Exports;

/// <summary>Makes lists that were asked for, part by part; the one with the fewest lines so far first, so that a short list never waits behind a long one.</summary>
internal sealed class ExportRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExportRound> log) : IJob
{
    public const int PerPart = 1000;

    /// <summary>Shorter than a lease, so that the next round renews it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public string Name => "workbench.export";

    public string Label => "制作后台导出的清单";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        await ForgetAsync(ct);
        while (await StepAsync(ct) && clock.GetElapsedTime(began) < Longest) ct.ThrowIfCancellationRequested();
    }

    /// <returns>False where nothing is left to do now.</returns>
    public Task<bool> StepAsync(CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var db = services.GetRequiredService<AnminDb>();
        if (await db.ListExports.AsNoTracking().Where(e => e.State == ListExportState.Waiting || e.State == ListExportState.Running).OrderBy(e => e.Made).ThenBy(e => e.Id).FirstOrDefaultAsync(ct) is not { } export) return false;
        var filter = Encoding.UTF8.GetString(ScannedFile.Open(services.GetRequiredService<PersonalVault>(), ListExport.FilterColumn, export.Filter!));
        var kept = await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<KeepExportPart>(), await ReadAsync(export, filter, services.GetServices<IListExport>(), services.GetRequiredService<IStaffDirectory>(), ct), ct: ct);
        // cancelled meanwhile, or another node was quicker: what counts is in the database
        return kept.Ok || kept.Problem.Kind is ProblemKind.Conflict;
    });

    private async Task<KeepExportPart.Request> ReadAsync(ListExport export, string filter, IEnumerable<IListExport> lists, IStaffDirectory staff, CancellationToken ct)
    {
        KeepExportPart.Request Failed(string why) => new(export.Id, export.Parts, "", 0, null, why);
        if (lists.FirstOrDefault(l => l.List == export.List) is not { } list) return Failed("这个版本不再导出这个清单。");
        // the reach is that of the moment of asking; the right itself must still be held
        if (staff.ActorOf(export.Person)?.May(list.Permission) is not true) return Failed("申请人现在没有导出这个清单的权限，已停办。");
        try
        {
            var read = await scopes.AsActorAsync(export.Asker(list.Permission), s => s.GetServices<IListExport>().First(l => l.List == export.List).ReadAsync(filter, export.Cursor, PerPart, ct));
            if (!read.Try(out var part, out var problem)) return Failed(problem.Message);
            return new(export.Id, export.Parts, export.Parts == 0 ? list.Heading + "\r\n" + part.Lines : part.Lines, part.Count, part.Next);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException or DbUpdateException) and not { InnerException: DbException })
        {
            // one list that cannot be made must not keep the others waiting; a message may quote data, kind and place do not
            log.LogError("Export {Export} of {List} failed: {Kind} {Stack}", export.Id, export.List, e.GetType().Name, e.StackTrace);
            return Failed("做到一半出错。请再导出一次；还是不行，请告诉管理员。");
        }
    }

    private Task ForgetAsync(CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        if (await ForgetListExports.Over(services.GetRequiredService<AnminDb>(), clock.GetUtcNow()).AnyAsync(ct))
            await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<ForgetListExports>(), new ForgetListExports.Request(), ct: ct);
    });
}
