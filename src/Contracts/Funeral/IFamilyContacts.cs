using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>Whom to ask or tell about a case. Read-only; for reactions and jobs, which have no person's scope.</summary>
public interface IFamilyContacts
{
    /// <summary>The first 经办人 who has a telephone. Null where the case is void or unknown; without a telephone the rest is there all the same.</summary>
    Task<FamilyContact?> OfAsync(Guid caseId, CancellationToken ct);
}

/// <param name="Person">Whose telephone it is, where known.</param>
/// <param name="Deceased">Null while unknown.</param>
/// <param name="About">Of the deceased, where known.</param>
/// <param name="Institution">The funeral home that has taken the case on.</param>
public sealed record FamilyContact(PhoneNumber? Phone, IdNumber? Person, PersonName? Deceased, IdNumber? About, string Division, string? Institution);
