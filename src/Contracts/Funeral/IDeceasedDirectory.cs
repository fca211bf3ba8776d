using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>Who is known to have died, by a paper that proves it. Asked anew each time; a case that is voided no longer counts.</summary>
public interface IDeceasedDirectory
{
    /// <summary>
    /// Whether one of these persons, or the person whose telephone this was last known to be, is verified as deceased.
    /// A telephone passes on to whoever was last registered with it and a paper of their own.
    /// </summary>
    Task<bool> IsDeceasedAsync(IReadOnlyCollection<IdNumber> persons, PhoneNumber? phone, CancellationToken ct);

    /// <summary>The number of the person of a case whose death is verified; null while it is not, or the person is not known.</summary>
    Task<IdNumber?> VerifiedOfAsync(Guid caseId, CancellationToken ct);
}
