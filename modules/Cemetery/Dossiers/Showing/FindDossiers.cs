using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>缺项清单: dossiers by how much they lack, the least complete first or last; paged by score and id, read along an index.</summary>
internal sealed class FindDossiers(DossierShelf shelf) : IQuestion<FindDossiers.Request, FindDossiers.Reply>
{
    private const int PageSize = 50;

    /// <param name="Band">gaps (below 100), low (below 60), some (60 to 99), full (100), waiting (归档待核对), filed; all when empty.</param>
    /// <param name="Q">Beginning of a name or its initials, number of a contract, code of a position.</param>
    /// <param name="Down">The most complete first.</param>
    /// <param name="After">Where the page before ended: score and id, as the reply gave it.</param>
    public sealed record Request(string? Institution = null, Guid? Section = null, string? Item = null, string? Band = null, string? Q = null, bool Down = false, bool Ended = false, string? After = null);

    public sealed record Row(Guid Id, Guid PositionId, string Position, string Institution, string? Number, string? Holder, string? User, int Score, string Missing, bool Ended, FilingState? Filing);

    public sealed record Reply(IReadOnlyList<Row> Rows, string? Next);

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await shelf.RowsAsync(request, PageSize + 1, ct)).Try(out var rows, out var problem)) return problem;
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new Reply(rows, more ? DossierShelf.Mark(rows[^1]) : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDossiers, Request, Reply>("/cemetery/dossiers");
}

internal sealed record Sought(IQueryable<Dossier> Dossiers);

/// <summary>Reads dossiers a page at a time, for the list, the export and the letters alike.</summary>
internal sealed class DossierShelf(DossierDesk desk)
{
    public static string Mark(FindDossiers.Row row) => $"{row.Score}~{row.Id:N}";

    public async Task<Outcome<Sought>> QueryAsync(FindDossiers.Request f, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        if (f.Q is { Length: > 60 }) return DossierProblems.SearchLong;
        var standing = f.Ended ? DossierStanding.Ended : DossierStanding.Current;
        var found = db.Dossiers.AsNoTracking().Where(d => d.Standing == standing);
        if (!string.IsNullOrEmpty(f.Institution)) found = found.Where(d => d.Institution == f.Institution);
        if (f.Section is { } section) found = found.Where(d => d.SectionId == section);
        if (!string.IsNullOrEmpty(f.Item))
        {
            if (!await db.DossierItems.AnyAsync(i => i.Id == f.Item, ct)) return DossierProblems.FilterUnknown with { Field = nameof(f.Item) };
            var code = $" {f.Item} ";
            found = found.Where(d => d.Missing.Contains(code));
        }
        var filings = db.DossierFilings;
        switch (f.Band)
        {
            case null or "": break;
            case "gaps": found = found.Where(d => d.Score < 100); break;
            case "low": found = found.Where(d => d.Score < 60); break;
            case "some": found = found.Where(d => d.Score >= 60 && d.Score < 100); break;
            case "full": found = found.Where(d => d.Score == 100); break;
            case "waiting": found = found.Where(d => filings.Any(x => x.DossierId == d.Id && x.State == FilingState.Asked)); break;
            case "filed": found = found.Where(d => filings.Any(x => x.DossierId == d.Id && x.State == FilingState.Filed)); break;
            default: return DossierProblems.FilterUnknown with { Field = nameof(f.Band) };
        }
        return new Sought(f.Q?.Trim() is { Length: > 0 } q ? Searched(found, q) : found);
    }

    /// <summary>Initials by their beginning, names whole, numbers of contract and certificate, codes of positions.</summary>
    private IQueryable<Dossier> Searched(IQueryable<Dossier> found, string q)
    {
        var (rights, people, positions) = (desk.Cemetery.Db.PlotRights, desk.Cemetery.Db.Interments, desk.Cemetery.Db.Positions);
        var upper = q.ToUpperInvariant();
        if (q.All(char.IsAsciiLetter) && q.Length <= 8)
        {
            var initials = q.ToLowerInvariant();
            return found.Where(d => rights.Any(r => r.Id == d.Id && (r.HolderInitials!.StartsWith(initials) || r.UserInitials!.StartsWith(initials))) || people.Any(i => i.RightId == d.Id && i.Initials.StartsWith(initials)));
        }
        if (PersonName.Parse(q).Try(out var name, out _) && !q.Any(char.IsAsciiDigit))
            return found.Where(d => rights.Any(r => r.Id == d.Id && (r.HolderName == name || r.UserName == name)) || people.Any(i => i.RightId == d.Id && i.PersonName == name));
        return found.Where(d => rights.Any(r => r.Id == d.Id && (r.Number == upper || r.Certificate == upper)) || positions.Any(p => p.Id == d.PositionId && (p.Code == q || p.Code == upper)));
    }

    public async Task<Outcome<List<FindDossiers.Row>>> RowsAsync(FindDossiers.Request f, int most, CancellationToken ct)
    {
        if (!(await QueryAsync(f, ct)).Try(out var sought, out var problem)) return problem;
        var found = sought.Dossiers;
        if (f.After is { Length: > 0 } mark)
        {
            if (mark.Split('~') is not [var s, var i] || !int.TryParse(s, System.Globalization.NumberStyles.None, null, out var score) || !Guid.TryParse(i, out var last)) return DossierProblems.FilterUnknown with { Field = nameof(f.After) };
            found = f.Down
                ? found.Where(d => d.Score < score || (d.Score == score && d.Id.CompareTo(last) < 0))
                : found.Where(d => d.Score > score || (d.Score == score && d.Id.CompareTo(last) > 0));
        }
        var ordered = f.Down ? found.OrderByDescending(d => d.Score).ThenByDescending(d => d.Id) : found.OrderBy(d => d.Score).ThenBy(d => d.Id);
        return await NamedAsync(await ordered.Take(most).ToListAsync(ct), ct);
    }

    private async Task<List<FindDossiers.Row>> NamedAsync(List<Dossier> page, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var (ids, places) = (page.ConvertAll(d => d.Id), page.ConvertAll(d => d.PositionId));
        var rights = await db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number, r.HolderName, r.UserName }).ToDictionaryAsync(r => r.Id, ct);
        var people = (await db.Interments.AsNoTracking().Where(i => ids.Contains(i.RightId)).OrderBy(i => i.Id).Select(i => new { i.RightId, i.PersonName }).ToListAsync(ct)).ToLookup(i => i.RightId, i => i.PersonName.Text);
        var positions = await (from p in db.Positions.AsNoTracking() join s in db.Sections.AsNoTracking() on p.SectionId equals s.Id where places.Contains(p.Id) select new { p.Id, s.Name, s.Kind, p.Row, p.Layer, p.Number }).ToDictionaryAsync(p => p.Id, ct);
        var filings = await db.DossierFilings.AsNoTracking().Where(f => ids.Contains(f.DossierId) && f.State != FilingState.SentBack).ToDictionaryAsync(f => f.DossierId, f => f.State, ct);
        var names = await desk.ItemNamesAsync(ct);
        return page.ConvertAll(d =>
        {
            var (right, place) = (rights.GetValueOrDefault(d.Id), positions.GetValueOrDefault(d.PositionId));
            return new FindDossiers.Row(d.Id, d.PositionId, place is null ? "" : PositionWords.Of(place.Name, place.Kind, place.Row, place.Layer, place.Number), desk.Cemetery.Institution(d.Institution)?.Name ?? "", right?.Number, right?.HolderName?.Text,
                people[d.Id].Any() ? string.Join("、", people[d.Id]) : right?.UserName?.Text, d.Score, DossierDesk.Names(d.Missing, names), d.Standing == DossierStanding.Ended, filings.TryGetValue(d.Id, out var filing) ? filing : null);
        });
    }
}
