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

namespace Anmin.Workbench.Exports;

/// <summary>取消自己的后台导出. What was made of it is deleted.</summary>
internal sealed class CancelListExport(AnminDb db, CurrentActor current, TimeProvider clock) : IUseCase<CancelListExport.Request, Done>
{
    public sealed record Request(Guid ExportId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.ListExports.FirstOrDefaultAsync(e => e.Id == request.ExportId && e.Person == current.Actor.Id, ct) is not { } export) return KernelProblems.NotFound;
        if (!export.Cancel(clock.GetUtcNow()).Try(out _, out var problem)) return problem;
        await db.ListExportParts.Where(p => p.ExportId == export.Id).ExecuteDeleteAsync(ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelListExport, Request, Done>("/tasks/exports/cancel");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/tasks/exports/{id:guid}/cancel", async (Guid id, [FromForm] string? from, HttpRequest http, Gate gate, CancelListExport useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, new Request(id), null, ct)).Try(out _, out var problem) ? Results.Redirect("/work/tasks?cancelled=1") : CsvAnswer.Refused(http, problem, "/work/tasks")).ExcludeFromDescription();
}
