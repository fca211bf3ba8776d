using System.Globalization;
using System.Text;

namespace Anmin.Kernel.Journal;

/// <summary>
/// Entries gathered in order under one Merkle root, chained to the block before:
/// <c>hash = H(previous hash as lower hex + "\n" + text)</c>. Append-only by trigger.
/// </summary>
public sealed class JournalBlock
{
    public required long Number { get; init; }

    /// <summary>Half-open range of marks sealed here: transactions on PostgreSQL, entry ids on SQLite.</summary>
    public required long FromMark { get; init; }

    public required long ToMark { get; init; }

    public required int Count { get; init; }

    public required byte[] Root { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Microseconds since 1970-01-01 UTC, never less than the block before.</summary>
    public required long At { get; init; }

    /// <summary>The sealer's lease epoch: a stalled former sealer is refused by it.</summary>
    public required long Epoch { get; init; }

    public string Text() => string.Create(CultureInfo.InvariantCulture, $"{Number}\n{FromMark}\n{ToMark}\n{Count}\n{Convert.ToHexStringLower(Root)}\n{At}\n{Epoch}");

    /// <summary>What is hashed wherever one record follows another: entries, blocks and days alike.</summary>
    public static byte[] Preimage(string previousHex, string text) => Encoding.UTF8.GetBytes(previousHex + "\n" + text);
}

/// <summary>
/// The root of a day: a Merkle root over the hashes of that day's blocks, chained to the day before.
/// What the city publishes, and what a family's proof ends in. Append-only by trigger.
/// </summary>
public sealed class JournalDay
{
    public required DateOnly Day { get; init; }

    public required long FirstBlock { get; init; }

    public required long LastBlock { get; init; }

    public required byte[] Root { get; init; }

    public required byte[] Hash { get; init; }

    public string Text() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}\n{FirstBlock}\n{LastBlock}\n{Convert.ToHexStringLower(Root)}");
}
