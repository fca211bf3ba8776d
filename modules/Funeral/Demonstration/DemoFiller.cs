using System.Globalization;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Demonstration;

/// <summary>
/// Fills an empty database with invented cases by running the use cases at the times they would have happened.
/// Same days and seed on the same day, same cases. A city of five million has some 97 deaths a day.
/// </summary>
internal sealed class DemoFiller(IServiceScopeFactory scopes, Reference reference, DivisionBook divisions, IStaffDirectory staff, IInstitutionDirectory institutions) : IDemoFiller
{
    private const int ADay = 97;
    private const int PerCommit = 20;

    public async Task FillAsync(int days, int seed, IProgress<string> progress, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var plan = Deaths(days, seed, now).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var world = await DemoWorld.ReadAsync(scope.ServiceProvider.GetRequiredService<AnminDb>(), scope.ServiceProvider.GetRequiredService<IRestingPlaces>(), staff, institutions, reference.Now.City.Division, ct);
        var done = 0;
        foreach (var batch in plan.Chunk(PerCommit))
        {
            await using var room = scopes.CreateAsyncScope();
            var gate = room.ServiceProvider.GetRequiredService<Gate>();
            await gate.TogetherAsync(async () =>
            {
                foreach (var (index, died) in batch)
                {
                    var life = new DemoCase(room.ServiceProvider, world, divisions, reference.Now.Zone, new Random(HashCode(seed, index)), now);
                    await life.RunAsync(died, ct);
                    room.ServiceProvider.GetRequiredService<AnminDb>().ChangeTracker.Clear();
                }
            }, ct);
            done += batch.Length;
            if (done % 400 < PerCommit) progress.Report($"演示案卷 {done}/{plan.Count}");
        }
        ToldClock.At(null);
        await new DemoHome(scopes, world, reference.Now.Zone, new Random(seed), now).RunAsync(ct);
    }

    /// <summary>Times of death, day by day, oldest first; more in the small hours and at dawn, as registers show.</summary>
    private static IEnumerable<(int Index, DateTimeOffset Died)> Deaths(int days, int seed, DateTimeOffset now)
    {
        var chance = new Random(seed);
        var index = 0;
        var times = new List<DateTimeOffset>();
        for (var day = days; day >= 1; day--)
        {
            var count = ADay + chance.Next(-14, 15);
            for (var i = 0; i < count; i++) times.Add(now.AddDays(-day).AddMinutes(chance.Next(0, 24 * 60)));
        }
        foreach (var died in times.Order()) yield return (index++, new(died.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero));
    }

    /// <summary>Stable from run to run, unlike the framework's own.</summary>
    private static int HashCode(int seed, int index) => unchecked((seed * 486187739) ^ (index * 16777619));
}

/// <summary>Who and what there is to work with, and until when furnaces and boxes are taken in the invented past.</summary>
internal sealed class DemoWorld
{
    private const int MostNiches = 2000;

    private readonly Dictionary<string, DateTimeOffset> takenUntil = [];
    private readonly Dictionary<string, Queue<string>> niches = [];

    public required IReadOnlyList<InstitutionCard> Homes { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<Actor>> Crew { get; init; }

    public required IReadOnlyDictionary<string, Resources.Resource[]> Resources { get; init; }

    public required Actor CallDesk { get; init; }

    public required Actor County { get; init; }

    public required Actor City { get; init; }

    public static async Task<DemoWorld> ReadAsync(AnminDb db, IRestingPlaces resting, IStaffDirectory staff, IInstitutionDirectory institutions, string city, CancellationToken ct)
    {
        var homes = institutions.OfKind("funeral-home", city);
        var resources = await db.Resources.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct);
        var world = new DemoWorld
        {
            Homes = homes,
            Crew = homes.ToDictionary(h => h.Id, h => (IReadOnlyList<Actor>)[.. staff.OfInstitution(h.Id).Select(s => staff.ActorOf(s.Id)).OfType<Actor>()]),
            Resources = resources.GroupBy(r => r.Institution).ToDictionary(g => g.Key, g => g.ToArray()),
            CallDesk = Persona(staff, "接线员"),
            County = Persona(staff, "县局"),
            City = Persona(staff, "市局"),
        };
        foreach (var place in homes.Concat(institutions.OfKind("columbarium", city)))
            world.niches[place.Id] = new((await resting.FreeNichesAsync(place.Id, MostNiches, ct)).Select(n => n.Code));
        return world;
    }

    private static Actor Persona(IStaffDirectory staff, string persona) => staff.ActorOf(staff.Persona(persona)?.Id ?? "") ?? throw new InvalidOperationException($"The pack has no persona {persona}.");

    /// <summary>Staff of the home who may do this, in a stable order.</summary>
    public IReadOnlyList<Actor> Who(string home, Permission permission) => [.. Crew[home].Where(a => a.May(permission))];

    /// <summary>The thing of this kind that is free soonest, and from when.</summary>
    public (Resources.Resource Thing, DateTimeOffset From) Take(string home, Resources.ResourceKind kind, DateTimeOffset at, string? need = null)
    {
        var thing = Resources[home].Where(r => r.Kind == kind && r.Size >= 0 && r.Variant != "family" && (need is null || Furnaces.FurnaceDesk.Suits(r, need))).OrderBy(r => takenUntil.TryGetValue(r.Id, out var until) && until > at ? until : DateTimeOffset.MinValue).ThenBy(r => r.Id, StringComparer.Ordinal).First();
        return (thing, takenUntil.TryGetValue(thing.Id, out var free) && free > at ? free : at);
    }

    public void Keep(string thing, DateTimeOffset until) => takenUntil[thing] = until;

    public string? Niche(string home)
    {
        var from = niches.TryGetValue(home, out var own) && own.Count > 0 ? own : niches.Values.FirstOrDefault(q => q.Count > 0);
        return from?.Dequeue();
    }

    public static string Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at, TimeZoneInfo zone) => LocalClock.DateOf(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
