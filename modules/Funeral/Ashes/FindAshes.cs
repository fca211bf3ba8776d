using Anmin.Funeral.Search;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>骨灰清单: held, deposited or placed, oldest container first, paged by id.</summary>
internal sealed class FindAshes(CaseFile file, Who who) : IQuestion<FindAshes.Request, FindAshes.Reply>
{
    private const int PageSize = 50;

    /// <param name="Status"><see cref="AshesStatus"/> by name; Held when empty.</param>
    /// <param name="Number">Exactly one container.</param>
    /// <param name="After">Id of the last row seen.</param>
    public sealed record Request(string? Status = null, string? Number = null, Guid? After = null);

    public sealed record Row(Guid Id, Guid CaseId, string Number, string CaseNumber, string Name, AshesStatus Status, string StatusLabel, string Place, DateTimeOffset Since, DateOnly? Until, DateTimeOffset? UnclaimedAt, string Institution);

    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var ashes = file.Db.Ashes.AsNoTracking();
        if (request.Number?.Trim().ToUpperInvariant() is { Length: > 0 } number) ashes = ashes.Where(a => a.Number == number);
        else
        {
            if (!string.IsNullOrEmpty(request.Status) && (!Enum.TryParse<AshesStatus>(request.Status, true, out var asked) || !Enum.IsDefined(asked))) return FuneralProblems.FilterUnknown with { Field = nameof(request.Status) };
            var status = FormWords.One(request.Status, AshesStatus.Held);
            ashes = ashes.Where(a => a.Status == status);
        }
        if (request.After is { } after) ashes = ashes.Where(a => a.Id.CompareTo(after) > 0);
        var rows = await ashes.Join(file.Db.DeathCases, a => a.CaseId, c => c.Id, (a, c) => new { a, c }).OrderBy(x => x.a.Id).Take(PageSize + 1)
            .Select(x => new { x.a.Id, x.a.CaseId, x.a.Number, CaseNumber = x.c.Number, x.c.Name, x.c.Unidentified, x.a.Status, x.a.PlaceId, x.a.Since, x.a.Until, x.a.UnclaimedAt, x.c.Institution }).ToListAsync(ct);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        var places = await who.PlacesAsync(rows.Select(r => r.PlaceId), ct);
        return new Reply([.. rows.Select(r => new Row(r.Id, r.CaseId, r.Number, r.CaseNumber, FindCases.NameOf(r.Name, r.Unidentified), r.Status, CaseLabels.Of(r.Status), PlaceWords.Of(r.Status.ToString(), r.PlaceId, places), r.Since, r.Until, r.UnclaimedAt, who.Home(r.Institution)))], more ? rows[^1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAshes, Request, Reply>("/ashes");
}
