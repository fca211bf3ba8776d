using System.Numerics;

namespace Anmin.Funeral.Scheduling.Planning;

/// <summary>Steps of a day as bits: what is free is found by words, not by intervals.</summary>
internal static class Steps
{
    public static int Words(int steps) => (steps + 63) >> 6;

    public static void Mark(Span<ulong> bits, int from, int until)
    {
        until = Math.Min(until, bits.Length << 6);
        for (var at = Math.Max(from, 0); at < until;)
        {
            var end = Math.Min(until, (at | 63) + 1);
            bits[at >> 6] |= Mask(at & 63, end - at);
            at = end;
        }
    }

    /// <summary>The last marked step of the stretch, or -1.</summary>
    public static int Last(ReadOnlySpan<ulong> bits, int from, int until)
    {
        until = Math.Min(until, bits.Length << 6);
        while (from < until)
        {
            var start = Math.Max(from, (until - 1) & ~63);
            var word = bits[start >> 6] & Mask(start & 63, until - start);
            if (word != 0) return (start & ~63) + 63 - BitOperations.LeadingZeroCount(word);
            until = start;
        }
        return -1;
    }

    private static ulong Mask(int first, int count) => (count >= 64 ? ulong.MaxValue : (1UL << count) - 1) << first;
}
