using Anmin.Funeral.Cases;
using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Search;

/// <summary>查找案卷: by whatever is at hand, newest report first, paged by key, counted up to ten thousand.</summary>
internal sealed class FindCases(CaseSearch search, Dossier.Who who, Anmin.Kernel.Divisions.DivisionBook divisions, CaseFile file) : IQuestion<FindCases.Request, FindCases.Reply>
{
    public const int MostCounted = 10_000;

    /// <param name="Q">Case number, name, pinyin initials, phone, ID number, wrist tag, certificate, pickup or ashes number.</param>
    /// <param name="Status">A status by name, or <c>open</c> for everything not yet over.</param>
    /// <param name="County">Division code; everything below it.</param>
    /// <param name="From">First day of the report, city time.</param>
    /// <param name="To">Last day.</param>
    /// <param name="Order"><c>new</c> (default) or <c>old</c> first.</param>
    /// <param name="After">Key of the last row seen.</param>
    /// <param name="Before">Key of the first row seen, to go back.</param>
    /// <param name="Size">20 to 200, 50 when empty.</param>
    public sealed record Request(
        string? Q = null, string? Status = null, string? Institution = null, string? County = null, bool? Hold = null, string? From = null, string? To = null,
        string? Order = null, string? After = null, string? Before = null, int? Size = null);

    public sealed record Row(
        Guid Id, string Number, string Name, string Sex, int? Age, string Place, string? Institution, CaseStatus Status, string StatusLabel, string Body, bool OnHold, bool Infectious,
        DateTimeOffset ReportedAt, DateTimeOffset? DiedAt, string? Tag);

    /// <param name="Count">All that fit, or <see cref="MostCounted"/> where there are more.</param>
    /// <param name="Exact">The text searched for is a number that names one thing.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, int Count, bool CountCapped, string? Next, string? Previous, bool Exact);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await search.QueryAsync(request, ct)).Try(out var found, out var problem)) return problem;
        var size = Math.Clamp(request.Size ?? 50, 20, 200);
        var count = await found.Cases.Select(c => c.Id).Take(MostCounted + 1).CountAsync(ct);
        var oldFirst = request.Order == "old";
        var back = CaseKey.Read(request.Before);
        var page = CaseKey.Page(found.Cases, back ?? CaseKey.Read(request.After), descending: oldFirst == back is not null);
        var rows = await ShapeAsync(page.Take(size + 1), ct);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        if (back is not null) rows.Reverse();
        var next = rows.Count > 0 && (back is not null || more) ? CaseKey.Write(rows[^1].ReportedAt, rows[^1].Id) : null;
        var previous = rows.Count > 0 && (back is not null ? more : request.After is not null) ? CaseKey.Write(rows[0].ReportedAt, rows[0].Id) : null;
        return new Reply(rows, Math.Min(count, MostCounted), count > MostCounted, next, previous, found.Exact);
    }

    /// <summary>Straight to the rows people read.</summary>
    public async Task<List<Row>> ShapeAsync(IQueryable<DeathCase> cases, CancellationToken ct)
    {
        var raw = await cases.Select(c => new { c.Id, c.Number, c.Name, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.Institution, c.Status, c.ReportedAt, c.Infectious, c.Unidentified, Place = (BodyPlace?)c.Remains!.Place, c.Remains.Tag, OnHold = c.Holds.Any(h => h.LiftedAt == null) }).ToListAsync(ct);
        return [.. raw.Select(c => new Row(c.Id, c.Number, NameOf(c.Name, c.Unidentified), c.Sex.Label(), Age(c.BirthDate, c.DiedAt), divisions.PathName(c.Division), c.Institution is null ? null : who.Home(c.Institution),
            c.Status, CaseLabels.Of(c.Status), c.Place is { } place ? CaseLabels.Of(place) : "", c.OnHold, c.Infectious, c.ReportedAt, c.DiedAt, c.Tag))];
    }

    public static string NameOf(PersonName? name, bool unidentified) => name?.Text ?? (unidentified ? "无名氏" : "姓名待补");

    private int? Age(DateOnly? born, DateTimeOffset? died)
    {
        if (born is not { } birth || died is not { } at) return null;
        var day = Anmin.Kernel.Calendar.LocalClock.DateOf(at, file.Zone);
        return day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindCases, Request, Reply>("/cases");
}

/// <summary>A place in the list: instant of the report and id, so that a page starts at an index entry and never at a count.</summary>
internal readonly record struct CaseKey(DateTimeOffset At, Guid Id)
{
    public static string Write(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks / 10:x}-{id:N}");

    public static CaseKey? Read(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 0 || !long.TryParse(text.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks) || ticks is < 0 or > 315_537_897_599_999_999) return null;
        return Guid.TryParseExact(text.AsSpan(dash + 1), "N", out var id) ? new(new DateTimeOffset(ticks * 10, TimeSpan.Zero), id) : null;
    }

    /// <summary>Written so that both databases start at the index on (reported_at, id): the first condition bounds it, the second settles ties.</summary>
    public static IQueryable<DeathCase> Page(IQueryable<DeathCase> cases, CaseKey? from, bool descending)
    {
        if (from is { } key)
        {
            var (at, id) = (key.At, key.Id);
            cases = descending ? cases.Where(c => c.ReportedAt <= at && (c.ReportedAt < at || c.Id.CompareTo(id) < 0)) : cases.Where(c => c.ReportedAt >= at && (c.ReportedAt > at || c.Id.CompareTo(id) > 0));
        }
        return descending ? cases.OrderByDescending(c => c.ReportedAt).ThenByDescending(c => c.Id) : cases.OrderBy(c => c.ReportedAt).ThenBy(c => c.Id);
    }
}
