using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Holds;

/// <summary>留位 at the counter: first step of a contract.</summary>
internal sealed class ReservePosition(CemeteryDesk desk, Holding holding, Reading reading) : IUseCase<ReservePosition.Request, ReservePosition.Reply>
{
    public sealed record Request(Guid PositionId, string? Name = null, string? Phone = null);

    public sealed record Reply(Guid RightId, DateTimeOffset LapsesAt);

    public Permission Permission => CemeteryPermissions.ReservePosition;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "姓名", required: false);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "电话", required: false);
        if (reading.Problem is { } bad) return bad;
        var section = await desk.Db.Positions.Where(p => p.Id == request.PositionId).Join(desk.Db.Sections, p => p.SectionId, s => s.Id, (p, s) => s).AsNoTracking().FirstOrDefaultAsync(ct);
        if (section is null) return CemeteryProblems.NoPosition;
        if (!(await holding.HoldAsync(request.PositionId, Holding.KindOf(section), name, phone, ct)).Try(out var right, out var problem)) return problem;
        desk.Context.About(right.Id);
        return new Reply(right.Id, right.LapsesAt!.Value);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReservePosition, Request, Reply>("/cemetery/rights/hold");
}

/// <summary>取消留位, or a signed contract that nobody has paid.</summary>
internal sealed class CancelRight(CemeteryDesk desk, Holding holding, Reading reading) : IUseCase<CancelRight.Request, Done>
{
    public sealed record Request(Guid RightId, string? Reason);

    public Permission Permission => CemeteryPermissions.ReservePosition;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "取消原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.Right.Cancel(reason!, desk.Now).Try(out _, out problem)) return problem;
        opened.Position.Follow(null, await holding.RestingAsync(opened.Position.Id, ct));
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelRight, Request, Done>("/cemetery/rights/cancel");
}
