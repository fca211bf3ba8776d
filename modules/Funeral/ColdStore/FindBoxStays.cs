using Anmin.Funeral.Cases;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

/// <summary>Who was in one box, newest first.</summary>
internal sealed class FindBoxStays(CaseFile file) : IQuestion<FindBoxStays.Request, IReadOnlyList<FindBoxStays.Line>>
{
    private const int Most = 12;

    public sealed record Request(string Box);

    public sealed record Line(Guid CaseId, string Person, DateTimeOffset From, DateTimeOffset? Until);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        var stays = await StorageStay.OfBoxAsync(file.Db, request.Box, Most, ct);
        var ids = stays.ConvertAll(s => s.CaseId);
        var names = await file.Db.DeathCases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Unidentified }).ToDictionaryAsync(c => c.Id, c => FindCases.NameOf(c.Name, c.Unidentified), ct);
        return (Outcome<IReadOnlyList<Line>>)stays.ConvertAll(s => new Line(s.CaseId, names[s.CaseId], s.From, s.Until));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBoxStays, Request, IReadOnlyList<Line>>("/cold-store/box-stays");
}
