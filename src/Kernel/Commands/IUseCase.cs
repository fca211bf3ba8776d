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
