using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;

namespace Anmin.Identity.People;

/// <summary>A post somebody has today, and where.</summary>
/// <param name="InPlaceOf">Name of the absent holder, where they stand in.</param>
internal sealed record Holding(Post Post, string? Institution, string Division, string? InPlaceOf = null)
{
    public string Label => InPlaceOf is null ? Post.Name : $"{Post.Name}（代{InPlaceOf}）";
}

/// <summary>From the posts somebody has today: what they may do, and how far.</summary>
internal static class StaffActor
{
    /// <summary>First-run administrator, before anybody is registered. Sees nobody's case.</summary>
    public static readonly StaffCard BuiltIn = new("builtin-administrator", "管理员", "管理员", ["administrator"], null, null, "0", null, true);

    /// <summary>Registers the three administrators, and brings messages back that were parked.</summary>
    public static readonly IReadOnlySet<string> BuiltInPermissions = new HashSet<string> { IdentityPermissions.ManageStaff.Code, IdentityPermissions.ManageOrganisations.Code, IdentityPermissions.AppointStaff.Code, IdentityPermissions.ManageAccounts.Code, "kernel.parked.replay", "kernel.rules.read" };

    public static Actor OfBuiltIn { get; } = new(BuiltIn.Id, BuiltIn.Name, BuiltIn.Post, Grants.Of(DataScope.Nothing, BuiltInPermissions));

    public static Actor Of(StaffCard staff, IReadOnlyList<Holding> holdings, IReadOnlyDictionary<string, Role> roles)
        => new(staff.Id, staff.Name, staff.Post, new Grants([.. GrantsOf(staff.Id, holdings, roles)]))
        {
            Institution = staff.Institution,
            InstitutionName = staff.InstitutionName,
            Division = staff.Division,
        };

    private static IEnumerable<Grant> GrantsOf(string person, IReadOnlyList<Holding> holdings, IReadOnlyDictionary<string, Role> roles)
        => from holding in holdings
           from role in holding.Post.RoleIds().Select(roles.GetValueOrDefault).OfType<Role>()
           where role.Active
           from word in role.Words()
           select new Grant(word.Code, ScopeOf(word.Reach!.Value, person, holding));

    private static DataScope ScopeOf(Reach reach, string person, Holding at) => reach switch
    {
        Reach.All => DataScope.Everything,
        Reach.Division => DataScope.Below(at.Division),
        Reach.Institution => at.Institution is { } home ? DataScope.Of(home) : DataScope.Nothing,
        Reach.Origin => at.Institution is { } here ? DataScope.OpenedAt(here) : DataScope.Nothing,
        Reach.Own => DataScope.OpenedBy(person),
        Reach.Assigned => DataScope.AssignedTo(person),
        _ => DataScope.Nothing,
    };
}
