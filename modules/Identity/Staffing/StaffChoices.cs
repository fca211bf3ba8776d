using Anmin.Identity.Organisations;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Packs;
using Anmin.Ui.Forms;

namespace Anmin.Identity.Staffing;

/// <summary>What the forms about people and places offer to choose from. The page that asks has its permission; here is no row of anybody's case.</summary>
internal sealed class StaffChoices(PeopleBook people, DivisionBook divisions, Reference reference)
{
    public static IReadOnlyList<Choice> Kinds { get; } = [.. PeoplePackFiles.InstitutionKinds.Select(k => new Choice(k, InstitutionWords.Of(k)))];

    /// <summary>The bureau's side first, then the others by kind.</summary>
    public IReadOnlyList<Choice> Institutions()
        => [.. people.Now.Rows.Institutions.Where(i => i.Active).OrderBy(i => i.Kind != "bureau").ThenBy(i => Array.IndexOf(PeoplePackFiles.InstitutionKinds, i.Kind)).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new Choice(i.Id, i.Name))];

    public IReadOnlyList<Choice> Sections(string? institution)
        => [.. people.Now.Rows.Sections.Where(s => s.Institution == institution && s.Active).Select(s => new Choice(s.Id, s.Name))];

    /// <summary>Posts that fit the institution's kind.</summary>
    public IReadOnlyList<Choice> Posts(string? institution)
        => people.Find(institution ?? "") is { } place ? [.. people.Now.Rows.Posts.Where(p => p.Active && p.Fits(place.Kind)).Select(p => new Choice(p.Id, p.Name))] : [];

    public IReadOnlyList<Choice> AllPosts() => [.. people.Now.Rows.Posts.Where(p => p.Active).Select(p => new Choice(p.Id, p.Name))];

    /// <summary>Those of the same institution who are here, and may be asked: not oneself, and of the same kind of work.</summary>
    public IReadOnlyList<Choice> Colleagues(string person)
    {
        var now = people.Now;
        if (now.Staff.GetValueOrDefault(person) is not { Institution: { } home }) return [];
        var kind = KindOf(person);
        return [.. now.Crews.GetValueOrDefault(home, []).Where(s => s.Id != person && (KindOf(s.Id) is not { } theirs || kind is null || theirs == kind)).Select(s => new Choice(s.Id, s.Post.Length > 0 ? $"{s.Name}（{s.Post}）" : s.Name))];
    }

    /// <summary>What a bureau's post may reach down from: its division, or one below.</summary>
    public IReadOnlyList<Choice> Reaches(string? institution)
        => people.Find(institution ?? "") is { Kind: "bureau" or "department" or "township" or "police" } place
            ? [new("", $"{divisions.PathName(place.Division)}（{place.Name}的全部）"), .. divisions.Children(place.Division).Select(d => new Choice(d.Code, "只到" + d.Name))] : [];

    /// <summary>The city, its counties, and the towns below them.</summary>
    public IReadOnlyList<Choice> Places()
    {
        var city = reference.Now.City.Division;
        return [new(city, divisions.Find(city)?.Name ?? city), .. divisions.Children(city).SelectMany(county => divisions.Children(county.Code).Select(town => new Choice(town.Code, $"{county.Name} · {town.Name}")).Prepend(new Choice(county.Code, county.Name)))];
    }

    /// <summary>Of the roles somebody holds today; null where they hold none.</summary>
    private PermissionKind? KindOf(string person)
        => people.Now.Holdings.GetValueOrDefault(person, []).SelectMany(h => h.Post.RoleIds()).Select(people.Now.Roles.GetValueOrDefault).OfType<Role>().Select(r => (PermissionKind?)r.Kind).FirstOrDefault();
}
