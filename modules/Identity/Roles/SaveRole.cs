using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Roles;

/// <summary>保存本地角色: its permissions and how far each reaches. One kind only; nobody changes a role they hold; the pack's roles stay the pack's.</summary>
internal sealed class SaveRole(AnminDb db, PeopleBook people, KnownRights rights, Reading reading, CommandContext context, CurrentActor current) : IUseCase<SaveRole.Request, SaveRole.Reply>
{
    /// <param name="Id">Null for a new one.</param>
    /// <param name="Kind">business, system, security or audit; fixed once made.</param>
    /// <param name="Grants">Words as in roles.csv: <c>funeral.case.read</c>, <c>funeral.case.read@own</c>.</param>
    public sealed record Request(string? Id, string Name, string Kind, string Reach, IReadOnlyList<string> Grants, string? Note, string Reason) : IHasReason;

    public sealed record Reply(string RoleId);

    public Permission Permission => IdentityPermissions.ManageRoles;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "角色名称", 40);
        var note = reading.Text(request.Note, nameof(request.Note), "说明", 200, required: false);
        reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        if (!Enum.TryParse<PermissionKind>(request.Kind, ignoreCase: true, out var kind) || !PeoplePackFiles.RoleKinds.Contains(kind)) reading.Refuse(KernelProblems.UnknownChoice(nameof(request.Kind)));
        if (RoleGrant.Named(request.Reach ?? "") is not { } reach) return Refuse(KernelProblems.UnknownChoice(nameof(request.Reach)));
        if (request.Grants is not { Count: > 0 }) reading.Refuse(IdentityProblems.RoleEmpty with { Field = nameof(request.Grants) });
        else if (request.Grants.Select(w => RoleCheck.Fault(w, rights.CoveredBy)).FirstOrDefault(f => f is not null) is { } fault) reading.Refuse(new("identity.role.grant", $"{fault}。请从列表中勾选。", ProblemKind.Invalid, nameof(request.Grants)));
        else if (RoleCheck.Stranger(kind, request.Grants, rights.CoveredBy) is { } label) reading.Refuse(IdentityProblems.RoleStranger(label) with { Field = nameof(request.Grants) });
        if (reading.Problem is { } bad) return bad;
        if (!(await FoundAsync(request.Id, kind, reach, ct)).Try(out var role, out var problem)) return problem;
        if (await db.Set<Role>().AnyAsync(r => r.Name == name && r.Id != role.Id && r.Active, ct)) return IdentityProblems.NameTaken with { Field = nameof(request.Name) };
        (role.Name, role.Reach, role.Note, role.Grants) = (name!, reach, note ?? "", string.Join(' ', request.Grants!.Distinct().Order(StringComparer.Ordinal)));
        context.ReferenceChanged();
        return new Reply(role.Id);
    }

    private Outcome<Reply> Refuse(Problem problem)
    {
        reading.Refuse(problem);
        return reading.Problem!;
    }

    private async Task<Outcome<Role>> FoundAsync(string? id, PermissionKind kind, Reach reach, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(id))
        {
            var made = new Role { Id = LocalId.New(), Name = "", Kind = kind, Reach = reach, Grants = "", Local = true };
            db.Add(made);
            return made;
        }
        if (await db.Set<Role>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } role) return KernelProblems.NotFound;
        if (!role.Local) return IdentityProblems.RoleOfPack;
        if (role.Kind != kind) return KernelProblems.UnknownChoice(nameof(Request.Kind));
        return people.Now.Holdings.GetValueOrDefault(current.Actor.Id, []).Any(h => h.Post.RoleIds().Contains(role.Id)) ? IdentityProblems.LastSecurity : role;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveRole, Request, Reply>("/roles");
}

/// <summary>停用本地角色, once no post carries it.</summary>
internal sealed class RetireRole(AnminDb db, PeopleBook people, CommandContext context) : IUseCase<RetireRole.Request, Done>
{
    public sealed record Request(string Id, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageRoles;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required(nameof(request.Reason), "原因");
        if (await db.Set<Role>().SingleOrDefaultAsync(r => r.Id == request.Id, ct) is not { } role) return KernelProblems.NotFound;
        if (!role.Local) return IdentityProblems.RoleOfPack;
        if (people.Now.Rows.Posts.Any(p => p.Active && p.RoleIds().Contains(role.Id))) return IdentityProblems.RoleInUse;
        role.Active = false;
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RetireRole, Request, Done>("/roles/retire");
}
