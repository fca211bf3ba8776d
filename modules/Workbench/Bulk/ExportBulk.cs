using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

/// <summary>导出结果 of one's own run: number, result, reason. No names.</summary>
internal sealed class ExportBulk(BulkDesk desk, CommandContext context) : IUseCase<ExportBulk.Request, ExportBulk.Reply>
{
    public sealed record Request(Guid RunId);

    public sealed record Reply(byte[] Csv, int Lines);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.OwnAsync(request.RunId, ct) is not { } run) return KernelProblems.NotFound;
        context.About(run.Id, $"导出批量{run.Title}的结果");
        var lines = await desk.Db.BulkLines.AsNoTracking().Where(l => l.RunId == run.Id).OrderBy(l => l.Seq).ToListAsync(ct);
        return new Reply(CsvFile.Of([["序号", "编号", "结果", "原因"], .. lines.Select(l => new[] { l.Seq.ToString(CultureInfo.InvariantCulture), l.Number, BulkWords.Of(l.State).Word, l.Says ?? "" })]), lines.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ExportBulk, Request, Reply>("/bulk/export");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/bulk/runs/{id:guid}/file", async (Guid id, [FromForm] string? from, HttpRequest http, Gate gate, ExportBulk useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, new Request(id), null, ct)).Try(out var reply, out var problem) ? Results.File(reply.Csv, CsvFile.Media, "bulk.csv") : CsvAnswer.Refused(http, problem, "/work/tasks")).ExcludeFromDescription();
}
