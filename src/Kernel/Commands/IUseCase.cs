using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Commands;

/// <summary>
/// One thing the business does. Run it through the <see cref="Gate"/>; inside, change entities and return:
/// permission, one commit, journal, audit and events are the Gate's.
/// </summary>
public interface IUseCase<in TRequest, TReply>
{
    Permission Permission { get; }

    Task<Outcome<TReply>> HandleAsync(TRequest request, CancellationToken ct);
}

/// <summary>A use case that only reads: no transaction, no journal, no idempotency key.</summary>
public interface IQuestion<in TRequest, TReply> : IUseCase<TRequest, TReply>;

/// <summary>
/// A reply that must not be kept: a session, a secret or codes shown once. The Gate stores no first answer for it, whatever key came with it;
/// such a use case must bear being sent twice.
/// </summary>
public interface ISecretReply;

/// <summary>A request that says why it looks at or changes personal data; the reason goes into the audit row.</summary>
public interface IHasReason
{
    string Reason { get; }
}

/// <summary>
/// A use case whose change is committed by a lane (<see cref="Lanes.GroupCommit{TTask,TReply}"/>), together with others: the Gate asks for the permission
/// and hands over the <see cref="CommandContext.Submission"/>, and opens no transaction. Repeats are known by the lane's own unique key;
/// who, when and from where stand in the row, under the digest of the lane's journal line.
/// </summary>
public interface ILaneUseCase<in TRequest, TReply> : IUseCase<TRequest, TReply>;

/// <summary>What makes a repeat known as one.</summary>
/// <param name="Key">Of the actor, the use case and the idempotency key; a fresh one where none was sent.</param>
/// <param name="Fingerprint">Keyed hash of the request: the same key with another is refused.</param>
public readonly record struct Submission(Guid Key, Guid Fingerprint);
