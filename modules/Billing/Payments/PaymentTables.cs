using Anmin.Billing.Bills;
using Anmin.Billing.Tills;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Payments;

internal static class PaymentTables
{
    extension(AnminDb db)
    {
        public DbSet<Payment> Payments => db.Set<Payment>();
        public DbSet<Receipt> Receipts => db.Set<Receipt>();
        public DbSet<ChannelCall> ChannelCalls => db.Set<ChannelCall>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Payment>(t =>
        {
            t.ToTable("billing_payment", b =>
            {
                b.HasCheckConstraint("billing_payment_amount", "amount_fen > 0 and (handed_fen is null or handed_fen >= amount_fen)");
                b.HasCheckConstraint("billing_payment_paid", "(state in ('Paid', 'Excess')) = (paid_at is not null)");
                b.HasCheckConstraint("billing_payment_till", "(way = 'Cash') = (till_id is not null)");
                b.HasCheckConstraint("billing_payment_trade", "way <> 'Scan' or state in ('Pending', 'Closed') or trade is not null");
            });
            t.HasKey(p => p.Id);
            t.Property(p => p.Id).ValueGeneratedNever();
            t.HasIndex(p => p.Number).IsUnique().HasDatabaseName("billing_payment_number");
            t.HasIndex(p => p.Trade).IsUnique().HasDatabaseName("billing_payment_trade_once").HasFilter("trade is not null");
            t.HasIndex(p => p.BillId, "billing_payment_one_pending").IsUnique().HasDatabaseName("billing_payment_one_pending").HasFilter("state = 'Pending'");
            t.HasIndex(p => new { p.Institution, p.PaidAt });
            t.HasOne<Bill>().WithMany().HasForeignKey(p => p.BillId);
            t.HasOne<Till>().WithMany().HasForeignKey(p => p.TillId);
        });
        model.Entity<Receipt>(t =>
        {
            t.ToTable("billing_receipt", b => b.HasCheckConstraint("billing_receipt_amount", "amount_fen > 0")).AppendOnly();
            t.HasKey(r => r.Number);
            t.Property(r => r.Number).HasMaxLength(60);
            t.HasIndex(r => r.Source).IsUnique().HasDatabaseName("billing_receipt_source");
            t.HasIndex(r => r.BillId);
            t.HasOne<Bill>().WithMany().HasForeignKey(r => r.BillId);
        });
        model.Entity<ChannelCall>(t =>
        {
            t.ToTable("billing_channel_call").AppendOnly();
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.Order);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_payment_amount"] = BillProblems.MoreThanOpen,
        ["billing_payment_trade_once"] = PaymentProblems.TradeUsed,
        ["billing_payment.trade"] = PaymentProblems.TradeUsed,
        ["billing_payment_one_pending"] = PaymentProblems.ScanOpen,
        ["billing_payment.bill_id"] = PaymentProblems.ScanOpen,
        ["PK_billing_receipt"] = PaymentProblems.ReceiptUsed,
        ["billing_receipt.number"] = PaymentProblems.ReceiptUsed,
        ["billing_receipt_source"] = PaymentProblems.ReceiptUsed,
        ["billing_receipt.source"] = PaymentProblems.ReceiptUsed,
        ["guard_payment_kept"] = PaymentProblems.Kept,
        ["guard_payment_paid"] = PaymentProblems.Kept,
        ["guard_payment_deleted"] = PaymentProblems.Kept,
        ["guard_payment_due"] = BillProblems.MoreThanOpen,
        ["guard_payment_due_new"] = BillProblems.MoreThanOpen,
        ["guard_payment_till"] = TillProblems.Closed,
    };

    private const string Due = "new.state = 'Paid' and (select b.due_fen from billing_bill b where b.id = new.bill_id) < new.amount_fen + coalesce((select sum(p.amount_fen) from billing_payment p where p.bill_id = new.bill_id and p.state = 'Paid' and p.id <> new.id), 0)";

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "billing_payment", "insert",
        [
            ("guard_payment_due_new", Due),
            ("guard_payment_till", "new.till_id is not null and exists (select 1 from billing_till t where t.id = new.till_id and t.closed_at is not null)"),
        ]),
        .. GuardTriggers.Before(kind, "billing_payment", "update",
        [
            ("guard_payment_kept", "new.bill_id <> old.bill_id or new.amount_fen <> old.amount_fen or new.number <> old.number or new.way <> old.way or new.cashier <> old.cashier or coalesce(new.institution, '') <> coalesce(old.institution, '')"),
            ("guard_payment_paid", "old.state in ('Paid', 'Excess')"),
            ("guard_payment_due", Due),
        ]),
        .. GuardTriggers.Before(kind, "billing_payment", "delete", [("guard_payment_deleted", "1 = 1")]),
    ];
}

/// <summary>Every way a payment refuses.</summary>
internal static class PaymentProblems
{
    public static readonly Problem WayForScan = new("billing.payment.scan-way", "扫码收款要先出收款码。请点“出收款码”。", ProblemKind.Invalid, "Way");
    public static readonly Problem ReferenceMissing = new("billing.payment.reference", "银行卡和转账要填凭证号，方便对账。请填写凭证号。", ProblemKind.Invalid, "Reference");
    public static readonly Problem HandedTooLittle = new("billing.payment.handed", "收到的现金比应收少。请核对，或者改收款金额。", ProblemKind.Invalid, "Handed");
    public static readonly Problem ScanOpen = new("billing.payment.scan-open", "这份清单已经出了收款码，还没有付。请等对方付款，或者先作废收款码。", ProblemKind.Conflict);
    public static readonly Problem NoScan = new("billing.payment.no-scan", "没有等待付款的收款码。请刷新后再看。", ProblemKind.Conflict);
    public static readonly Problem TradeUsed = new("billing.payment.trade-used", "这个渠道流水号已经记在另一笔收款上。请核对渠道对账文件。", ProblemKind.Conflict);
    public static readonly Problem ReceiptUsed = new("billing.receipt.used", "这个收据号已经用过，收款没有办成。请刷新后重试。", ProblemKind.Conflict);
    public static readonly Problem Kept = new("billing.payment.kept", "已经收的款不能改。多收的请办退费。", ProblemKind.Conflict);
    public static readonly Problem Forged = new("billing.channel.forged", "签名不符，这条通知没有采用。请核对渠道密钥。", ProblemKind.Denied);
    public static readonly Problem UnknownOrder = new("billing.channel.unknown-order", "没有这个单号的收款。请核对商户单号。");
    public static readonly Problem OtherAmount = new("billing.channel.amount", "金额与收款码不一致，没有入账。请人工核对这一笔。");
    public static readonly Problem OtherCurrency = new("billing.channel.currency", "币种不是人民币，没有入账。请人工核对这一笔。");
    public static readonly Problem OtherTrade = new("billing.channel.trade", "同一个单号来了另一个流水号，没有入账。请人工核对这一笔。");
    public static readonly Problem NoReceipt = new("billing.receipt.none", "没有查到这张收据。请核对收据号。", ProblemKind.NotFound);
}
