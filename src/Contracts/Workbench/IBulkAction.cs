using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Workbench;

/// <summary>批量办理: one act on many rows of a list, each by the use case that does it to one. Registered as scoped by the room whose list it is.</summary>
public interface IBulkAction
{
    /// <summary>Stable, lower case with dashes: part of an address.</summary>
    string Action { get; }

    /// <summary>分派承办人</summary>
    string Title { get; }

    /// <summary>What is counted, e.g. 份案卷.</summary>
    string Unit { get; }

    /// <summary>The list whose rows are picked, and where people go back to.</summary>
    string ListPath { get; }

    /// <summary>Of the use case: held when it is asked for and while each row is done.</summary>
    Permission Permission { get; }

    /// <summary>What undoing brings back, as people read it; null where nothing can be undone.</summary>
    string? Restores { get; }

    /// <summary>What is said once for all rows.</summary>
    Task<IReadOnlyList<BulkField>> FieldsAsync(CancellationToken ct);

    /// <summary>Those of the rows that are within reach, in the order they were picked.</summary>
    Task<IReadOnlyList<BulkSubject>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken ct);

    Task<Outcome<Done>> RunAsync(BulkStep step, CancellationToken ct);

    /// <summary>Takes back what <see cref="RunAsync"/> did with the same values; refused where the row has been changed since. Called only where <see cref="Restores"/> says something.</summary>
    Task<Outcome<Done>> UndoAsync(BulkStep step, CancellationToken ct);
}

/// <param name="Name">Of the value; the field a problem of the use case names.</param>
/// <param name="Choices">Null where it is written in words.</param>
/// <param name="MaxLength">Of words.</param>
public sealed record BulkField(string Name, string Label, IReadOnlyList<KeyValuePair<string, string>>? Choices = null, bool Optional = false, string? Hint = null, int MaxLength = 300);

/// <param name="Number">What it is known by; kept with the run, so never a person's name.</param>
/// <param name="Name">Who or what it is; shown, not kept.</param>
/// <param name="Now">How it stands, e.g. 现由陈静承办.</param>
/// <param name="Href">Where it is looked at.</param>
public sealed record BulkSubject(Guid Id, string Number, string Name, string Now, string Href);

/// <summary>One row of a run.</summary>
/// <param name="Values">What the fields said, by name; empty words are not in it.</param>
/// <param name="Key">Idempotency key; null for a rehearsal, which leaves nothing behind.</param>
public sealed record BulkStep(Guid Subject, IReadOnlyDictionary<string, string> Values, string? Key)
{
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>Runs or rehearses the use case through the Gate.</summary>
    public async Task<Outcome<Done>> ThroughAsync<TRequest, TReply>(Gate gate, IUseCase<TRequest, TReply> useCase, TRequest request, CancellationToken ct)
    {
        if (Key is null) return await gate.RehearseAsync(useCase, request, ct);
        return (await gate.RunAsync(useCase, request, Key, ct)).Try(out _, out var problem) ? Done.It : problem;
    }
}
