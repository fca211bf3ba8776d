using Anmin.Booking.Places;
using System.Collections.Concurrent;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Slots;

/// <summary>What never changes of a slot, in memory: asked for every booking, so that finding the lane costs no look at the database.</summary>
internal sealed class SlotBoard
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<Guid, SlotFacts> known = new();

    /// <returns>Null where there is no such slot.</returns>
    public async ValueTask<SlotFacts?> FindAsync(AnminDb db, Guid id, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var facts)) return facts;
        var found = await FactsOf(db.AcrossScopes<Slot>("公众预约").Where(s => s.Id == id)).FirstOrDefaultAsync(ct);
        return found is null ? null : Keep(found);
    }

    public async ValueTask<SlotFacts?> FindAsync(AnminDb db, long serial, CancellationToken ct)
        => await FactsOf(db.AcrossScopes<Slot>("凭预约号查找").Where(s => s.Serial == serial)).FirstOrDefaultAsync(ct) is { } found ? Keep(found) : null;

    private SlotFacts Keep(SlotFacts facts)
    {
        if (known.Count > Most) known.Clear();
        return known[facts.Id] = facts;
    }

    private static IQueryable<SlotFacts> FactsOf(IQueryable<Slot> slots) => slots.AsNoTracking().Select(s => new SlotFacts(s.Id, s.Serial, s.Institution!, s.Kind, s.Name, s.Date, s.From, s.Until));
}

internal sealed record SlotFacts(Guid Id, long Serial, string Institution, string Kind, string Name, DateOnly Date, DateTimeOffset From, DateTimeOffset Until);
