using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Heirs;

/// <summary>登记权利人, before anything may pass to one of them.</summary>
internal sealed class RegisterHeir(CemeteryDesk desk, Reading reading) : IUseCase<RegisterHeir.Request, RegisterHeir.Reply>
{
    public sealed record Request(Guid RightId, string? Name, string? Relation, IdType IdType = IdType.IdCard, string? IdNumber = null, string? Phone = null);

    public sealed record Reply(Guid HeirId);

    public Permission Permission => CemeteryPermissions.PassOnRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "姓名");
        var relation = reading.Text(request.Relation, nameof(request.Relation), "与持证人关系", 40);
        var id = reading.Id(request.IdType, request.IdNumber, nameof(request.IdNumber), "证件号码", required: false);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "电话", required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.Right.Holds) return CemeteryProblems.RightEnded;
        if (opened.Right.State is not (RightState.Paid or RightState.Active)) return CemeteryProblems.NotActive;
        if (await desk.Db.RightConsents.AnyAsync(c => c.RightId == request.RightId && c.Name == name && c.UsedAt == null, ct)) return RightProblems.HeirTwice;
        var heir = RightConsent.Register(opened.Right, name!, id, phone, relation!, desk.By, desk.Now);
        desk.Db.Add(heir);
        opened.Right.Tell("right.heir-registered", new { heir.Id, relation });
        return new Reply(heir.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RegisterHeir, Request, Reply>("/cemetery/rights/heirs");
}

/// <summary>登记权利人书面同意.</summary>
internal sealed class RecordHeirConsent(CemeteryDesk desk, Reading reading) : IUseCase<RecordHeirConsent.Request, Done>
{
    /// <param name="Paper">Which paper was signed, and where it is kept.</param>
    public sealed record Request(Guid HeirId, string? Paper);

    public Permission Permission => CemeteryPermissions.PassOnRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var paper = reading.Text(request.Paper, nameof(request.Paper), "书面同意材料", 200);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.RightConsents.FirstOrDefaultAsync(c => c.Id == request.HeirId, ct) is not { } heir) return RightProblems.NoHeir;
        if (!(await desk.OpenAsync(heir.RightId, ct)).Try(out var opened, out _)) return RightProblems.NoHeir;
        if (!heir.Agree(paper!, desk.By, desk.Now).Try(out _, out var problem)) return problem;
        opened.Right.Tell("right.heir-agreed", new { heir.Id, paper });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordHeirConsent, Request, Done>("/cemetery/rights/consents");
}
