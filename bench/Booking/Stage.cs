using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Bench.Booking;

/// <summary>Slots to be fought over, and what must be true of them afterwards whoever fought.</summary>
internal sealed class Stage(BenchDatabase database)
{
    public const string Institution = "bench-1";

    public BenchDatabase Database => database;

    /// <summary>Fresh slots, so that no round inherits the last one's rows.</summary>
    public async Task<Guid[]> SlotsAsync(int count, int capacity)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await MakeAsync(count, capacity);
            }
            catch (DbUpdateException) when (tries < 5)
            {
                // a host that serves from this database opened slots of its own in the same moment
            }
        }
    }

    private async Task<Guid[]> MakeAsync(int count, int capacity)
    {
        var serial = await database.ScalarAsync("select coalesce(max(serial), 0) from booking_slot");
        var from = TimeProvider.System.GetUtcNow().AddDays(3);
        var slots = Enumerable.Range(0, count).Select(i => new Slot
        {
            Serial = ++serial,
            Plan = "bench",
            Kind = "visit",
            Name = "祭扫",
            Division = "321302",
            Institution = Institution,
            Date = DateOnly.FromDateTime(from.UtcDateTime),
            From = from.AddSeconds(serial),
            Until = from.AddSeconds(serial + 600),
            Capacity = capacity,
            Remaining = capacity,
            CountsPeople = true,
            MostPeople = 9,
        }).ToList();
        await database.WithAsync(async db =>
        {
            db.AddRange(slots);
            await db.SaveChangesAsync();
        });
        return [.. slots.Select(s => s.Id)];
    }

    /// <returns>How many more were sold than there were: by the rows, not by anybody's word. Anything but 0 ends the bench.</returns>
    public async Task<long> OversoldAsync(IEnumerable<Guid> slots, long? granted, string what)
    {
        var (oversold, rows, wrong) = (0L, 0L, 0L);
        await database.WithAsync(async db =>
        {
            var ids = slots.ToList();
            var counted = await db.Set<Place>().Where(p => ids.Contains(p.SlotId) && p.State == PlaceState.Booked).GroupBy(p => p.SlotId).Select(g => new { g.Key, Sum = g.Sum(p => p.People), Count = g.Count() }).ToListAsync();
            foreach (var slot in await db.Set<Slot>().AsNoTracking().IgnoreQueryFilters().Where(s => ids.Contains(s.Id)).ToListAsync())
            {
                var taken = counted.FirstOrDefault(c => c.Key == slot.Id);
                oversold += Math.Max(0, (taken?.Sum ?? 0) - slot.Capacity);
                rows += taken?.Count ?? 0;
                wrong += slot.Remaining == slot.Capacity - (taken?.Sum ?? 0) ? 0 : 1;
            }
        });
        if (granted is { } told) OracleException.Equal(told, rows, $"{what}: rows of those who were told yes");
        OracleException.Equal(0, wrong, $"{what}: slots whose remainder is not capacity less taken");
        OracleException.Equal(0, oversold, $"{what}: oversold");
        return oversold;
    }

    public static PlaceTask Wish(Guid slot) => new(PlaceAct.Book, slot, Any(), Any(), "public", "127.0.0.1") { People = 1, Phone = Sealed, PhoneIndex = Any() };

    /// <summary>Random enough to be apart, and no measure of the random source.</summary>
    public static Guid Any()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new(bytes);
    }

    /// <summary>As long as a sealed phone number is.</summary>
    public static byte[] Sealed { get; } = [.. Enumerable.Range(0, 42).Select(i => (byte)i)];
}

/// <summary>Many who ask at once, each again as soon as answered, for a bounded time.</summary>
internal static class Crowd
{
    /// <returns>Granted a second.</returns>
    public static async Task<(double Rate, long Granted)> AskAsync(int clients, TimeSpan time, Func<int, Task<bool>> ask)
    {
        var granted = 0L;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = 0L;
            while (System.Diagnostics.Stopwatch.GetElapsedTime(began) < time)
                if (await ask(client)) mine++;
            Interlocked.Add(ref granted, mine);
        })));
        return (granted / System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, granted);
    }
}
