using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>公布日根: the sealed root of each day over, newest first. Nobody's data; what a family's record is compared with.</summary>
internal sealed class FindDayRoots(CaseFile file) : IQuestion<FindDayRoots.Request, IReadOnlyList<FindDayRoots.Root>>
{
    /// <param name="Before">Only days before this one, to go further back.</param>
    public sealed record Request(DateOnly? Before);

    public sealed record Root(DateOnly Day, string Hash);

    public const int Most = 31;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<IReadOnlyList<Root>>> HandleAsync(Request request, CancellationToken ct)
    {
        var days = file.Db.Set<JournalDay>().AsNoTracking();
        if (request.Before is { } before) days = days.Where(d => d.Day < before);
        var rows = await days.OrderByDescending(d => d.Day).Take(Most).Select(d => new { d.Day, d.Root }).ToListAsync(ct);
        return rows.ConvertAll(d => new Root(d.Day, Convert.ToHexStringLower(d.Root)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDayRoots, Request, IReadOnlyList<Root>>("/public/day-roots");
}
