using Anmin.Kernel.Actors;

namespace Anmin.Billing;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class BillingPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
