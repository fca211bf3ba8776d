using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Roles;

/// <summary>保存本地岗位: which roles it carries, and in which kinds of institution it is held.</summary>
internal sealed class SavePost(AnminDb db, PeopleBook people, Reading reading, CommandContext context, CurrentActor current) : IUseCase<SavePost.Request, SavePost.Reply>
{
    /// <param name="Id">Null for a new one.</param>
    public sealed record Request(string? Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Kinds, string Reason) : IHasReason;

    public sealed record Reply(string PostId);

    public Permission Permission => IdentityPermissions.ManageRoles;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "岗位名称", 40);
        reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        var roles = (request.Roles ?? []).Select(people.Now.Roles.GetValueOrDefault).ToList();
        if (roles.Count == 0 || roles.Exists(r => r is not { Active: true })) reading.Refuse(KernelProblems.UnknownChoice(nameof(request.Roles)));
        else if (roles.Select(r => r!.Kind).Distinct().Count() > 1) reading.Refuse(IdentityProblems.RolesMixed with { Field = nameof(request.Roles) });
        if (request.Kinds is not { Count: > 0 } || request.Kinds.Any(k => !PeoplePackFiles.InstitutionKinds.Contains(k))) reading.Refuse(KernelProblems.UnknownChoice(nameof(request.Kinds)));
        if (reading.Problem is { } bad) return bad;
        if (!(await FoundAsync(request.Id, ct)).Try(out var post, out var problem)) return problem;
        if (await db.Set<Post>().AnyAsync(p => p.Name == name && p.Id != post.Id && p.Active, ct)) return IdentityProblems.NameTaken with { Field = nameof(request.Name) };
        if (request.Id is { Length: > 0 } && KindOf(post) is { } before && before != roles[0]!.Kind) return IdentityProblems.RolesMixed with { Field = nameof(request.Roles) };
        (post.Name, post.Roles, post.Kinds) = (name!, string.Join(' ', request.Roles!.Distinct()), string.Join(' ', request.Kinds!.Distinct()));
        context.ReferenceChanged();
        return new Reply(post.Id);
    }

    private PermissionKind? KindOf(Post post) => post.RoleIds().Select(people.Now.Roles.GetValueOrDefault).OfType<Role>().Select(r => (PermissionKind?)r.Kind).FirstOrDefault();

    private async Task<Outcome<Post>> FoundAsync(string? id, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(id))
        {
            var made = new Post { Id = LocalId.New(), Name = "", Roles = "", Local = true };
            db.Add(made);
            return made;
        }
        if (await db.Set<Post>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } post) return KernelProblems.NotFound;
        if (!post.Local) return IdentityProblems.PostOfPack;
        return people.Now.Holdings.GetValueOrDefault(current.Actor.Id, []).Any(h => h.Post.Id == post.Id) ? IdentityProblems.LastSecurity : post;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SavePost, Request, Reply>("/posts");
}

/// <summary>停用本地岗位, once nobody holds it.</summary>
internal sealed class RetirePost(AnminDb db, PeopleBook people, CommandContext context) : IUseCase<RetirePost.Request, Done>
{
    public sealed record Request(string Id, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageRoles;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required(nameof(request.Reason), "原因");
        if (await db.Set<Post>().SingleOrDefaultAsync(p => p.Id == request.Id, ct) is not { } post) return KernelProblems.NotFound;
        if (!post.Local) return IdentityProblems.PostOfPack;
        if (people.Now.Holdings.Any(h => people.Now.Staff[h.Key].Active && h.Value.Any(x => x.Post.Id == post.Id))) return IdentityProblems.PostInUse;
        post.Active = false;
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RetirePost, Request, Done>("/posts/retire");
}

/// <summary>All posts, with their roles and holders.</summary>
internal sealed class FindPosts(PeopleBook people) : IQuestion<FindPosts.Request, FindPosts.Reply>
{
    public sealed record Request(string? Text = null);

    public sealed record Row(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> RoleNames, IReadOnlyList<string> Kinds, int People, bool Local, bool Active);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => IdentityPermissions.ManageRoles;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = people.Now;
        var held = now.Holdings.Where(h => now.Staff[h.Key].Active).SelectMany(h => h.Value.Select(x => x.Post.Id).Distinct()).CountBy(p => p).ToDictionary();
        var rows = now.Rows.Posts.Where(p => request.Text?.Trim() is not { Length: > 0 } text || p.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).OrderBy(p => !p.Active).ThenBy(p => p.Local)
            .Select(p => new Row(p.Id, p.Name, p.RoleIds(), [.. p.RoleIds().Select(r => now.Roles.GetValueOrDefault(r)?.Name ?? r)], [.. p.Kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)], held.GetValueOrDefault(p.Id), p.Local, p.Active));
        return Task.FromResult<Outcome<Reply>>(new Reply([.. rows]));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPosts, Request, Reply>("/posts");
}
