using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Approvals;

/// <summary>申请特殊情形审批: the first of two.</summary>
internal sealed class AskException(CemeteryDesk desk, Reading reading) : IUseCase<AskException.Request, AskException.Reply>
{
    public sealed record Request(Guid RightId, ApprovalMatter Matter, string? Evidence);

    public sealed record Reply(Guid ExceptionId);

    public Permission Permission => CemeteryPermissions.SignRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var evidence = reading.Text(request.Evidence, nameof(request.Evidence), "证据材料", 500);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Right.HasLapsed(desk.Now)) return CemeteryProblems.HoldLapsed;
        if (!opened.Right.Holds) return CemeteryProblems.RightEnded;
        if (await desk.Db.RightApprovals.AnyAsync(a => a.RightId == request.RightId && a.Matter == request.Matter && (a.State == ApprovalState.Asked || a.State == ApprovalState.Approved), ct)) return RightProblems.ExceptionOpen;
        var asked = RightApproval.Ask(opened.Right, request.Matter, evidence!, desk.By, desk.Now);
        desk.Db.Add(asked);
        opened.Right.Tell("right.approval-asked", new { asked.Id, request.Matter });
        return new Reply(asked.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskException, Request, Reply>("/cemetery/exceptions/ask");
}

/// <summary>审批: the second of two.</summary>
internal sealed class DecideException(CemeteryDesk desk, Reading reading) : IUseCase<DecideException.Request, Done>
{
    public sealed record Request(Guid ExceptionId, bool Approve, string? Answer = null);

    public Permission Permission => CemeteryPermissions.ApproveException;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(request.Answer, nameof(request.Answer), "审批意见", 300, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.RightApprovals.FirstOrDefaultAsync(a => a.Id == request.ExceptionId, ct) is not { } asked) return RightProblems.NoException;
        if (!(await desk.OpenAsync(asked.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!asked.Decide(request.Approve, answer, desk.By, desk.Now).Try(out _, out problem)) return problem;
        opened.Right.Tell("right.approval-decided", new { asked.Id, asked.Matter, request.Approve });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DecideException, Request, Done>("/cemetery/exceptions/decide");
}

/// <summary>等审批的特殊情形, the oldest first.</summary>
internal sealed class FindExceptions(CemeteryDesk desk) : IQuestion<FindExceptions.Request, FindExceptions.Reply>
{
    public const int Most = 100;

    /// <param name="Show">asked (default), decided.</param>
    public sealed record Request(string? Show = null, Guid? RightId = null);

    public sealed record Row(Guid Id, Guid RightId, ApprovalMatter Matter, string Evidence, string AskedBy, DateTimeOffset AskedAt, ApprovalState State, string DecidedBy, DateTimeOffset? DecidedAt, string? Answer, string Place, string? Holder, string Institution, bool Mine);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Waiting);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var all = desk.Db.RightApprovals.AsNoTracking();
        var waiting = await all.CountAsync(a => a.State == ApprovalState.Asked, ct);
        var shown = request.RightId is { } right ? all.Where(a => a.RightId == right) : request.Show == "decided" ? all.Where(a => a.State != ApprovalState.Asked) : all.Where(a => a.State == ApprovalState.Asked);
        var sorted = request.Show == "decided" ? shown.OrderByDescending(a => a.Id) : shown.OrderBy(a => a.Id);
        var rows = new List<Row>();
        foreach (var found in await sorted.Take(Most).Join(desk.Db.PlotRights, a => a.RightId, r => r.Id, (a, r) => new { Asked = a, r.HolderName, r.PositionId })
            .Join(desk.Db.Positions, x => x.PositionId, p => p.Id, (x, p) => new { x.Asked, x.HolderName, Position = p }).ToListAsync(ct))
        {
            var a = found.Asked;
            rows.Add(new(a.Id, a.RightId, a.Matter, a.Evidence, desk.StaffName(a.AskedBy), a.AskedAt, a.State, desk.StaffName(a.DecidedBy), a.DecidedAt, a.Answer, await desk.NameOfAsync(found.Position, ct),
                found.HolderName?.Text, desk.Institution(a.Institution)?.Name ?? "", a.AskedBy == desk.By.Id));
        }
        return new Reply([.. request.Show == "decided" ? rows.OrderByDescending(r => r.DecidedAt) : rows.OrderBy(r => r.AskedAt)], waiting);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindExceptions, Request, Reply>("/cemetery/exceptions");
}
