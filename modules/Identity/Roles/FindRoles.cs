using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Roles;

/// <summary>All roles with the posts that carry them, and how many people hold one today.</summary>
internal sealed class FindRoles(PeopleBook people) : IQuestion<FindRoles.Request, FindRoles.Reply>
{
    public sealed record Request(string? Text = null, string? Kind = null);

    /// <param name="Rights">How many words of permission it holds; a <c>.*</c> counts as one.</param>
    public sealed record Row(string Id, string Name, PermissionKind Kind, string Reach, int Rights, string Posts, int People, bool Local, bool Active, string Note);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => IdentityPermissions.ManageRoles;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = people.Now;
        var held = now.Holdings.Where(h => now.Staff[h.Key].Active).SelectMany(h => h.Value.SelectMany(x => x.Post.RoleIds()).Distinct()).CountBy(r => r).ToDictionary();
        var carried = now.Rows.Posts.Where(p => p.Active).SelectMany(p => p.RoleIds().Select(r => (r, p.Name))).ToLookup(x => x.r, x => x.Name);
        IReadOnlyList<Row> rows = [.. now.Rows.Roles
            .Where(r => (request.Text?.Trim() is not { Length: > 0 } text || r.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || r.Note.Contains(text, StringComparison.OrdinalIgnoreCase) || r.Id == text)
                && (request.Kind is not { Length: > 0 } kind || string.Equals(r.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(r => !r.Active).ThenBy(r => r.Kind).ThenBy(r => r.Local)
            .Select(r => new Row(r.Id, r.Name, r.Kind, KnownRights.InWords(r.Reach), r.Words().Count(), string.Join('、', carried[r.Id]), held.GetValueOrDefault(r.Id), r.Local, r.Active, r.Note))];
        return Task.FromResult<Outcome<Reply>>(new Reply(rows));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindRoles, Request, Reply>("/roles");
}
