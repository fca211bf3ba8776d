using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials.Orders;

/// <summary>派工单: one thing to do at a position.</summary>
internal sealed class GiveWorkOrder(CemeteryDesk desk, Reading reading) : IUseCase<GiveWorkOrder.Request, GiveWorkOrder.Reply>
{
    public sealed record Request(string Position, WorkKind Kind, string? DueOn, string? Words);

    public sealed record Reply(string Number);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var due = reading.Day(request.DueOn, nameof(request.DueOn), "完成日期");
        var words = reading.Text(request.Words, nameof(request.Words), "说明", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Code == request.Position, ct) is not { } position) return CemeteryProblems.NoPosition;
        if (!(await desk.NumberAsync("work-order", position.Institution!, ct)).Try(out var number, out var problem)) return problem;
        desk.Db.Add(WorkOrder.Of(number, position, null, request.Kind, due!.Value, words, desk.By));
        return new Reply(number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveWorkOrder, Request, Reply>("/cemetery/work-orders");
}

/// <summary>开始、完成工单. The grave that is open makes its burial ready.</summary>
internal sealed class DoWorkOrder(CemeteryDesk desk, Reading reading) : IUseCase<DoWorkOrder.Request, DoWorkOrder.Reply>
{
    /// <param name="Finished">False begins it, true ends it.</param>
    public sealed record Request(string Number, bool Finished, string? Remark);

    public sealed record Reply(WorkState State);

    public Permission Permission => CemeteryPermissions.DoGroundsWork;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var remark = reading.Text(request.Remark, nameof(request.Remark), "备注", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.WorkOrders.FirstOrDefaultAsync(o => o.Number == request.Number, ct) is not { } order) return BurialProblems.NoWork;
        if (!(request.Finished ? order.Finish(remark, desk.Now) : order.Start(desk.By, desk.Now)).Try(out _, out var problem)) return problem;
        if (request.Finished && order is { Kind: WorkKind.OpenGrave, BurialId: { } burial } && await desk.Db.BurialOrders.FirstOrDefaultAsync(b => b.Id == burial, ct) is { IsOpen: true } arranged)
            arranged.Prepare();
        return new Reply(order.State);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DoWorkOrder, Request, Reply>("/cemetery/work-orders/do");
}

/// <summary>工单清单: what is to be done, the soonest first.</summary>
internal sealed class FindWorkOrders(CemeteryDesk desk) : IQuestion<FindWorkOrders.Request, IReadOnlyList<FindWorkOrders.Line>>
{
    private const int Most = 100;

    public sealed record Request(bool Done = false);

    public sealed record Line(string Number, WorkKind Kind, string Place, DateOnly DueOn, string? Words, WorkState State, string Worker, string? Remark, bool Late);

    public Permission Permission => CemeteryPermissions.DoGroundsWork;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        var orders = desk.Db.WorkOrders.AsNoTracking().Where(o => (o.State == WorkState.Done) == request.Done);
        orders = request.Done ? orders.OrderByDescending(o => o.DoneAt).ThenBy(o => o.Number) : orders.OrderBy(o => o.DueOn).ThenBy(o => o.Number);
        var rows = await orders.Take(Most).Join(desk.Db.Positions, o => o.PositionId, p => p.Id, (o, p) => new { o, p }).Join(desk.Db.Sections, x => x.p.SectionId, s => s.Id, (x, s) => new { x.o, x.p, s.Name, SectionKind = s.Kind }).ToListAsync(ct);
        var lines = rows.Select(r => new Line(r.o.Number, r.o.Kind, PositionWords.Of(r.Name, r.SectionKind, r.p.Row, r.p.Layer, r.p.Number), r.o.DueOn, r.o.Words, r.o.State, desk.StaffName(r.o.Worker), r.o.Remark, !request.Done && r.o.DueOn < desk.Today));
        return (Outcome<IReadOnlyList<Line>>)(request.Done ? lines.ToList() : lines.OrderBy(l => l.DueOn).ThenBy(l => l.Number, StringComparer.Ordinal).ToList());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindWorkOrders, Request, IReadOnlyList<Line>>("/cemetery/work-orders");
}
