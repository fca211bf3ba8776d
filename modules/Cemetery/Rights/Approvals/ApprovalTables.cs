using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Approvals;

internal static class ApprovalTables
{
    extension(AnminDb db)
    {
        public DbSet<RightApproval> RightApprovals => db.Set<RightApproval>();
    }

    public static void Map(ModelBuilder model) => model.Entity<RightApproval>(t =>
    {
        t.ToTable("cemetery_exception", b =>
        {
            b.HasCheckConstraint("cemetery_exception_two", "decided_by is null or decided_by <> asked_by");
            b.HasCheckConstraint("cemetery_exception_decided", "(state = 'Asked') = (decided_by is null) and (state = 'Asked') = (decided_at is null) and (state <> 'Refused' or answer is not null)");
            b.HasCheckConstraint("cemetery_exception_used", "(state = 'Used') = (used_at is not null)");
        });
        t.HasKey(a => a.Id);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(a => a.RightId);
        t.HasIndex(a => new { a.RightId, a.Matter }).IsUnique().HasDatabaseName("cemetery_exception_open").HasFilter("state in ('Asked', 'Approved')");
        t.HasIndex(a => new { a.Institution, a.State, a.AskedAt });
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_exception_two"] = RightProblems.ExceptionTwo,
        ["cemetery_exception_decided"] = RightProblems.ExceptionAnswer,
        ["cemetery_exception_used"] = RightProblems.ExceptionUsed,
        ["cemetery_exception_open"] = RightProblems.ExceptionOpen,
        ["cemetery_exception.right_id, cemetery_exception.matter"] = RightProblems.ExceptionOpen,
        ["guard_exception_new"] = CemeteryProblems.ExceptionUnapproved,
        ["guard_exception_kept"] = RightProblems.ExceptionDecided,
        ["guard_exception_once"] = RightProblems.ExceptionUsed,
    };

    /// <summary>Begins as asked; decided once; used once.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_exception", "insert", [("guard_exception_new", "new.state <> 'Asked'")]),
        .. GuardTriggers.Before(kind, "cemetery_exception", "update",
        [
            ("guard_exception_kept", "new.right_id <> old.right_id or new.matter <> old.matter or new.evidence <> old.evidence or new.asked_by <> old.asked_by or old.state = 'Refused' or (old.state = 'Approved' and new.state <> 'Used') or (old.decided_by is not null and new.decided_by <> old.decided_by)"),
            ("guard_exception_once", "old.state = 'Used' or (new.state = 'Used' and old.state <> 'Approved')"),
        ]),
    ];
}
