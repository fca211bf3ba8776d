using Anmin.Funeral.Corrections;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Twins;

/// <summary>核对疑似重复: somebody looked at both and says they are different persons, or asks to void one of them.</summary>
internal sealed class SettleTwins(CaseFile file) : IUseCase<SettleTwins.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid OtherId, bool Same);

    public Permission Permission => FuneralPermissions.CorrectFact;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var pair = await file.Db.Twins.FirstOrDefaultAsync(t => (t.CaseId == request.CaseId && t.OtherId == request.OtherId) || (t.CaseId == request.OtherId && t.OtherId == request.CaseId), ct);
        if (pair is null) return KernelProblems.NotFound;
        (pair.Verdict, pair.SettledAt, pair.SettledBy) = (request.Same ? "same" : "different", file.Now, file.By.Id);
        opened.NoteTwins(request.OtherId, request.Same);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SettleTwins, Request, Done>("/cases/twins");
}
