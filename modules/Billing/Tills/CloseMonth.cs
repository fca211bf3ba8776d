using System.Globalization;
using Anmin.Billing.Bills;
using Anmin.Billing.Ledger;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Tills;

/// <summary>月结: fixes a past month of the actor's institution; from then on nothing is booked into it.</summary>
internal sealed class CloseMonth(BillDesk desk) : IUseCase<CloseMonth.Request, CloseMonth.Reply>
{
    /// <param name="Month">2026-11.</param>
    public sealed record Request(string? Month);

    /// <summary>分.</summary>
    public sealed record Reply(int Entries, long IncomeFen, long ReliefFen, long RefundFen);

    public Permission Permission => BillingPermissions.CloseMonth;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(request.Month?.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return LedgerProblems.Month;
        if (desk.By.Institution is not { } home) return TillProblems.NoHome;
        var next = month.AddMonths(1);
        if (desk.Today < next) return LedgerProblems.MonthOpen;
        var end = LocalClock.Instant(next.ToDateTime(TimeOnly.MinValue), desk.Zone);
        var open = await desk.Db.Tills.AsNoTracking().Where(t => t.Institution == home && t.ClosedAt == null && t.OpenedAt < end).Select(t => t.Cashier).Distinct().ToListAsync(ct);
        if (open.Count > 0) return LedgerProblems.TillsOpen(open.Select(o => desk.StaffName(o)));
        var entries = desk.Db.LedgerEntries.AsNoTracking().Where(e => e.Institution == home && e.Day >= month && e.Day < next);
        var sums = await entries.SelectMany(e => e.Postings).GroupBy(p => new { p.Debit, p.Credit }).Select(g => new { g.Key.Debit, g.Key.Credit, Fen = g.Sum(p => p.Fen) }).ToListAsync(ct);
        var closed = new MonthClose
        {
            Institution = home,
            Month = month,
            Entries = await entries.CountAsync(ct),
            IncomeFen = sums.Where(s => s.Credit is Account.BasicIncome or Account.OptionalIncome or Account.GoodsIncome).Sum(s => s.Fen),
            ReliefFen = sums.Where(s => s.Debit == Account.ReliefClaim).Sum(s => s.Fen),
            RefundFen = sums.Where(s => s.Debit == Account.RefundGiven).Sum(s => s.Fen),
            By = desk.By.Id,
            At = desk.Now,
        };
        desk.Db.Add(closed);
        return new Reply(closed.Entries, closed.IncomeFen, closed.ReliefFen, closed.RefundFen);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseMonth, Request, Reply>("/months/close");
}
