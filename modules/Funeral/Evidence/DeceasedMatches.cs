using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Evidence;

/// <summary>Answers from the cases that stand.</summary>
internal sealed class DeceasedMatches(AnminDb db, Reference reference) : IDeceasedMatches
{
    private const int Most = 2000;
    private const string Why = "旧墓册与个案比对";

    public async Task<DateOnly?> EarliestAsync(CancellationToken ct)
        => await Standing().MinAsync(c => c.DiedAt, ct) is { } at ? LocalClock.DateOf(at, reference.Now.Zone) : null;

    public async Task<IReadOnlyList<DeceasedMatch>> FindAsync(IReadOnlyCollection<IdNumber> ids, IReadOnlyCollection<string> names, IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        var zone = reference.Now.Zone;
        var found = new Dictionary<Guid, DeceasedMatch>();
        var indexes = ids.Where(i => i.IsKnown).Select(i => db.BlindIndex(i.Normal)).ToList();
        if (indexes.Count > 0) await TakeAsync(c => indexes.Contains(EF.Property<byte[]>(c, "PersonIdIndex")));
        var spelled = names.Distinct().Select(n => PersonName.FromStore(n)).ToList();
        if (spelled.Count > 0) await TakeAsync(c => spelled.Contains(c.Name!));
        foreach (var day in days.Distinct())
        {
            var (from, until) = (LocalClock.Instant(day.ToDateTime(default), zone), LocalClock.Instant(day.AddDays(1).ToDateTime(default), zone));
            await TakeAsync(c => c.DiedAt >= from && c.DiedAt < until);
            if (found.Count >= Most) break;
        }
        return [.. found.Values];

        async Task TakeAsync(System.Linq.Expressions.Expression<Func<DeathCase, bool>> which)
        {
            foreach (var c in await Standing().Where(which).Where(c => c.Name != null).OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Number, c.Name, c.PersonId, c.DiedAt }).Take(Most).ToListAsync(ct))
                found[c.Id] = new(c.Id, c.Number, c.Name!, c.PersonId, c.DiedAt is { } at ? LocalClock.DateOf(at, zone) : null);
        }
    }

    private IQueryable<DeathCase> Standing() => db.AcrossScopes<DeathCase>(Why).AsNoTracking().Where(c => c.VoidedAt == null);
}
