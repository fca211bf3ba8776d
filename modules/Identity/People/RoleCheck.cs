using Anmin.Kernel.Actors;
using Anmin.Kernel.Packs;

namespace Anmin.Identity.People;

/// <summary>What roles, posts and people of a pack must meet beyond their single cells: one kind each (三员分立), posts where they belong.</summary>
internal static class RoleCheck
{
    /// <summary>Why a word of a role cannot stand, as a phrase; null when it can.</summary>
    public static string? Fault(string word, Func<string, IEnumerable<Permission>> known)
    {
        if (RoleGrant.Parse(word) is not { } grant) return $"“{word}”的范围不对，可用：{string.Join("、", Enum.GetNames<Reach>().Select(n => "@" + n.ToLowerInvariant()))}";
        return known(grant.Code).Any() ? null : $"没有权限“{grant.Code}”";
    }

    /// <summary>A permission of another kind inside a role, by its label; null when all fit.</summary>
    public static string? Stranger(PermissionKind kind, IEnumerable<string> words, Func<string, IEnumerable<Permission>> known)
        => words.Select(RoleGrant.Parse).OfType<RoleGrant>().SelectMany(g => known(g.Code)).FirstOrDefault(p => (p.Kind & kind) == 0)?.Label;

    public static void Kinds(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        foreach (var row in rows)
            if (Enum.TryParse<PermissionKind>(row["kind"], ignoreCase: true, out var kind) && Stranger(kind, row.Words("grants"), check.PermissionsOf) is { } label)
                check.Fault(row, "grants", $"“{label}”不是这一类角色可以有的权限（三员分立）");
    }

    public static void PostKinds(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        var kinds = KindsOfRoles(check);
        foreach (var row in rows)
            if (row.Words("roles").Select(r => kinds.GetValueOrDefault(r, "")).Distinct().Count() > 1) check.Fault(row, "roles", "一个岗位的角色只能是同一类（三员分立）");
    }

    public static void People(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        var roles = KindsOfRoles(check);
        var posts = Last(check, "posts.csv");
        var places = Last(check, "institutions.csv");
        foreach (var row in rows)
        {
            var held = row.Words("posts").Select(posts.GetValueOrDefault).OfType<PackRow>().ToList();
            if (held.SelectMany(p => p.Words("roles")).Select(r => roles.GetValueOrDefault(r, "")).Distinct().Count() > 1) check.Fault(row, "posts", "一个人不能兼任业务岗位和管理员，也不能兼任两种管理员（三员分立）");
            if (places.GetValueOrDefault(row["institution"]) is { } place && held.FirstOrDefault(p => !p.Words("kinds").Contains(place["kind"])) is { } stray)
                check.Fault(row, "posts", $"岗位“{stray["name"]}”不设在这一类机构（{place["kind"]}）");
        }
    }

    private static Dictionary<string, string> KindsOfRoles(PackCheck check) => Last(check, "roles.csv").ToDictionary(r => r.Key, r => r.Value["kind"]);

    private static Dictionary<string, PackRow> Last(PackCheck check, string file) => check.RowsOf(file).GroupBy(r => r["id"]).ToDictionary(g => g.Key, g => g.Last());
}
