using Anmin.Kernel.Packs;

namespace Anmin.Identity.People;

/// <summary>institutions.csv, posts.csv and staff.csv of a city pack.</summary>
internal static class PeoplePackFiles
{
    public static IReadOnlyList<IPackFile> All { get; } =
    [
        new TablePackFile<Institution>("institutions.csv", 100,
            [PackColumn.Code("id").AsKey(), PackColumn.OneOf("kind", "funeral-home", "columbarium", "cemetery", "hospital", "police", "bureau"), PackColumn.Text("name", 60), PackColumn.Division("division"),
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
            }),
        new TablePackFile<Post>("posts.csv", 110,
            [PackColumn.Code("id").AsKey(), PackColumn.Text("name", 40), PackColumn.PermissionList("permissions")],
            row => new Post { Id = row["id"], Name = row["name"], Permissions = string.Join(' ', row.Words("permissions")) }),
        new TablePackFile<Staff>("staff.csv", 120,
            [PackColumn.Code("id").AsKey(), PackColumn.Text("name", 60), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Division("division"), PackColumn.RefersToMany("posts", "posts.csv"), PackColumn.Text("persona", 20).Optional()],
            row => new Staff { Id = row["id"], Name = row["name"], Institution = row["institution"], Division = row["division"], Posts = string.Join(' ', row.Words("posts")), Persona = row.TextOrNull("persona") })
        {
            // somebody gone from the list keeps their name on old records, and no longer gets in
            WhenGone = (staff, scope) => scope.Owns(staff.Division) ? Vanished.Retired : Vanished.Kept,
            Retire = (staff, _) => staff.Active && !(staff.Active = false),
        },
    ];
}
