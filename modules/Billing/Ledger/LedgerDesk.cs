using Anmin.Billing.Bills;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Ledger;

/// <summary>What each event of money becomes in the ledger. The one place where entries are made.</summary>
internal static class LedgerDesk
{
    public static Account Of(Payments.PayWay way) => way switch
    {
        Payments.PayWay.Cash => Account.Cash,
        Payments.PayWay.Card => Account.Card,
        Payments.PayWay.Transfer => Account.Bank,
        _ => Account.Scan,
    };

    private static Account Of(ItemClass of) => of switch
    {
        ItemClass.Basic => Account.BasicIncome,
        ItemClass.Optional => Account.OptionalIncome,
        _ => Account.GoodsIncome,
    };

    /// <summary>Income by class against what the family owes and what a policy pays for.</summary>
    public static void Settle(BillDesk desk, Bill bill, BillEdition edition)
    {
        var entry = Entry(desk, bill.Institution!, EntryKind.Settlement, bill.Id, bill.Id);
        foreach (var of in edition.Lines.GroupBy(l => l.Class).OrderBy(g => g.Key))
        {
            var relief = -of.Where(l => l.Kind == LineKind.Relief).Sum(l => l.AmountFen);
            entry.Post(Account.Receivable, Of(of.Key), of.Where(l => l.Kind == LineKind.Charge).Sum(l => l.AmountFen) - relief).Post(Account.ReliefClaim, Of(of.Key), relief);
        }
        desk.Db.Add(entry);
    }

    public static void Pay(BillDesk desk, Bill bill, Payments.Payment payment)
        => desk.Db.Add(Entry(desk, bill.Institution!, EntryKind.Payment, payment.Id, bill.Id).Post(Of(payment.Way), Account.Receivable, payment.AmountFen));

    /// <summary>Money of the channel that no bill is open for.</summary>
    public static void Excess(BillDesk desk, Bill bill, Payments.Payment payment)
        => desk.Db.Add(Entry(desk, bill.Institution!, EntryKind.Excess, payment.Id, bill.Id).Post(Of(payment.Way), Account.Unallocated, payment.AmountFen));

    public static void GiveBack(BillDesk desk, Bill bill, Payments.Payment payment, Refunds.Refund refund)
        => desk.Db.Add(Entry(desk, bill.Institution!, EntryKind.Refund, refund.Id, bill.Id)
            .Post(payment.State == Payments.PaymentState.Excess ? Account.Unallocated : Account.RefundGiven, Of(payment.Way), refund.AmountFen));

    /// <param name="fen">Counted less booked: negative where money is short.</param>
    public static void Differ(BillDesk desk, string institution, Guid till, long fen)
        => desk.Db.Add(Entry(desk, institution, EntryKind.TillDifference, till, null).Post(Account.Cash, Account.CashDifference, fen));

    private static LedgerEntry Entry(BillDesk desk, string institution, EntryKind kind, Guid source, Guid? bill) => new()
    {
        Institution = institution,
        Day = desk.Today,
        Kind = kind,
        Source = source,
        BillId = bill,
        By = desk.By.Id,
        At = desk.Now,
    };

    public static string Label(Account of) => of switch
    {
        Account.Cash => "库存现金",
        Account.Card => "银行卡待清算",
        Account.Bank => "银行存款",
        Account.Scan => "扫码待清算",
        Account.Receivable => "应收服务费",
        Account.ReliefClaim => "应收减免资金",
        Account.Unallocated => "暂收款",
        Account.BasicIncome => "基础项目收入",
        Account.OptionalIncome => "非基础项目收入",
        Account.GoodsIncome => "用品收入",
        Account.RefundGiven => "退费",
        _ => "现金长短款",
    };
}
