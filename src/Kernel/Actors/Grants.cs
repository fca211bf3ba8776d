using System.Collections.Concurrent;

namespace Anmin.Kernel.Actors;

/// <summary>One permission, or all below a word of it, and how far it reaches.</summary>
/// <param name="Code">An exact code, a <c>funeral.*</c>-like prefix, or <c>*</c>.</param>
public sealed record Grant(string Code, DataScope Scope)
{
    public bool Covers(string permission)
        => Code == "*" || Code == permission || (Code.EndsWith(".*", StringComparison.Ordinal) && permission.StartsWith(Code[..^1], StringComparison.Ordinal));
}

/// <summary>All that somebody may do, each with its reach. Immutable, and asked on every request.</summary>
public sealed class Grants(IReadOnlyList<Grant> all)
{
    private readonly ConcurrentDictionary<string, DataScope?> reach = new();

    public static Grants None { get; } = new([]);

    public IReadOnlyList<Grant> All => all;

    /// <summary>The same reach for every permission.</summary>
    public static Grants Of(DataScope scope, IEnumerable<string> codes) => new([.. codes.Select(c => new Grant(c, scope))]);

    /// <summary>Null where the permission is not held.</summary>
    public DataScope? ReachOf(Permission permission) => reach.GetOrAdd(permission.Code, (code, grants) =>
        grants.Where(g => g.Covers(code)).Select(g => g.Scope).Aggregate((DataScope?)null, (sum, next) => sum is null ? next : sum.Or(next)), all);

    /// <summary>What is reached where no permission is in question: all for the system itself, nothing for people.</summary>
    internal DataScope Outside => all is [{ Code: "*", Scope.All: true }] ? DataScope.Everything : DataScope.Nothing;
}
