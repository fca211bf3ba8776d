using System.ComponentModel.DataAnnotations.Schema;

namespace Anmin.Kernel.Journal;

/// <summary>
/// An entity whose every change is told to the journal. Methods that change state call <see cref="Note"/>;
/// the Gate appends what was noted to the subject's own hash chain in the same commit.
/// </summary>
public abstract class JournalSubject
{
    private readonly List<JournalFact> facts = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Optimistic concurrency; raised by the kernel with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Constant name of the kind, e.g. <c>funeral.case</c>.</summary>
    [NotMapped]
    public abstract string SubjectKind { get; }

    [NotMapped]
    public IReadOnlyList<JournalFact> Facts => facts;

    /// <param name="kind">Past-tense name, e.g. <c>remains.received</c>.</param>
    /// <param name="data">Ids, values and commitments. Personal data only as a commitment, so that a lawful erasure breaks nothing.</param>
    protected void Note(string kind, object data) => facts.Add(new(kind, data));

    internal void Clear() => facts.Clear();
}

public sealed record JournalFact(string Kind, object Data);
