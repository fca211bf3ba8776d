using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Identity;

/// <summary>The citizen of the request at hand, who came in by a code on their telephone, or for whom somebody acts with their consent.</summary>
public interface ICurrentCitizen
{
    /// <summary>Null where nobody did. Asked of the database once a request; a session that ended, or a consent taken back, no longer counts.</summary>
    Task<CitizenCard?> FindAsync(CancellationToken ct);
}

/// <param name="Phone">The telephone that stands on the cases as the 经办人's.</param>
/// <param name="By">Who acts for them; null where they act themselves.</param>
public sealed record CitizenCard(PhoneNumber Phone, ProxyCard? By);

/// <summary>代办: a village officer acting for an elder who agreed.</summary>
/// <param name="For">Who agreed.</param>
/// <param name="MayAct">False where the consent is for looking only.</param>
public sealed record ProxyCard(Guid ConsentId, string StaffId, string StaffName, PersonName For, bool MayAct, DateTimeOffset Until);
