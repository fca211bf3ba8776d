namespace Anmin.Kernel.Actors;

/// <summary>Who acts: a member of staff, a family over the public pages, another system, or the system itself.</summary>
public sealed record Actor(string Id, string Name, string Post, Grants Grants)
{
    /// <summary>The same reach for every permission.</summary>
    public Actor(string id, string name, string post, DataScope scope, IReadOnlySet<string> permissions) : this(id, name, post, Grants.Of(scope, permissions))
    {
    }

    public string? Institution { get; init; }

    public string? InstitutionName { get; init; }

    /// <summary>The division whose rules and calendar apply where the request names none.</summary>
    public string Division { get; init; } = "0";

    /// <summary>Where from: the address, or the device's own name. Kept in journal and audit.</summary>
    public string Device { get; init; } = "-";

    /// <summary>A family or anybody else over the public pages.</summary>
    public static readonly Actor Public = new("public", "公众", "公众", Grants.None);

    /// <summary>Jobs and reactions.</summary>
    public static readonly Actor System = new("system", "系统", "系统", Grants.Of(DataScope.Everything, ["*"]));

    public bool IsSignedIn => !ReferenceEquals(this, Public) && Id != "public";

    /// <summary>Exact permission, <c>funeral.*</c>-like prefix, or <c>*</c>.</summary>
    public bool May(Permission permission) => permission == Permission.Anyone || (permission == Permission.SignedIn && IsSignedIn) || Grants.ReachOf(permission) is not null;

    /// <summary>Which rows the permission reaches; none where it is not held.</summary>
    public DataScope ReachOf(Permission permission) => Grants.ReachOf(permission) ?? DataScope.Nothing;
}

/// <summary>The actor of the request at hand. Set once at the door; jobs and reactions run as <see cref="Actor.System"/>.</summary>
public sealed class CurrentActor
{
    private Permission? running;

    public Actor Actor { get; set; } = Actor.Public;

    /// <summary>Which rows a query sees now: the reach of the permission at work.</summary>
    public DataScope Scope => running is null ? Actor.Grants.Outside : Actor.Grants.ReachOf(running) ?? DataScope.Nothing;

    /// <summary>From here on queries see what this permission reaches. The Gate says it for every use case.</summary>
    public void ActUnder(Permission permission) => running = permission;
}
