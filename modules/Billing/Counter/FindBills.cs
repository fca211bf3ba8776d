using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Counter;

/// <summary>收费台: bills that wait, by state; what was taken today; and cases found by number or name, with or without a bill.</summary>
internal sealed class FindBills(BillDesk desk) : IQuestion<FindBills.Request, FindBills.Reply>
{
    public const int Most = 50;

    /// <param name="Show">due (signed or settled, money outstanding), unsigned, paid, refunds; due where empty.</param>
    /// <param name="Q">Case number, bill number, beginning of a name or its initials; of a bill about no case the contract's number, the payer's name or its initials.</param>
    public sealed record Request(string? Show = null, string? Q = null);

    /// <summary>分.</summary>
    /// <param name="BillId">Null for a case that has no bill yet.</param>
    public sealed record Row(Guid CaseId, Guid? BillId, string? Number, string CaseNumber, string? Name, BillState? State, int Edition, long DueFen, long OpenFen, long ReliefFen, DateTimeOffset? At, bool ScanOpen, bool RefundAsked, string Kind = Bill.OfCase)
    {
        public bool OfCase => Kind == Bill.OfCase;
    }

    public sealed record Way(PayWay Of, int Count, long Fen);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Due, int Unsigned, int Refunds, IReadOnlyList<Way> Today, DateTimeOffset Now, bool Cut);

    public Permission Permission => BillingPermissions.ReadBills;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var from = LocalClock.Instant(desk.Today.ToDateTime(TimeOnly.MinValue), desk.Zone);
        var bills = desk.Db.Bills.AsNoTracking();
        var refunds = desk.Db.Refunds.AsNoTracking().Where(r => r.State == RefundState.Asked);
        var today = await desk.Db.Payments.AsNoTracking().Where(p => p.PaidAt >= from).GroupBy(p => p.Way).Select(g => new Way(g.Key, g.Count(), g.Sum(p => p.AmountFen))).ToListAsync(ct);
        var due = await bills.CountAsync(b => b.State == BillState.Signed || b.State == BillState.Settled, ct);
        var unsigned = await bills.CountAsync(b => b.State == BillState.Quoted, ct);
        var asked = await refunds.CountAsync(ct);
        IReadOnlyList<Row> rows;
        if (request.Q?.Trim() is { Length: > 0 and <= 60 } q) rows = await SearchAsync(q, ct);
        else
        {
            var shown = request.Show switch
            {
                "unsigned" => bills.Where(b => b.State == BillState.Quoted),
                "paid" => bills.Where(b => b.State == BillState.Paid),
                "refunds" => bills.Where(b => refunds.Any(r => r.BillId == b.Id)),
                _ => bills.Where(b => b.State == BillState.Signed || b.State == BillState.Settled),
            };
            rows = await RowsAsync(await shown.OrderByDescending(b => b.Id).Take(Most + 1).ToListAsync(ct), null, ct);
        }
        return new Reply([.. rows.Take(Most)], due, unsigned, asked, today, desk.Now, rows.Count > Most);
    }

    private async Task<IReadOnlyList<Row>> SearchAsync(string q, CancellationToken ct)
    {
        var upper = q.ToUpperInvariant();
        if (await desk.Db.Bills.AsNoTracking().FirstOrDefaultAsync(b => b.Number == upper, ct) is { } exact) return await RowsAsync([exact], null, ct);
        var (initials, name) = (q.ToLowerInvariant(), PersonName.Parse(q).Value);
        var others = await desk.Db.Bills.AsNoTracking().Where(b => b.Kind != Bill.OfCase && (b.SubjectNumber == upper || b.PayerInitials == initials || (name != null && b.PayerName == name))).OrderByDescending(b => b.Id).Take(20).ToListAsync(ct);
        var cases = await desk.Cases.SearchAsync(q, 20, ct);
        var ids = cases.Select(c => c.Id).ToList();
        var bills = await desk.Db.Bills.AsNoTracking().Where(b => ids.Contains(b.Subject)).ToListAsync(ct);
        var rows = await RowsAsync([.. others, .. bills], cases, ct);
        return [.. rows, .. cases.Where(c => !bills.Exists(b => b.Subject == c.Id)).Select(c => new Row(c.Id, null, null, c.Number, c.Name, null, 0, 0, 0, 0, null, false, false))];
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Bill> bills, IReadOnlyList<CaseCard>? cases, CancellationToken ct)
    {
        var (ids, subjects) = (bills.ConvertAll(b => b.Id), bills.ConvertAll(b => b.Subject));
        var known = (cases ?? await desk.Cases.OfAsync(subjects, ct)).ToDictionary(c => c.Id);
        var scans = await desk.Db.Payments.AsNoTracking().Where(p => ids.Contains(p.BillId) && p.State == PaymentState.Pending).Select(p => p.BillId).ToListAsync(ct);
        var asked = await desk.Db.Refunds.AsNoTracking().Where(r => ids.Contains(r.BillId) && r.State == RefundState.Asked).Select(r => r.BillId).ToListAsync(ct);
        return [.. bills.Select(b => new Row(b.Subject, b.Id, b.Number, b.SubjectNumber, b.Kind == Bill.OfCase ? known.GetValueOrDefault(b.Subject)?.Name : b.PayerName?.Text, b.State, b.Edition, b.DueFen, b.OpenFen, b.ReliefFen, b.DrawnAt, scans.Contains(b.Id), asked.Contains(b.Id), b.Kind))];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBills, Request, Reply>("/bills");
}
