using System.Collections.Frozen;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;

namespace Anmin.Identity.People;

/// <summary>What the tables say, unchanged by the day.</summary>
internal sealed record PeopleRows(
    IReadOnlyList<Institution> Institutions,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Staff> Staff,
    IReadOnlyList<Appointment> Appointments,
    string City)
{
    public static PeopleRows None { get; } = new([], [], [], [], [], [], "0");
}

/// <summary>Who works where, as what, on one day. Immutable.</summary>
internal sealed class PeopleView
{
    public required PeopleRows Rows { get; init; }

    public required DateOnly Day { get; init; }

    public required FrozenDictionary<string, InstitutionCard> Institutions { get; init; }

    public required FrozenDictionary<string, InstitutionCard[]> Kinds { get; init; }

    public required FrozenDictionary<string, Role> Roles { get; init; }

    public required FrozenDictionary<string, Post> Posts { get; init; }

    public required FrozenDictionary<string, StaffCard> Staff { get; init; }

    /// <summary>What each person who is here holds today.</summary>
    public required FrozenDictionary<string, IReadOnlyList<Holding>> Holdings { get; init; }

    public required FrozenDictionary<string, StaffCard> Personas { get; init; }

    public required FrozenDictionary<string, StaffCard[]> Crews { get; init; }

    public required FrozenDictionary<string, Actor> Actors { get; init; }

    public static PeopleView Of(PeopleRows rows, DateOnly day)
    {
        var places = rows.Institutions.Select(CardOf).ToFrozenDictionary(i => i.Id);
        var posts = rows.Posts.ToFrozenDictionary(p => p.Id);
        var roles = rows.Roles.ToFrozenDictionary(r => r.Id);
        var names = rows.Staff.ToDictionary(s => s.Id, s => s.Name);
        var appointed = rows.Appointments.Where(a => a.Holds(day)).ToLookup(a => a.StaffId);
        var held = rows.Staff.ToFrozenDictionary(s => s.Id, s => (IReadOnlyList<Holding>)[.. OfOneKind(HeldBy(s, appointed[s.Id], posts, names), roles)]);
        var cards = rows.Staff.Select(s => CardOf(s, held[s.Id], places, day)).ToList();
        var actors = cards.Where(s => s.Active).ToDictionary(s => s.Id, s => StaffActor.Of(s, held[s.Id], roles));
        actors[StaffActor.BuiltIn.Id] = StaffActor.OfBuiltIn;
        return new()
        {
            Rows = rows,
            Day = day,
            Institutions = places,
            Kinds = places.Values.OrderBy(i => i.Id, StringComparer.Ordinal).GroupBy(i => i.Kind).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            Roles = roles,
            Posts = posts,
            Staff = cards.Append(StaffActor.BuiltIn).ToFrozenDictionary(s => s.Id),
            Holdings = held,
            // two cities in one database: the buttons are of the city in force
            Personas = cards.Where(s => s is { Active: true, Persona: not null }).OrderByDescending(s => s.Division.StartsWith(rows.City, StringComparison.Ordinal))
                .GroupBy(s => s.Persona!).ToFrozenDictionary(g => g.Key, g => g.First()),
            Crews = cards.Where(s => s is { Active: true, Institution: not null }).GroupBy(s => s.Institution!).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            Actors = actors.ToFrozenDictionary(),
        };
    }

    /// <summary>The pack's posts at their own place, then what was given here.</summary>
    private static IEnumerable<Holding> HeldBy(Staff staff, IEnumerable<Appointment> appointed, FrozenDictionary<string, Post> posts, Dictionary<string, string> names)
    {
        foreach (var id in staff.PostIds())
            if (posts.GetValueOrDefault(id) is { Active: true } post) yield return new(post, staff.Institution, staff.Division);
        foreach (var given in appointed)
            if (posts.GetValueOrDefault(given.PostId) is { Active: true } post) yield return new(post, given.Institution, given.Division, given.InPlaceOf is { } absent ? names.GetValueOrDefault(absent, absent) : null);
    }

    /// <summary>三员分立 also where a newer pack, or two administrators at the same moment, would give posts of two kinds: what was held first counts.</summary>
    private static IEnumerable<Holding> OfOneKind(IEnumerable<Holding> held, FrozenDictionary<string, Role> roles)
    {
        PermissionKind? first = null;
        foreach (var holding in held)
        {
            var kinds = holding.Post.RoleIds().Select(roles.GetValueOrDefault).OfType<Role>().Select(r => r.Kind).Distinct().ToList();
            if (kinds.Count > 1 || (first is not null && kinds.Exists(k => k != first))) continue;
            first ??= kinds.Count == 1 ? kinds[0] : null;
            yield return holding;
        }
    }

    private static StaffCard CardOf(Staff staff, IReadOnlyList<Holding> held, FrozenDictionary<string, InstitutionCard> places, DateOnly day)
        => new(staff.Id, staff.Name, string.Join('、', held.Select(h => h.Label).Distinct()), [.. held.Select(h => h.Post.Id).Distinct()], staff.Institution, places.GetValueOrDefault(staff.Institution)?.Name, staff.Division,
            string.IsNullOrWhiteSpace(staff.Persona) ? null : staff.Persona, staff.IsHere(day));

    private static InstitutionCard CardOf(Institution i) => new(i.Id, i.Kind, i.Name, i.Division, i.Address, i.Phone, i.Latitude, i.Longitude, i.Hours, i.Code, i.Provenance);
}
