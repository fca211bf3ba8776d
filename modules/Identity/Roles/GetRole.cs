using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Roles;

/// <summary>One role beside every permission it may hold, by module, each in words.</summary>
internal sealed class GetRole(PeopleBook people, KnownRights rights) : IQuestion<GetRole.Request, GetRole.Reply>
{
    public sealed record Request(string Id);

    /// <param name="Reach">How far it is held; null where it is not.</param>
    public sealed record Right(string Code, string Label, Reach? Reach);

    public sealed record Group(string Module, IReadOnlyList<Right> Rights);

    public sealed record Reply(string Id, string Name, PermissionKind Kind, Reach Reach, string Note, bool Local, bool Active, IReadOnlyList<Group> Groups, IReadOnlyList<string> Posts, IReadOnlyList<string> People);

    public Permission Permission => IdentityPermissions.ManageRoles;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = people.Now;
        if (now.Roles.GetValueOrDefault(request.Id) is not { } role) return Task.FromResult<Outcome<Reply>>(KernelProblems.NotFound);
        var held = role.Words().SelectMany(w => rights.CoveredBy(w.Code).Select(p => (p.Code, w.Reach))).GroupBy(x => x.Code).ToDictionary(g => g.Key, g => g.First().Reach);
        var groups = rights.For(role.Kind).Select(g => new Group(g.Key, [.. g.Select(p => new Right(p.Code, p.Label, held.GetValueOrDefault(p.Code)))])).ToList();
        var posts = now.Rows.Posts.Where(p => p.Active && p.RoleIds().Contains(role.Id)).ToList();
        var holders = now.Holdings.Where(h => now.Staff[h.Key].Active && h.Value.Any(x => posts.Contains(x.Post))).Select(h => now.Staff[h.Key].Name).Order(StringComparer.CurrentCulture).ToList();
        return Task.FromResult<Outcome<Reply>>(new Reply(role.Id, role.Name, role.Kind, role.Reach, role.Note, role.Local, role.Active, groups, [.. posts.Select(p => p.Name)], holders));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetRole, Request, Reply>("/roles/{id}");
}
