namespace Anmin.Contracts.Funeral;

/// <summary>What stands on the head of a bill about a case. Read-only.</summary>
public interface ICaseCards
{
    /// <summary>Null where there is no such case or the actor's scope does not reach it; the two are alike.</summary>
    Task<CaseCard?> FindAsync(Guid caseId, CancellationToken ct);

    /// <summary>Those of these cases that the actor's scope reaches, in no order.</summary>
    Task<IReadOnlyList<CaseCard>> OfAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct);

    /// <summary>By the exact case number or by the beginning of a name or its initials; newest first.</summary>
    Task<IReadOnlyList<CaseCard>> SearchAsync(string text, int most, CancellationToken ct);
}

/// <param name="Name">Of the deceased; null while unknown.</param>
/// <param name="Sex">男, 女 or empty.</param>
/// <param name="Age">Full years at death; null while birth or death is not known.</param>
/// <param name="Institution">The funeral home that has taken it on.</param>
/// <param name="Handlers">经办人, first by rank.</param>
public sealed record CaseCard(
    Guid Id, string Number, string? Name, string Sex, int? Age, bool Infectious, string Division, string? Institution, IReadOnlyList<HandlerCard> Handlers);

/// <param name="Phone">With the middle hidden.</param>
public sealed record HandlerCard(Guid Id, string Name, string Relation, string Phone);

/// <summary>How a family is known to other rooms: by the pass it was given after number and telephone fitted. Read-only.</summary>
public interface IFamilyDoor
{
    /// <summary>Name of the cookie that carries the pass.</summary>
    const string Cookie = "anmin-family";

    /// <param name="acts">True for what changes something: a pass under a consent for looking only does not open it.</param>
    /// <returns>The case the pass opens; null when it is over, not ours, or its consent was taken back.</returns>
    Task<CaseCard?> OpenAsync(string? pass, bool acts, CancellationToken ct);
}
