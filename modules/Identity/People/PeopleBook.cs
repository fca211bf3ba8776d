using System.Collections.Frozen;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.People;

/// <summary>Institutions and staff in memory: asked on every request, changed with a pack.</summary>
internal sealed class PeopleBook : IInstitutionDirectory, IStaffDirectory, IReferencePart
{
    private Snapshot snapshot = Of([], [], [], "0");

    private sealed record Snapshot(
        FrozenDictionary<string, InstitutionCard> Institutions,
        FrozenDictionary<string, InstitutionCard[]> Kinds,
        FrozenDictionary<string, StaffCard> Staff,
        FrozenDictionary<string, StaffCard> Personas,
        FrozenDictionary<string, StaffCard[]> Crews,
        FrozenDictionary<string, Actor> Actors);

    private Snapshot Now => Volatile.Read(ref snapshot);

    public InstitutionCard? Find(string id) => Now.Institutions.GetValueOrDefault(id);

    public IReadOnlyList<InstitutionCard> OfKind(string kind, string belowDivision = "0")
    {
        var all = Now.Kinds.GetValueOrDefault(kind, []);
        return belowDivision == "0" ? all : [.. all.Where(i => i.Division.StartsWith(belowDivision, StringComparison.Ordinal))];
    }

    StaffCard? IStaffDirectory.Find(string id) => Now.Staff.GetValueOrDefault(id);

    public StaffCard? Persona(string name) => Now.Personas.GetValueOrDefault(name);

    public IReadOnlyList<StaffCard> OfInstitution(string institution) => Now.Crews.GetValueOrDefault(institution, []);

    public Actor? ActorOf(string id) => Now.Actors.GetValueOrDefault(id);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref snapshot, Of(
            await db.Set<Institution>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(ct),
            await db.Set<Post>().AsNoTracking().ToListAsync(ct),
            await db.Set<Staff>().AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct),
            city.Division));

    internal void Load(IReadOnlyList<Institution> institutions, IReadOnlyList<Post> posts, IReadOnlyList<Staff> staff, string city)
        => Volatile.Write(ref snapshot, Of(institutions, posts, staff, city));

    private static Snapshot Of(IReadOnlyList<Institution> institutions, IReadOnlyList<Post> posts, IReadOnlyList<Staff> staff, string city)
    {
        var places = institutions.Select(i => new InstitutionCard(i.Id, i.Kind, i.Name, i.Division, i.Address, i.Phone, i.Latitude, i.Longitude, i.Hours, i.Code, i.Provenance)).ToFrozenDictionary(i => i.Id);
        var named = posts.ToDictionary(p => p.Id);
        var cards = staff.Select(s => CardOf(s, named, places)).ToList();
        var actors = cards.Where(s => s.Active).ToDictionary(s => s.Id, s => StaffActor.Of(s, s.Institution is null ? null : places.GetValueOrDefault(s.Institution), PermissionsOf(s, named)));
        actors[StaffActor.BuiltIn.Id] = StaffActor.Of(StaffActor.BuiltIn, null, StaffActor.BuiltInPermissions);
        return new(
            places,
            places.Values.OrderBy(i => i.Id, StringComparer.Ordinal).GroupBy(i => i.Kind).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            cards.Append(StaffActor.BuiltIn).ToFrozenDictionary(s => s.Id),
            // two cities in one database: the buttons are of the city in force
            cards.Where(s => s is { Active: true, Persona: not null }).OrderByDescending(s => s.Division.StartsWith(city, StringComparison.Ordinal))
                .GroupBy(s => s.Persona!).ToFrozenDictionary(g => g.Key, g => g.First()),
            cards.Where(s => s is { Active: true, Institution: not null }).GroupBy(s => s.Institution!).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            actors.ToFrozenDictionary());
    }

    private static StaffCard CardOf(Staff staff, Dictionary<string, Post> posts, FrozenDictionary<string, InstitutionCard> places)
    {
        var held = staff.PostIds();
        var label = string.Join('、', held.Select(p => posts.GetValueOrDefault(p)?.Name ?? p));
        return new(staff.Id, staff.Name, label, held, staff.Institution, places.GetValueOrDefault(staff.Institution)?.Name, staff.Division,
            string.IsNullOrWhiteSpace(staff.Persona) ? null : staff.Persona, staff.Active);
    }

    private static HashSet<string> PermissionsOf(StaffCard staff, Dictionary<string, Post> posts)
        => [.. staff.Posts.Select(posts.GetValueOrDefault).OfType<Post>().SelectMany(p => p.Codes())];
}
