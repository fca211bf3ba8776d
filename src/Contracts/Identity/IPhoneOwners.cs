using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Identity;

/// <summary>Whose telephone a number is, as far as people told us when they gave their consent.</summary>
public interface IPhoneOwners
{
    Task<IReadOnlyList<IdNumber>> OwnersOfAsync(PhoneNumber phone, CancellationToken ct);
}
