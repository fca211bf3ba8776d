using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.Roles;

/// <summary>The boxes of the role page, in both directions: what is ticked for a role, and the words a posted form means.</summary>
internal static class RoleForm
{
    public const string Grants = "Grants";

    /// <summary>Of the select beside a permission's box; empty where the role's own reach counts.</summary>
    public static string ReachField(string code) => "reach:" + code;

    /// <summary>What a business role may be set to here. Everything (<see cref="Reach.All"/>) is for the pack.</summary>
    public static IReadOnlyList<Choice> Reaches { get; } = [.. new[] { Reach.Division, Reach.Institution, Reach.Origin, Reach.Own, Reach.Assigned, Reach.None }.Select(r => new Choice(Word(r), KnownRights.InWords(r)))];

    public static string Word(Reach reach) => reach.ToString().ToLowerInvariant();

    /// <summary>Ticked permissions with the reach that differs from the role's own; null where it does not.</summary>
    public static Dictionary<string, string?> Ticked(GetRole.Reply role)
        => role.Groups.SelectMany(g => g.Rights).Where(r => r.Reach is not null).ToDictionary(r => r.Code, r => r.Reach == role.Reach ? null : Word(r.Reach!.Value));

    public static Dictionary<string, string?> Ticked(IFormCollection posted)
        => posted[Grants].OfType<string>().Distinct().ToDictionary(code => code, code => posted[ReachField(code)].ToString() is { Length: > 0 } reach ? reach : null);

    public static IReadOnlyList<string> Words(Dictionary<string, string?> ticked) => [.. ticked.Select(t => t.Value is null ? t.Key : $"{t.Key}@{t.Value}")];

    /// <summary>Every permission a role of this kind may hold, none of them held yet.</summary>
    public static IReadOnlyList<GetRole.Group> Blank(KnownRights rights, PermissionKind kind)
        => [.. rights.For(kind).Select(g => new GetRole.Group(g.Key, [.. g.Select(p => new GetRole.Right(p.Code, p.Label, null))]))];
}
