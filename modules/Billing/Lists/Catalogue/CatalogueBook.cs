using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Catalogue;

/// <summary>The catalogues in memory. City before province before nation, line by line; a day of the past has the past catalogue.</summary>
internal sealed class CatalogueBook : IReferencePart
{
    private IReadOnlyList<CatalogueLine> lines = [];

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref lines, await db.Set<CatalogueLine>().AsNoTracking().ToListAsync(ct));

    public IReadOnlyDictionary<string, CatalogueLine> On(DateOnly day, string division) => Of(Volatile.Read(ref lines), day, division);

    internal static IReadOnlyDictionary<string, CatalogueLine> Of(IEnumerable<CatalogueLine> all, DateOnly day, string division)
    {
        var places = DivisionBook.Upwards(division).ToList();
        return all.Where(l => places.Contains(l.Jurisdiction) && l.InForceOn(day)).GroupBy(l => l.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(l => places.IndexOf(l.Jurisdiction))!, StringComparer.Ordinal);
    }
}
