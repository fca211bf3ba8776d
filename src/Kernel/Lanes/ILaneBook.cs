using System.Data.Common;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// What a module keeps in memory of one partition while this node writes it. One caller at a time. It is thrown away, and made
/// afresh, whenever a batch fails or the partition was lost: what is decided here must follow from the database alone.
/// </summary>
public interface ILaneBook<TTask, TReply>
{
    /// <summary>Reads what these tasks ask about and memory does not hold yet.</summary>
    Task FetchAsync(DbConnection connection, IReadOnlyList<TTask> tasks, CancellationToken ct);

    /// <summary>
    /// Decides one task as if all before it were committed, changes memory, and adds the rows of a granted one to <paramref name="batch"/>.
    /// A task that was done before, known by its key, is answered again and adds nothing.
    /// </summary>
    /// <returns>The answer. It is given only after the commit of whatever it rests on.</returns>
    Outcome<TReply> Weigh(TTask task, LaneBatch batch);

    /// <summary>Adds what sums up over the batch, once, before it is committed.</summary>
    void SumUp(LaneBatch batch);
}

/// <summary>What one lane needs to be told by its module.</summary>
/// <param name="Name">First part of the partition's name and the label of its figures, e.g. <c>booking.places</c>.</param>
/// <param name="SubjectKind">Kind of the journal's subject.</param>
/// <param name="Fact">Kind of the journal's line, past tense: <c>places.changed</c>.</param>
/// <param name="Book">A fresh one for a partition's key.</param>
public sealed record LaneKind<TTask, TReply>(string Name, string SubjectKind, string Fact, Func<string, ILaneBook<TTask, TReply>> Book);
