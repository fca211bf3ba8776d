using System.Collections.Frozen;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Resources;

/// <summary>Vehicles, halls, furnaces, boxes and rooms in memory; and colleagues, who also can be in one place only.</summary>
internal sealed class ResourceBook(IServiceProvider services) : IBookables, IReferencePart
{
    /// <summary>The kind of a colleague as something to book; the id is the staff id.</summary>
    public const string Crew = "crew";

    private volatile FrozenDictionary<string, Bookable> things = FrozenDictionary<string, Bookable>.Empty;
    private volatile ILookup<string, Bookable> byHome = Enumerable.Empty<Bookable>().ToLookup(b => b.Institution);

    // asked late: the directory of staff is itself refreshed with the reference
    private IStaffDirectory Staff => services.GetRequiredService<IStaffDirectory>();

    public Bookable? Find(string id)
        => things.TryGetValue(id, out var thing) ? thing : Staff.Find(id) is { Active: true, Institution: { } home } person ? new(person.Id, home, Crew, person.Name, person.Post, 0, 0, []) : null;

    public IEnumerable<Bookable> OfInstitution(string institution) => byHome[institution];

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        var all = (await db.Resources.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct)).ConvertAll(Told);
        things = all.ToFrozenDictionary(b => b.Id);
        byHome = all.ToLookup(b => b.Institution);
    }

    // how many bodies a vehicle takes and how many people a hall seats limit a booking; a furnace's minutes and a box's number do not
    private static Bookable Told(Resource r) => new(
        r.Id, r.Institution, Resource.Word(r.Kind, r.Variant), r.Name, r.Variant, r.Kind is ResourceKind.Hall or ResourceKind.Vehicle ? r.Size : 0, r.Turnaround, r.Suits.Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Opens, r.Closes);
}
