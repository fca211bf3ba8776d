using System.Globalization;


namespace Anmin.Kernel.Journal;

/// <summary>
/// One line of a subject's chain. <c>hash = H(previous hash as lower hex + "\n" + text)</c>,
/// the previous hash of the first line being 64 zeros; <see cref="Text"/> defines the bytes. Append-only by trigger.
/// </summary>
public sealed class JournalEntry
{
    public static readonly string Genesis = new('0', 64);

    /// <summary>Order of insertion; gaps are allowed.</summary>
    public long Id { get; init; }

    /// <summary>PostgreSQL: the writing transaction, by which the sealer knows what is final. SQLite: 0.</summary>
    public long Tx { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>1, 2, 3 … without gaps within the subject.</summary>
    public required int Seq { get; init; }

    public required string Kind { get; init; }

    /// <summary>Microseconds since 1970-01-01 UTC. A record of the clock, not of order: order is <see cref="Seq"/>.</summary>
    public required long At { get; init; }

    public required string Actor { get; init; }

    public required string Device { get; init; }

    /// <summary>JSON object; the stored characters are what is hashed.</summary>
    public required string Data { get; init; }

    public required byte[] Hash { get; init; }

    public string Text() => TextOf(SubjectKind, SubjectId, Seq, Kind, At, Actor, Device, Data);

    public static string TextOf(string subjectKind, Guid subjectId, int seq, string kind, long at, string actor, string device, string data)
        => string.Create(CultureInfo.InvariantCulture, $"{subjectKind}\n{subjectId:D}\n{seq}\n{kind}\n{at}\n{actor}\n{device}\n{data}");

}
