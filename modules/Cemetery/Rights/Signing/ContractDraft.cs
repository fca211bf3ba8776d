using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>What is typed on the contract form. <see cref="Basis"/> is a word of <see cref="RightBasis"/>.</summary>
/// <param name="EvidenceNote">Of certificates from elsewhere: who issued it and how it was checked.</param>
/// <param name="UserDivision">Where the one who is to rest there had the household register.</param>
/// <param name="From">First day; today where empty.</param>
/// <param name="Years">Years of use; empty for eco burial without a term.</param>
/// <param name="CareYears">Years of maintenance paid at once.</param>
public sealed record ContractDraft(
    string? HolderName = null, IdType HolderIdType = IdType.IdCard, string? HolderId = null, string? HolderPhone = null, string? Relation = null, RightBasis Basis = RightBasis.CremationCertificate,
    string? BasisNumber = null, string? EvidenceNote = null, string? UserName = null, IdType UserIdType = IdType.IdCard, string? UserId = null, string? UserDivision = null, string? From = null, string? Years = null, string? CareYears = null);
