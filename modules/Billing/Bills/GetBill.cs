using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>A bill with all that a person at the counter, or the family, looks at.</summary>
/// <param name="Before">The signed edition that charges are compared with; null before the first signature.</param>
internal sealed record BillView(
    Guid Id, string Number, BillState State, CaseCard About, string Home, DateOnly ServiceDay, BillEdition Edition, BillEdition? Before, BillView.Sign? Signed, BillView.Sign? QuotedSign,
    long PaidFen, long RefundedFen, IReadOnlyList<Payment> Payments, IReadOnlyList<Receipt> Receipts, IReadOnlyList<Refund> Refunds, IReadOnlyList<ChargeAttempt> Tried, DateTimeOffset Now)
{
    public sealed record Sign(int Edition, string Name, DateTimeOffset At, SigningWay Way);

    public long OpenFen => Edition.DueFen - PaidFen;

    /// <summary>The asker's word for what the bill is about.</summary>
    public string Kind { get; init; } = Bill.OfCase;

    public bool OfCase => Kind == Bill.OfCase;

    /// <summary>A charge with what is taken off it.</summary>
    public sealed record Row(BillLine Charge, long ReliefFen, BillLine? Was)
    {
        public long DueFen => Charge.AmountFen - ReliefFen;
    }

    /// <summary>Charges of one class, each with its reliefs and its line in the first signed edition.</summary>
    public IReadOnlyList<Row> RowsOf(Pricing.ItemClass of) =>
        [.. Edition.Lines.Where(l => l.Kind == LineKind.Charge && l.Class == of).OrderBy(l => l.Line).Select(l => new Row(l,
            -Edition.Lines.Where(r => r.Kind == LineKind.Relief && r.Of == l.Line).Sum(r => r.AmountFen),
            Before?.Lines.Find(b => b.Kind == LineKind.Charge && b.Item == l.Item && b.Detail == l.Detail)))];

    public IReadOnlyList<BillLine> Reliefs => [.. Edition.Lines.Where(l => l.Kind == LineKind.Relief).OrderBy(l => l.Line)];

    /// <summary>What the first signed edition had and this one has not.</summary>
    public IReadOnlyList<BillLine> Dropped => Before is null ? [] : [.. Before.Lines.Where(b => b.Kind == LineKind.Charge && !Edition.Lines.Exists(l => l.Kind == LineKind.Charge && l.Item == b.Item && l.Detail == b.Detail))];
}

/// <summary>看费用清单 at the counter.</summary>
internal sealed class GetBill(BillDesk desk) : IQuestion<GetBill.Request, BillView>
{
    public sealed record Request(Guid Id);

    public Permission Permission => BillingPermissions.ReadBills;

    public async Task<Outcome<BillView>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var bill, out var problem)) return problem;
        return await desk.HeadAsync(bill, ct) is { } about ? await BillViews.OfAsync(desk, bill, about, ct) : BillProblems.NoCase;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetBill, Request, BillView>("/bills/{id:guid}");
}

internal static class BillViews
{
    public static async Task<Outcome<BillView>> OfAsync(BillDesk desk, Bill bill, CaseCard about, CancellationToken ct)
    {
        if (!(await desk.EditionAsync(bill, ct)).Try(out var edition, out var problem)) return problem;
        BillEdition? before = null;
        if (bill.QuotedEdition is { } quoted && quoted != bill.Edition && !(await desk.EditionAsync(bill, ct, quoted)).Try(out before, out problem)) return problem;
        var signed = await desk.Db.BillSignatures.AsNoTracking().Where(s => s.BillId == bill.Id).OrderBy(s => s.Edition).ToListAsync(ct);
        return new BillView(
            bill.Id, bill.Number, bill.State, about, desk.Institution(bill.Institution)?.Name ?? "", bill.ServiceDay, edition, bill.QuotedEdition is null ? null : before ?? edition,
            signed.Where(s => s.Edition == bill.Edition).Select(Sign).FirstOrDefault(), signed.Where(s => s.Edition == bill.QuotedEdition).Select(Sign).FirstOrDefault(), bill.PaidFen, bill.RefundedFen,
            await desk.Db.Payments.AsNoTracking().Where(p => p.BillId == bill.Id).OrderBy(p => p.AskedAt).ToListAsync(ct),
            await desk.Db.Receipts.AsNoTracking().Where(r => r.BillId == bill.Id).OrderBy(r => r.IssuedAt).ToListAsync(ct),
            await desk.Db.Refunds.AsNoTracking().Where(r => r.BillId == bill.Id).OrderBy(r => r.AskedAt).ToListAsync(ct),
            await desk.Db.ChargeAttempts.AsNoTracking().Where(a => a.Subject == bill.Subject).OrderBy(a => a.At).ToListAsync(ct), desk.Now)
        { Kind = bill.Kind };
    }

    private static BillView.Sign Sign(BillSignature s) => new(s.Edition, s.SignerName?.Text ?? "", s.At, s.Way);
}
