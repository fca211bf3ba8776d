using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>
/// Where the ashes of this city's cremations are, for rooms that lay them to rest. A move is saved in the commit of the running use case,
/// with the custody journal of the case.
/// </summary>
public interface IAshesCustody
{
    /// <summary>By the number on the container's label; null where no home of this city made it.</summary>
    Task<AshesCard?> FindAsync(string number, CancellationToken ct);

    /// <summary>Containers behind a valid cremation certificate, parts included; empty where the number is unknown or void.</summary>
    Task<IReadOnlyList<AshesCard>> OfCertificateAsync(string certificate, CancellationToken ct);

    /// <summary>Containers of a case.</summary>
    Task<IReadOnlyList<AshesCard>> OfCaseAsync(Guid caseId, CancellationToken ct);

    /// <summary>Into a grave, a niche, the ground or the sea, or back to the family. Refused where the ashes are burnt into another place already and nobody removed them.</summary>
    Task<Outcome<Done>> MoveAsync(AshesStep step, CancellationToken ct);
}

/// <param name="Status">Held, HandedOver, Deposited, Placed, Split …</param>
/// <param name="Place">Code of the position, where it is in one.</param>
/// <param name="Part">0 for the whole, 1… for a part of a split container.</param>
/// <param name="Handlers">经办人, first by rank.</param>
/// <param name="Phone">Of the first 经办人, for messages to them.</param>
public sealed record AshesCard(
    Guid Id, Guid CaseId, string Number, string Status, string Place, int Part, PersonName? Person, IdNumber? PersonId, DateOnly? DiedOn, string? Certificate, string Division, IReadOnlyList<HandlerCard> Handlers, PhoneNumber? Phone = null);

/// <param name="To"><c>grave</c>, <c>niche</c>, <c>deposit</c>, <c>scattered</c>, <c>sea</c> or <c>family</c>.</param>
/// <param name="Place">Code of the position; empty for the family.</param>
/// <param name="Witness">A colleague who saw it, where the rules ask for one.</param>
/// <param name="Receiver">The 经办人 who receives them, for <c>family</c>.</param>
/// <param name="From">Code of the position they were taken out of just now; needed where they rest in one.</param>
public sealed record AshesStep(string Number, string To, string Place, DateOnly? Until, string? Witness = null, Guid? Receiver = null, string? From = null);
