namespace Anmin.Kernel.Actors;

/// <summary>Who acts: a member of staff, a family over the public pages, or the system itself.</summary>
public sealed record Actor(string Id, string Name, string Post, DataScope Scope, IReadOnlySet<string> Permissions)
{
    public string? Institution { get; init; }

    public string? InstitutionName { get; init; }

    /// <summary>The division whose rules and calendar apply where the request names none.</summary>
    public string Division { get; init; } = "0";

    /// <summary>Where from: the address, or the device's own name. Kept in journal and audit.</summary>
    public string Device { get; init; } = "-";

    /// <summary>A family or anybody else over the public pages.</summary>
    public static readonly Actor Public = new("public", "公众", "公众", DataScope.Nothing, new HashSet<string>());

    /// <summary>Jobs and reactions.</summary>
    public static readonly Actor System = new("system", "系统", "系统", DataScope.Everything, new HashSet<string> { "*" });

    public bool IsSignedIn => !ReferenceEquals(this, Public) && Id != "public";

    /// <summary>Exact permission, <c>funeral.*</c>-like prefix, or <c>*</c>.</summary>
    public bool May(Permission permission)
    {
        if (permission == Permission.Anyone || Permissions.Contains("*") || Permissions.Contains(permission.Code)) return true;
        for (var dot = permission.Code.LastIndexOf('.'); dot > 0; dot = permission.Code.LastIndexOf('.', dot - 1))
            if (Permissions.Contains(permission.Code[..dot] + ".*")) return true;
        return false;
    }
}

/// <summary>The actor of the request at hand. Set once at the door; jobs and reactions run as <see cref="Actor.System"/>.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Public;
}
