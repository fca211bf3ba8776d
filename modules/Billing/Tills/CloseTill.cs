using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Tills;

/// <summary>日结: the cashier counts the drawer; a difference needs a reason and is booked.</summary>
internal sealed class CloseTill(BillDesk desk, Reading reading) : IUseCase<CloseTill.Request, CloseTill.Reply>
{
    /// <param name="Counted">元 in the drawer, without the change fund.</param>
    public sealed record Request(string? Counted, string? Reason = null);

    public sealed record Reply(Guid TillId, long BookedFen, long CountedFen, long DifferenceFen);

    public Permission Permission => BillingPermissions.CloseTill;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "差额原因", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!BillPricing.Fen(request.Counted).Try(out var counted, out var problem)) return problem.At(nameof(request.Counted));
        if (counted is not { } fen) return TillProblems.Counted;
        var me = desk.By.Id;
        if (await desk.Db.Tills.FirstOrDefaultAsync(t => t.Cashier == me && t.ClosedAt == null, ct) is not { } till) return TillProblems.None;
        if (!till.Close(fen, reason, desk.Now).Try(out _, out problem)) return problem;
        if (till.DifferenceFen is { } difference and not 0) LedgerDesk.Differ(desk, till.Institution!, till.Id, difference);
        return new Reply(till.Id, till.BookedFen, fen, till.DifferenceFen ?? 0);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseTill, Request, Reply>("/tills/close");
}

/// <summary>日结单: what the cashier took since the last day-end, by way of paying, and the closings before.</summary>
internal sealed class GetTill(BillDesk desk) : IQuestion<GetTill.Request, GetTill.Reply>
{
    public sealed record Request;

    /// <summary>分.</summary>
    public sealed record Sum(PayWay Way, int Count, long TakenFen, long RefundedFen);

    public sealed record Closed(DateTimeOffset At, long BookedFen, long CountedFen, string? Reason)
    {
        public long DifferenceFen => CountedFen - BookedFen;
    }

    /// <param name="Since">When the open till was opened; null where no cash came in since the last day-end.</param>
    public sealed record Reply(DateTimeOffset? Since, long BookedFen, IReadOnlyList<Sum> Today, IReadOnlyList<Closed> Before, DateTimeOffset Now);

    public Permission Permission => BillingPermissions.CloseTill;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var me = desk.By.Id;
        var tills = await desk.Db.Tills.AsNoTracking().Where(t => t.Cashier == me).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id).Take(15).ToListAsync(ct);
        var from = LocalClock.Instant(desk.Today.ToDateTime(TimeOnly.MinValue), desk.Zone);
        var paid = await desk.Db.Payments.AsNoTracking().Where(p => p.Cashier == me && p.PaidAt >= from).GroupBy(p => p.Way).Select(g => new { Way = g.Key, Count = g.Count(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(ct);
        var back = await desk.Db.Refunds.AsNoTracking().Where(r => r.DecidedBy == me && r.State == RefundState.Given && r.DecidedAt >= from).Join(desk.Db.Payments, r => r.PaymentId, p => p.Id, (r, p) => new { p.Way, r.AmountFen }).GroupBy(x => x.Way).Select(g => new { Way = g.Key, Fen = g.Sum(x => x.AmountFen) }).ToListAsync(ct);
        var open = tills.Find(t => t.ClosedAt is null);
        return new Reply(open?.OpenedAt, open?.BookedFen ?? 0,
            [.. Enum.GetValues<PayWay>().Select(w => new Sum(w, paid.Find(p => p.Way == w)?.Count ?? 0, paid.Find(p => p.Way == w)?.Fen ?? 0, back.Find(b => b.Way == w)?.Fen ?? 0))],
            [.. tills.Where(t => t.ClosedAt is not null).Select(t => new Closed(t.ClosedAt!.Value, t.BookedFen, t.CountedFen!.Value, t.Reason))], desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetTill, Request, Reply>("/tills/mine");
}
