using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Families;

/// <summary>下载流转记录: every line of the case with its way to a sealed day, to be verified without us.</summary>
internal sealed class ExportRecord(CaseFile file, FamilyPass passes) : IQuestion<ExportRecord.Request, SubjectProof>
{
    public sealed record Request([FromHeader(Name = "X-Family-Pass")] string? Pass);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<SubjectProof>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        return await SubjectProof.OfAsync(file.Db, opened.Id, ct) is { } proof ? proof : KernelProblems.NotFound;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ExportRecord, Request, SubjectProof>("/public/case/record");
}
