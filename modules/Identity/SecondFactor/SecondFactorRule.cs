using Anmin.Identity.Accounts;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Settings;

namespace Anmin.Identity.SecondFactor;

/// <summary>Who cannot get in with a password alone: whoever holds anything of the three administrators', and everybody where the setting says so.</summary>
internal sealed class SecondFactorRule(ModelParts parts, SettingBook settings)
{
    private readonly IReadOnlyList<Permission> administrators = [.. parts.Modules.SelectMany(m => m.Permissions).Concat(KernelPermissions.All).Where(p => !p.Kind.HasFlag(PermissionKind.Business))];

    public bool AsksOf(Actor actor) => settings.On(AccountSettings.SecondForAll) || administrators.Any(actor.May);
}
