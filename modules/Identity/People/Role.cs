using Anmin.Kernel.Actors;

namespace Anmin.Identity.People;

/// <summary>How far a permission reaches, said once in the role; whose place it is follows from the post somebody holds.</summary>
internal enum Reach
{
    /// <summary>全部: everything, for those who see no person's data.</summary>
    All,

    /// <summary>本区划及以下.</summary>
    Division,

    /// <summary>本单位.</summary>
    Institution,

    /// <summary>本单位经手: what the institution's people opened, wherever it went since.</summary>
    Origin,

    /// <summary>本人经手.</summary>
    Own,

    /// <summary>分派给本人.</summary>
    Assigned,

    /// <summary>不涉及案卷.</summary>
    None,
}

/// <summary>角色: a set of permissions, each with its reach. Posts carry roles; people hold posts.</summary>
internal sealed class Role
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>One only: permissions of another kind cannot be in it (三员分立).</summary>
    public required PermissionKind Kind { get; set; }

    /// <summary>For every grant that names none of its own.</summary>
    public required Reach Reach { get; set; }

    /// <summary>Permission codes, separated by spaces: <c>funeral.case.read</c>, <c>funeral.ashes.*</c>, <c>funeral.case.read@assigned</c>.</summary>
    public required string Grants { get; set; }

    /// <summary>Who it is meant for, in one sentence.</summary>
    public string Note { get; set; } = "";

    /// <summary>Made here by an administrator; a pack leaves it alone.</summary>
    public bool Local { get; init; }

    public bool Active { get; set; } = true;

    public IEnumerable<RoleGrant> Words() => Grants.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => RoleGrant.Parse(w) is { } grant ? grant with { Reach = grant.Reach ?? Reach } : throw new InvalidOperationException($"Role {Id} has the word {w}."));
}

/// <param name="Reach">Null where the role's own counts.</param>
internal sealed record RoleGrant(string Code, Reach? Reach)
{
    /// <summary>Null where the word after <c>@</c> is no reach.</summary>
    public static RoleGrant? Parse(string word)
    {
        if (word.Split('@') is [{ Length: > 0 } plain]) return new(plain, null);
        return word.Split('@') is [{ Length: > 0 } code, { } reach] && Named(reach) is { } named ? new(code, named) : null;
    }

    public static Reach? Named(string word) => Enum.TryParse<Reach>(word, ignoreCase: true, out var reach) && word.All(char.IsAsciiLetterLower) ? reach : null;

    public override string ToString() => Reach is { } reach ? $"{Code}@{reach.ToString().ToLowerInvariant()}" : Code;
}
