using System.Globalization;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Staffing;

/// <summary>Who works here: by name (also initials of the pinyin), institution, post, and whether they are still here. By institution, then name.</summary>
internal sealed class FindStaff(PeopleBook people) : IQuestion<FindStaff.Request, FindStaff.Reply>
{
    public const int PageSize = 50;

    private static readonly StringComparer Chinese = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

    /// <param name="Text">Part of a name, initials, or an id.</param>
    /// <param name="State"><c>here</c> (the standard), <c>stand-in</c> (standing in for somebody today), <c>left</c> or <c>all</c>.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Request(string? Text = null, string? Institution = null, string? Post = null, string? State = null, int? Page = null, bool? Everything = null);

    /// <param name="StandIn">Holds some post in another's place today.</param>
    /// <param name="Local">Entered here, not by the pack.</param>
    public sealed record Row(string Id, string Name, string Posts, string Institution, string InstitutionName, string? Section, string Division, bool Here, bool StandIn, bool Local, DateOnly? LeftOn);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Total, int Page);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (now, page) = (people.Now, Math.Max(1, request.Page ?? 1));
        var found = now.Rows.Staff.Where(s => Fits(s, request, now)).Select(s => RowOf(s, now))
            .OrderBy(r => r.InstitutionName, Chinese).ThenBy(r => r.Name, Chinese).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        var rows = request.Everything is true ? found : [.. found.Skip((page - 1) * PageSize).Take(PageSize)];
        return Task.FromResult<Outcome<Reply>>(new Reply(rows, found.Count, page));
    }

    private static bool Fits(Staff staff, Request request, PeopleView now)
    {
        if (request.State is not "all" && staff.IsHere(now.Day) != (request.State is not "left")) return false;
        if (request.State is "stand-in" && !now.Holdings[staff.Id].Any(h => h.InPlaceOf is not null)) return false;
        if (request.Institution is { Length: > 0 } place && staff.Institution != place) return false;
        if (request.Post is { Length: > 0 } post && !now.Holdings[staff.Id].Any(h => h.Post.Id == post)) return false;
        if (request.Text?.Trim() is not { Length: > 0 } text) return true;
        return staff.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || staff.Id == text || Pinyin.Initials(staff.Name).StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }

    public static Row RowOf(Staff s, PeopleView now)
    {
        var held = now.Holdings[s.Id];
        return new(s.Id, s.Name, string.Join('、', held.Select(h => h.Label).Distinct()), s.Institution, now.Institutions.GetValueOrDefault(s.Institution)?.Name ?? s.Institution,
            s.Section is null ? null : now.Rows.Sections.FirstOrDefault(x => x.Id == s.Section)?.Name, s.Division, s.IsHere(now.Day), held.Any(h => h.InPlaceOf is not null), s.Local, s.LeftOn);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindStaff, Request, Reply>("/staff");
}
