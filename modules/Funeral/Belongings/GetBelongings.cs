using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Belongings;

/// <summary>随身物品 of one case, for whoever records, checks or gives them back.</summary>
internal sealed class GetBelongings(CaseFile file) : IQuestion<GetBelongings.Request, IReadOnlyList<GetBelongings.Thing>>
{
    public sealed record Request(Guid CaseId);

    /// <param name="MayCheck">Recorded by somebody else than who asks.</param>
    public sealed record Thing(Guid Id, int Line, string Name, int Quantity, string Feature, bool Kept, bool Unchecked, bool MayCheck);

    public Permission Permission => FuneralPermissions.RecordBelongings;

    public async Task<Outcome<IReadOnlyList<Thing>>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var things = await file.Db.Set<Belonging>().AsNoTracking().Where(b => b.CaseId == opened.Id).OrderBy(b => b.Line).ToListAsync(ct);
        return things.ConvertAll(b => new Thing(b.Id, b.Line, b.Name, b.Quantity, b.Feature, b.Fate == BelongingFate.Kept, b.CheckedBy is null, b.CheckedBy is null && b.RecordedBy != file.By.Id));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetBelongings, Request, IReadOnlyList<Thing>>("/cases/{caseId:guid}/belongings");
}
