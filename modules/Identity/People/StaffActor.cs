using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;

namespace Anmin.Identity.People;

/// <summary>From a person's posts and place: what they may do and whose data they see.</summary>
internal static class StaffActor
{
    /// <summary>First-run administrator, before anybody is registered. Sees nobody's case.</summary>
    public static readonly StaffCard BuiltIn = new("builtin-administrator", "管理员", "管理员", ["administrator"], null, null, "0", null, true);

    public static readonly IReadOnlySet<string> BuiltInPermissions = new HashSet<string> { IdentityPermissions.ManageStaff.Code, "kernel.parked.replay", "kernel.rules.read" };

    public static Actor Of(StaffCard staff, InstitutionCard? institution, IReadOnlySet<string> permissions)
        => new(staff.Id, staff.Name, staff.Post, ScopeOf(staff, institution, permissions), permissions)
        {
            Institution = staff.Institution,
            InstitutionName = staff.InstitutionName,
            Division = staff.Division,
        };

    /// <summary>Whoever appoints people sees no case (三员分立). A bureau sees its division and below; everybody else their own institution.</summary>
    private static DataScope ScopeOf(StaffCard staff, InstitutionCard? institution, IReadOnlySet<string> permissions)
    {
        if (permissions.Contains(IdentityPermissions.ManageStaff.Code)) return DataScope.Nothing;
        return institution switch
        {
            null => DataScope.Nothing,
            { Kind: "bureau" } => DataScope.Below(staff.Division),
            _ => DataScope.Of(institution.Id),
        };
    }
}
