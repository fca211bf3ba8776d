using Anmin.Billing.Bills;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Ledger;

/// <summary>试算平衡表: debits and credits of each account between two days, both included.</summary>
internal sealed class GetTrialBalance(BillDesk desk, Reading reading, CurrentActor current) : IQuestion<GetTrialBalance.Request, GetTrialBalance.Reply>
{
    /// <param name="From">First of the month where empty.</param>
    /// <param name="Until">Today where empty.</param>
    public sealed record Request(string? From = null, string? Until = null);

    /// <summary>分.</summary>
    public sealed record Row(Account Account, string Name, long DebitFen, long CreditFen)
    {
        public long BalanceFen => DebitFen - CreditFen;
    }

    public sealed record Reply(DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows, int Entries)
    {
        public long DebitFen => Rows.Sum(r => r.DebitFen);

        public long CreditFen => Rows.Sum(r => r.CreditFen);

        public bool Balanced => DebitFen == CreditFen;
    }

    public Permission Permission => BillingPermissions.ReadLedger;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (first, last) = (reading.Day(request.From, nameof(request.From), "起始日期", required: false), reading.Day(request.Until, nameof(request.Until), "截止日期", required: false));
        if (reading.Problem is { } bad) return bad;
        var until = last ?? desk.Today;
        var from = first ?? new DateOnly(until.Year, until.Month, 1);
        var homes = Scope.HomesOf(current, desk);
        var mine = desk.Db.LedgerEntries.AsNoTracking().Where(e => e.Day >= from && e.Day <= until && (homes == null || homes.Contains(e.Institution)));
        var sums = await mine.SelectMany(e => e.Postings).GroupBy(p => new { p.Debit, p.Credit }).Select(g => new { g.Key.Debit, g.Key.Credit, Fen = g.Sum(p => p.Fen) }).ToListAsync(ct);
        return new Reply(from, until,
            [.. Enum.GetValues<Account>().Select(a => new Row(a, LedgerDesk.Label(a), sums.Where(s => s.Debit == a).Sum(s => s.Fen), sums.Where(s => s.Credit == a).Sum(s => s.Fen))).Where(r => r.DebitFen != 0 || r.CreditFen != 0)],
            await mine.CountAsync(ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetTrialBalance, Request, Reply>("/ledger/trial-balance");
}

/// <summary>Which institutions the permission at work reaches, for what is kept by institution and not by row.</summary>
internal static class Scope
{
    /// <returns>Null for all.</returns>
    public static IReadOnlyCollection<string>? HomesOf(CurrentActor current, BillDesk desk)
        => current.Scope.All ? null : [.. current.Scope.Institutions, .. current.Scope.Divisions.SelectMany(desk.HomesBelow)];
}
