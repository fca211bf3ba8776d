using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Payments;

/// <summary>款到位已放开, the oldest open ones first.</summary>
internal sealed class FindLatePayments(CemeteryDesk desk) : IQuestion<FindLatePayments.Request, FindLatePayments.Reply>
{
    public const int Most = 200;

    public sealed record Request(bool Settled = false);

    public sealed record Row(Guid Id, Guid RightId, Guid BillId, string? Contract, string? Holder, long Fen, DateTimeOffset PaidAt, string Reason, DateTimeOffset? RefundAskedAt, string RefundAskedBy, string? Remark);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Open);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var all = desk.Db.LatePayments.AsNoTracking();
        var rows = await all.Where(p => request.Settled ? p.RefundAskedAt != null : p.RefundAskedAt == null).OrderBy(p => p.Id).Take(Most)
            .Join(desk.Db.PlotRights, p => p.RightId, r => r.Id, (p, r) => new { Late = p, r.Number, r.HolderName }).ToListAsync(ct);
        return new Reply([.. rows.OrderBy(r => r.Late.PaidAt).Select(r => new Row(r.Late.Id, r.Late.RightId, r.Late.BillId, r.Number, r.HolderName?.Text, r.Late.Fen, r.Late.PaidAt, r.Late.Reason, r.Late.RefundAskedAt, desk.StaffName(r.Late.RefundAskedBy), r.Late.Remark))],
            await all.CountAsync(p => p.RefundAskedAt == null, ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindLatePayments, Request, Reply>("/cemetery/late-payments");
}

/// <summary>登记已到收费窗口申请退费, with where to find it.</summary>
internal sealed class RefundLatePayment(CemeteryDesk desk, Reading reading) : IUseCase<RefundLatePayment.Request, Done>
{
    public sealed record Request(Guid PaymentId, string? Remark);

    public Permission Permission => CemeteryPermissions.SignRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var remark = reading.Text(request.Remark, nameof(request.Remark), "退费情况", 200);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.LatePayments.FirstOrDefaultAsync(p => p.Id == request.PaymentId, ct) is not { } late) return RightProblems.NoLatePayment;
        if (!late.AskRefund(remark!, desk.By, desk.Now).Try(out _, out var problem)) return problem;
        if ((await desk.OpenAsync(late.RightId, ct)).Try(out var opened, out _)) opened.Right.Tell("right.refund-asked", new { late.BillId, late.Fen });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RefundLatePayment, Request, Done>("/cemetery/late-payments/refund");
}
