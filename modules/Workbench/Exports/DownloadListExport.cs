using System.Text;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

/// <summary>下载自己的后台导出, while the right to the list is still held. Every download is an audit row of its own.</summary>
internal sealed class DownloadListExport(AnminDb db, CurrentActor current, CommandContext context, IEnumerable<IListExport> lists, PersonalVault vault, TimeProvider clock) : IUseCase<DownloadListExport.Request, DownloadListExport.Reply>
{
    public sealed record Request(Guid ExportId);

    public sealed record Reply(byte[] Content, string Name) : ISecretReply;

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.ListExports.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.ExportId && e.Person == current.Actor.Id, ct) is not { } export) return KernelProblems.NotFound;
        if (export.State != ListExportState.Ready || export.KeepUntil <= clock.GetUtcNow()) return WorkbenchProblems.NotReady;
        if (lists.FirstOrDefault(l => l.List == export.List) is not { } list || !current.Actor.May(list.Permission)) return WorkbenchProblems.NoLonger;
        context.About(export.Id, $"下载导出文件：{export.Title}，{export.Made}行");
        using var whole = new MemoryStream();
        await whole.WriteAsync(Encoding.UTF8.GetPreamble(), ct);
        foreach (var part in await db.ListExportParts.AsNoTracking().Where(p => p.ExportId == export.Id).OrderBy(p => p.Seq).Select(p => p.Id).ToListAsync(ct))
            await whole.WriteAsync(ScannedFile.Open(vault, ListExportPart.Column, await db.ListExportParts.AsNoTracking().Where(p => p.Id == part).Select(p => p.Content).FirstAsync(ct)), ct);
        return new Reply(whole.ToArray(), $"{list.FileName}-{export.Id.ToString("N")[^8..]}.csv");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DownloadListExport, Request, Reply>("/tasks/exports/download");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/tasks/exports/{id:guid}", async (Guid id, [FromForm] string? from, HttpRequest http, Gate gate, DownloadListExport useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, new Request(id), null, ct)).Try(out var reply, out var problem) ? Results.File(reply.Content, "text/csv; charset=utf-8", reply.Name) : CsvAnswer.Refused(http, problem, "/work/tasks")).ExcludeFromDescription();
}
