using System.Globalization;
using Anmin.Billing.Lists;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>
/// 费用清单 for what is no funeral case. The asker has opened its subject within its own scope, or stands at a public page after checking who it is;
/// the bill belongs to the institution of the wish, whose counter takes the money.
/// </summary>
internal sealed class OtherBills(BillDesk desk, PriceBook prices) : IBills
{
    private const string Why = "其他业务按自己的编号查费用清单";

    public async Task<Outcome<BillDrawn>> DrawAsync(BillWish wish, CancellationToken ct)
    {
        if (wish.Kind is Bill.OfCase or "") throw new ArgumentException("A case has its own way.", nameof(wish));
        var bill = await FindAsync(desk.Db, wish.Subject, wish.Kind, ct);
        if (bill is not null && bill.Institution != wish.Institution) return BillProblems.NoBill;
        var day = bill?.ServiceDay ?? wish.ServiceDay;
        if (!(await prices.InForceAsync(wish.Institution, day, ct)).Try(out var list, out var problem)) return problem;
        var about = new CaseCard(wish.Subject, wish.SubjectNumber, wish.Payer.Text, "", wish.Lines.Max(l => l.Age), wish.Lines.Any(l => l.Infectious), wish.Division, wish.Institution, []);
        if (!BillPricing.Of(list, [.. wish.Lines.Select(WishOf)], about).Try(out var priced, out problem)) return problem;
        if (priced.Tried is [var tried, ..]) return tried.Kind == AttemptKind.OffList ? ListProblems.OffList(tried.Item) : tried.Problem;
        if (bill is null)
        {
            if (!(await desk.NumberAsync("bill", wish.Institution, ct)).Try(out var number, out problem)) return problem;
            bill = Bill.Draw(new(number, wish.Subject, wish.SubjectNumber, wish.Division, wish.Institution, day, wish.Kind), desk.By, desk.Now);
            desk.Db.Add(bill);
        }
        bill.PaidBy(wish.Payer, wish.PayerPhone);
        if (!bill.Revise(priced.Lines, [], bill.State == BillState.Signed ? "按新的申请重新出具" : null, desk.By, desk.Now).Try(out var edition, out problem)) return problem;
        desk.Db.Add(edition);
        return new BillDrawn(bill.Id, bill.Number, edition.DueFen, list.Code,
            [.. priced.Lines.Select(l => new PricedItem(l.Item, l.Name, l.Unit, l.AmountFen, l.Derivation, l.List, l.Source))]);
    }

    public async Task<BillStanding?> FindAsync(Guid subject, string kind, CancellationToken ct)
        => await FindAsync(desk.Db, subject, kind, ct) is { } b ? new BillStanding(b.Id, b.Number, b.State.ToString(), b.DueFen, b.PaidFen, b.RefundedFen) : null;

    /// <summary>Tracked, so that what the asker does twice in one commit is one bill.</summary>
    public static async Task<Bill?> FindAsync(AnminDb db, Guid subject, string kind, CancellationToken ct)
        => db.Bills.Local.FirstOrDefault(b => b.Subject == subject && b.Kind == kind) ?? await db.AcrossScopes<Bill>(Why).FirstOrDefaultAsync(b => b.Subject == subject && b.Kind == kind, ct);

    private static LineWish WishOf(PriceAsked asked)
        => new(asked.Item, asked.Quantity.ToString(CultureInfo.InvariantCulture), Yuan(asked.AgreedFen), asked.Choice, asked.Kilometres?.ToString(CultureInfo.InvariantCulture), asked.Floor?.ToString(CultureInfo.InvariantCulture), asked.Lift, Yuan(asked.CostFen));

    private static string? Yuan(long? fen) => fen is { } amount ? (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;
}
