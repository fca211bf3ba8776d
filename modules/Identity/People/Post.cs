namespace Anmin.Identity.People;

/// <summary>岗位: what somebody is, in an institution of a fitting kind. It carries roles.</summary>
internal sealed class Post
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Ids of roles, separated by spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>Kinds of institution where it may be held, separated by spaces.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>Made here by an administrator; a pack leaves it alone.</summary>
    public bool Local { get; init; }

    public bool Active { get; set; } = true;

    public IReadOnlyList<string> RoleIds() => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Fits(string institutionKind) => Kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(institutionKind);
}
