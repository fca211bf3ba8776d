using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Tills;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Refunds;

internal enum RefundState { Asked, Given, Refused }

/// <summary>退费: one cashier asks with a reason, another decides; never more than the payment brought, by trigger. Amounts in 分.</summary>
internal sealed class Refund : IOwnedByUnit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid BillId { get; init; }

    public required Guid PaymentId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    /// <summary>A column of its own, for the data scope.</summary>
    public string? OpenedBy
    {
        get => AskedBy;
        private init { }
    }

    public string? Origin
    {
        get => Institution;
        private init { }
    }

    public required long AmountFen { get; init; }

    public required string Reason { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public RefundState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; private set; }

    /// <summary>The drawer the cash went out of; only of cash that was given.</summary>
    public Guid? TillId { get; private set; }

    public Outcome<Done> Give(Guid? till, Actor by, DateTimeOffset now)
    {
        if (State != RefundState.Asked) return RefundProblems.Decided;
        if (by.Id == AskedBy) return RefundProblems.SameTwo;
        (State, DecidedBy, DecidedAt, TillId) = (RefundState.Given, by.Id, now, till);
        return Done.It;
    }

    public Outcome<Done> Refuse(string why, Actor by, DateTimeOffset now)
    {
        if (State != RefundState.Asked) return RefundProblems.Decided;
        if (by.Id == AskedBy) return RefundProblems.SameTwo;
        (State, DecidedBy, DecidedAt, Answer) = (RefundState.Refused, by.Id, now, why);
        return Done.It;
    }
}

internal static class RefundTables
{
    extension(AnminDb db)
    {
        public DbSet<Refund> Refunds => db.Set<Refund>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Refund>(t =>
    {
        t.ToTable("billing_refund", b =>
        {
            b.HasCheckConstraint("billing_refund_two", "decided_by is null or decided_by <> asked_by");
            b.HasCheckConstraint("billing_refund_amount", "amount_fen > 0");
            b.HasCheckConstraint("billing_refund_decided", "(state = 'Asked') = (decided_by is null) and (state = 'Asked') = (decided_at is null) and (state = 'Refused') = (answer is not null)");
        });
        t.HasKey(r => r.Id);
        t.Property(r => r.Id).ValueGeneratedNever();
        t.HasIndex(r => new { r.Institution, r.State, r.AskedAt });
        t.HasIndex(r => r.PaymentId).IsUnique().HasDatabaseName("billing_refund_one_asked").HasFilter("state = 'Asked'");
        t.HasOne<Bill>().WithMany().HasForeignKey(r => r.BillId);
        t.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId);
        t.HasOne<Till>().WithMany().HasForeignKey(r => r.TillId);
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_refund_two"] = RefundProblems.SameTwo,
        ["billing_refund_one_asked"] = RefundProblems.Asked,
        ["billing_refund.payment_id"] = RefundProblems.Asked,
        ["guard_refund_new"] = RefundProblems.Kept,
        ["guard_refund_paid"] = BillProblems.MoreThanPaid,
        ["guard_refund_kept"] = RefundProblems.Kept,
        ["guard_refund_deleted"] = RefundProblems.Kept,
        ["guard_refund_till"] = TillProblems.Closed,
    };

    private const string Paid = "new.amount_fen + coalesce((select sum(r.amount_fen) from billing_refund r where r.payment_id = new.payment_id and r.state = 'Given' and r.id <> new.id), 0) > coalesce((select p.amount_fen from billing_payment p where p.id = new.payment_id and p.bill_id = new.bill_id and p.state in ('Paid', 'Excess')), 0)";

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        // asked for first, given by another afterwards: no row begins as given
        .. GuardTriggers.Before(kind, "billing_refund", "insert", [("guard_refund_new", "new.state <> 'Asked' or " + Paid)]),
        .. GuardTriggers.Before(kind, "billing_refund", "update",
        [
            ("guard_refund_paid", "new.state = 'Given' and " + Paid),
            ("guard_refund_kept", "old.state <> 'Asked' or new.amount_fen <> old.amount_fen or new.payment_id <> old.payment_id or new.bill_id <> old.bill_id or new.asked_by <> old.asked_by"),
            ("guard_refund_till", "new.till_id is not null and exists (select 1 from billing_till t where t.id = new.till_id and t.closed_at is not null)"),
        ]),
        .. GuardTriggers.Before(kind, "billing_refund", "delete", [("guard_refund_deleted", "1 = 1")]),
    ];
}

internal static class RefundProblems
{
    public static readonly Problem None = new("billing.refund.none", "没有查到这笔退费。请从收费页面重新打开。", ProblemKind.NotFound);
    public static readonly Problem NoPayment = new("billing.refund.no-payment", "没有查到可以退的收款。请刷新后再选。", ProblemKind.NotFound, "PaymentId");
    public static readonly Problem SameTwo = new("billing.refund.same-two", "退费要由另一位收费员复核。请换人办理。");
    public static readonly Problem Asked = new("billing.refund.asked", "这笔收款已经有一笔退费在等复核。请先复核那一笔。", ProblemKind.Conflict);
    public static readonly Problem Decided = new("billing.refund.decided", "这笔退费已经复核过。请刷新后再看。", ProblemKind.Conflict);
    public static readonly Problem Kept = new("billing.refund.kept", "复核过的退费不能改。请另办一笔。", ProblemKind.Conflict);
    public static readonly Problem Amount = new("billing.refund.amount", "请填写大于零的退费金额。", ProblemKind.Invalid, "Amount");
}
