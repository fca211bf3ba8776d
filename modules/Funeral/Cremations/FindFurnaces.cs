using Anmin.Funeral.Search;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cremations;

/// <summary>炉况: each furnace of a home, free or with whom since when.</summary>
internal sealed class FindFurnaces(CaseFile file) : IQuestion<FindFurnaces.Request, IReadOnlyList<FindFurnaces.Furnace>>
{
    public sealed record Request(string Institution);

    public sealed record Furnace(string Id, string Name, int Minutes, Guid? CaseId, string? Person, DateTimeOffset? Since);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<IReadOnlyList<Furnace>>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!file.Reaches(request.Institution)) return KernelProblems.NotFound;
        var running = await file.Db.Cremations.AsNoTracking().Where(c => c.FinishedAt == null && c.Institution == request.Institution)
            .Join(file.Db.DeathCases, c => c.CaseId, d => d.Id, (c, d) => new { c.Cremator, c.StartedAt, d.Id, d.Name, d.Unidentified }).ToListAsync(ct);
        var all = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == request.Institution && r.Kind == ResourceKind.Cremator).OrderBy(r => r.Id).ToListAsync(ct);
        return (Outcome<IReadOnlyList<Furnace>>)all.Select(r => running.Find(x => x.Cremator == r.Id) is { } on
            ? new Furnace(r.Id, r.Name, r.Size, on.Id, FindCases.NameOf(on.Name, on.Unidentified), on.StartedAt) : new Furnace(r.Id, r.Name, r.Size, null, null, null)).ToList();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindFurnaces, Request, IReadOnlyList<Furnace>>("/furnaces");
}
