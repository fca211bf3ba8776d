using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>Cases of the city that may be about somebody an old register names. Read-only; nothing is decided here.</summary>
public interface IDeceasedMatches
{
    /// <summary>Day of the earliest death a case tells of; null while there is no case. Whoever died before it is in none.</summary>
    Task<DateOnly?> EarliestAsync(CancellationToken ct);

    /// <summary>Cases that stand, of these numbers, of these names, or of somebody who died on one of these days; in no order, at most 2 000.</summary>
    Task<IReadOnlyList<DeceasedMatch>> FindAsync(IReadOnlyCollection<IdNumber> ids, IReadOnlyCollection<string> names, IReadOnlyCollection<DateOnly> days, CancellationToken ct);
}

/// <param name="PersonId">Null while the case has none.</param>
/// <param name="DiedOn">Local date; null while unknown.</param>
public sealed record DeceasedMatch(Guid CaseId, string Number, PersonName Name, IdNumber? PersonId, DateOnly? DiedOn);
