using Anmin.Kernel.Actors;
using Anmin.Kernel.Packs;

namespace Anmin.Identity.People;

/// <summary>institutions.csv, sections.csv, roles.csv, posts.csv and staff.csv of a pack.</summary>
internal static class PeoplePackFiles
{
    public static readonly string[] InstitutionKinds = ["funeral-home", "columbarium", "cemetery", "hospital", "police", "bureau", "township", "village", "department", "vigil-centre"];

    public static readonly PermissionKind[] RoleKinds = [PermissionKind.Business, PermissionKind.System, PermissionKind.Security, PermissionKind.Audit];

    public static IReadOnlyList<IPackFile> All { get; } = [Institutions(), Sections(), Roles(), Posts(), People()];

    private static TablePackFile<Institution> Institutions() => new("institutions.csv", 100,
        [PackColumn.Code("id").AsKey(), PackColumn.OneOf("kind", InstitutionKinds), PackColumn.Text("name", 60), PackColumn.Division("division"),
         PackColumn.Text("address").Optional(), PackColumn.Text("phone", 40).Optional(), PackColumn.Number("latitude", 3, 54).Optional(), PackColumn.Number("longitude", 73, 136).Optional(),
         PackColumn.Text("hours").Optional(), PackColumn.OneOf("provenance", "public", "invented"), PackColumn.Text("source", 400).Optional(), PackColumn.Code("code", 9).Optional()],
        row => new Institution
        {
            Id = row["id"],
            Kind = row["kind"],
            Name = row["name"],
            Division = row["division"],
            Address = row["address"],
            Phone = row["phone"],
            Latitude = (double?)row.NumberOrNull("latitude"),
            Longitude = (double?)row.NumberOrNull("longitude"),
            Hours = row["hours"],
            Code = row["code"],
            Provenance = row["provenance"],
            Source = row["source"],
        })
    { Mine = i => !i.Local };

    private static TablePackFile<Section> Sections() => new("sections.csv", 105,
        [PackColumn.Code("id").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Text("name", 40), PackColumn.Whole("rank", 0, 999).Optional()],
        row => new Section { Id = row["id"], Institution = row["institution"], Name = row["name"], Rank = row.WholeOrZero("rank") })
    {
        Mine = s => !s.Local,
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (section, _) => section.Active && !(section.Active = false),
    };

    private static TablePackFile<Role> Roles() => new("roles.csv", 108,
        [PackColumn.Code("id").AsKey(), PackColumn.Text("name", 40), PackColumn.OneOf("kind", [.. RoleKinds.Select(Word)]), PackColumn.OneOf("reach", [.. Enum.GetNames<Reach>().Select(n => n.ToLowerInvariant())]),
         new("grants", (text, check) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => RoleCheck.Fault(word, check.PermissionsOf)).FirstOrDefault(f => f is not null)), PackColumn.Text("note", 200).Optional()],
        row => new Role
        {
            Id = row["id"],
            Name = row["name"],
            Kind = Enum.Parse<PermissionKind>(row["kind"], ignoreCase: true),
            Reach = RoleGrant.Named(row["reach"])!.Value,
            Grants = string.Join(' ', row.Words("grants")),
            Note = row["note"],
        })
    {
        Mine = r => !r.Local,
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (role, _) => role.Active && !(role.Active = false),
        Further = RoleCheck.Kinds,
    };

    private static TablePackFile<Post> Posts() => new("posts.csv", 110,
        [PackColumn.Code("id").AsKey(), PackColumn.Text("name", 40), PackColumn.RefersToMany("roles", "roles.csv"),
         new("kinds", (text, _) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(k => !InstitutionKinds.Contains(k)) is { } bad ? $"没有“{bad}”这一类机构" : null)],
        row => new Post { Id = row["id"], Name = row["name"], Roles = string.Join(' ', row.Words("roles")), Kinds = string.Join(' ', row.Words("kinds")) })
    {
        Mine = p => !p.Local,
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (post, _) => post.Active && !(post.Active = false),
        Further = RoleCheck.PostKinds,
    };

    private static TablePackFile<Staff> People() => new("staff.csv", 120,
        [PackColumn.Code("id").AsKey(), PackColumn.Text("name", 60), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Refers("section", "sections.csv").Optional(), PackColumn.Division("division"),
         PackColumn.RefersToMany("posts", "posts.csv"), PackColumn.Text("persona", 20).Optional()],
        row => new Staff { Id = row["id"], Name = row["name"], Institution = row["institution"], Section = row.TextOrNull("section"), Division = row["division"], Posts = string.Join(' ', row.Words("posts")), Persona = row.TextOrNull("persona") })
    {
        Mine = s => !s.Local,
        Untouched = [nameof(Staff.LeftOn)],
        // somebody gone from the list keeps their name on old records, and no longer gets in
        WhenGone = (staff, scope) => scope.Owns(staff.Division) ? Vanished.Retired : Vanished.Kept,
        Retire = (staff, _) => staff.Active && !(staff.Active = false),
        Further = RoleCheck.People,
    };

    internal static string Word(PermissionKind kind) => kind.ToString().ToLowerInvariant();
}
