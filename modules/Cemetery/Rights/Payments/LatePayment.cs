using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Payments;

/// <summary>款到位已放开: money for a contract that could no longer take it. It stands here until its refund is asked for; nothing is lost and nothing is sold twice.</summary>
internal sealed class LatePayment : IOwnedByUnit
{
    private LatePayment()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid RightId { get; private init; }

    public Guid BillId { get; private init; }

    /// <summary>分.</summary>
    public long Fen { get; private init; }

    public DateTimeOffset PaidAt { get; private init; }

    /// <summary>Why the right could not take it, as people read it.</summary>
    public string Reason { get; private init; } = "";

    public DateTimeOffset? RefundAskedAt { get; private set; }

    public string? RefundAskedBy { get; private set; }

    public string? Remark { get; private set; }

    public static LatePayment Of(PlotRight right, Guid bill, long fen, DateTimeOffset paidAt, string reason) => new()
    {
        Division = right.Division,
        Institution = right.Institution,
        OpenedBy = right.SignedBy,
        Origin = right.Institution,
        RightId = right.Id,
        BillId = bill,
        Fen = fen,
        PaidAt = paidAt,
        Reason = reason,
    };

    public Outcome<Done> AskRefund(string remark, Actor by, DateTimeOffset now)
    {
        if (RefundAskedAt is not null) return RightProblems.LateSettled;
        (RefundAskedAt, RefundAskedBy, Remark) = (now, by.Id, remark);
        return Done.It;
    }
}

internal static class LatePaymentTables
{
    extension(AnminDb db)
    {
        public DbSet<LatePayment> LatePayments => db.Set<LatePayment>();
    }

    public static void Map(ModelBuilder model) => model.Entity<LatePayment>(t =>
    {
        t.ToTable("cemetery_late_payment", b =>
        {
            b.HasCheckConstraint("cemetery_late_payment_amount", "fen >= 0");
            b.HasCheckConstraint("cemetery_late_payment_asked", "(refund_asked_at is null) = (refund_asked_by is null)");
        });
        t.HasKey(p => p.Id);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(p => p.RightId);
        t.HasIndex(p => p.BillId).IsUnique().HasDatabaseName("cemetery_late_payment_bill");
        t.HasIndex(p => new { p.Institution, p.RefundAskedAt });
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_late_payment_amount"] = CemeteryProblems.AmountWrong,
        ["cemetery_late_payment_asked"] = RightProblems.LateSettled,
        ["cemetery_late_payment_bill"] = RightProblems.LateSettled,
        ["cemetery_late_payment.bill_id"] = RightProblems.LateSettled,
        ["guard_late_payment_kept"] = RightProblems.LateSettled,
        ["guard_late_payment_deleted"] = RightProblems.LateSettled,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_late_payment", "update", [("guard_late_payment_kept", "new.fen <> old.fen or new.bill_id <> old.bill_id or new.right_id <> old.right_id or old.refund_asked_at is not null")]),
        .. GuardTriggers.Before(kind, "cemetery_late_payment", "delete", [("guard_late_payment_deleted", "1 = 1")]),
    ];
}
