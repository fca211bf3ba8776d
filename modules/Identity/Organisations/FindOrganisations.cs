using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Organisations;

/// <summary>机构和科室 by county: bureaus first, then institutions, each with its sections and how many work there.</summary>
internal sealed class FindOrganisations(PeopleBook people, DivisionBook divisions) : IQuestion<FindOrganisations.Request, FindOrganisations.Reply>
{
    public sealed record Request(string? Text = null, string? Kind = null);

    public sealed record SectionRow(string Id, string Name, int Rank, int People, bool Local);

    public sealed record Row(string Id, string Kind, string KindName, string Name, string Division, string Address, string Phone, int People, bool Local, bool Active, IReadOnlyList<SectionRow> Sections);

    public sealed record County(string Division, string Name, IReadOnlyList<Row> Institutions);

    public sealed record Reply(IReadOnlyList<County> Counties, int Total);

    public Permission Permission => IdentityPermissions.ManageOrganisations;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = people.Now;
        var here = now.Rows.Staff.Where(s => s.IsHere(now.Day)).ToList();
        var staffed = here.CountBy(s => s.Institution).ToDictionary();
        var seated = here.Where(s => s.Section is not null).CountBy(s => s.Section!).ToDictionary();
        var sections = now.Rows.Sections.Where(s => s.Active).ToLookup(s => s.Institution, s => new SectionRow(s.Id, s.Name, s.Rank, seated.GetValueOrDefault(s.Id), s.Local));
        var rows = now.Rows.Institutions
            .Where(i => (request.Text?.Trim() is not { Length: > 0 } text || i.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || i.Id == text) && (request.Kind is not { Length: > 0 } kind || i.Kind == kind))
            .Select(i => new Row(i.Id, i.Kind, InstitutionWords.Of(i.Kind), i.Name, i.Division, i.Address, i.Phone, staffed.GetValueOrDefault(i.Id), i.Local, i.Active, [.. sections[i.Id]])).ToList();
        var counties = rows.GroupBy(r => r.Division.Length > 6 ? r.Division[..6] : r.Division).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new County(g.Key, divisions.PathName(g.Key), [.. g.OrderBy(r => !r.Active).ThenBy(r => r.Kind != "bureau").ThenBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)]));
        return Task.FromResult<Outcome<Reply>>(new Reply([.. counties], rows.Count));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindOrganisations, Request, Reply>("/organisations");
}

/// <summary>Kinds of institution as people call them.</summary>
internal static class InstitutionWords
{
    public static string Of(string kind) => kind switch
    {
        "funeral-home" => "殡仪馆",
        "columbarium" => "骨灰堂",
        "cemetery" => "公墓",
        "hospital" => "医院",
        "police" => "派出所",
        "bureau" => "民政局",
        "township" => "乡镇（街道）",
        "village" => "村（社区）",
        "vigil-centre" => "集中守灵点",
        _ => "部门",
    };
}
