using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

internal static class BulkTables
{
    extension(AnminDb db)
    {
        public DbSet<BulkRun> BulkRuns => db.Set<BulkRun>();

        public DbSet<BulkLine> BulkLines => db.Set<BulkLine>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<BulkRun>(t =>
        {
            t.ToTable("workbench_bulk", b =>
            {
                b.HasCheckConstraint("workbench_bulk_counts", "good >= 0 and refused >= 0 and good + refused <= total and taken_back >= 0 and stuck >= 0 and taken_back + stuck <= good");
                b.HasCheckConstraint("workbench_bulk_choices", "choices is not null or state in ('Ended', 'Stopped', 'Undone')");
                b.HasCheckConstraint("workbench_bulk_ended", "(ended_at is null) = (state in ('Waiting', 'Running'))");
            });
            t.HasKey(r => r.Id);
            t.Property(r => r.Id).ValueGeneratedNever();
            t.Property(r => r.Action).HasMaxLength(60);
            t.Property(r => r.Title).HasMaxLength(60);
            t.Property(r => r.Unit).HasMaxLength(20);
            t.Property(r => r.Reach).HasMaxLength(2000);
            t.Ignore(r => r.IsOpen);
            t.HasIndex(r => new { r.Person, r.State });
            t.HasIndex(r => new { r.State, r.Id });
            t.HasIndex(r => r.UndoUntil);
        });
        model.Entity<BulkLine>(t =>
        {
            t.ToTable("workbench_bulk_line");
            t.HasKey(l => l.Id);
            t.Property(l => l.Id).ValueGeneratedNever();
            t.Property(l => l.Number).HasMaxLength(BulkLine.MostNumber);
            t.Property(l => l.Href).HasMaxLength(200);
            t.Property(l => l.Says).HasMaxLength(BulkLine.MostSays);
            t.HasOne<BulkRun>().WithMany().HasForeignKey(l => l.RunId);
            t.HasIndex(l => new { l.RunId, l.Seq }).IsUnique().HasDatabaseName("workbench_bulk_line_seq");
            t.HasIndex(l => new { l.RunId, l.Subject }).IsUnique().HasDatabaseName("workbench_bulk_line_once");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["workbench_bulk_counts"] = KernelProblems.Changed,
        ["workbench_bulk_choices"] = KernelProblems.Changed,
        ["workbench_bulk_ended"] = KernelProblems.Changed,
        ["workbench_bulk_line_seq"] = KernelProblems.Changed,
        ["workbench_bulk_line.run_id, workbench_bulk_line.seq"] = KernelProblems.Changed,
        ["workbench_bulk_line_once"] = KernelProblems.Changed,
        ["workbench_bulk_line.run_id, workbench_bulk_line.subject"] = KernelProblems.Changed,
        ["guard_bulk_asker"] = KernelProblems.Changed,
        ["guard_bulk_ended"] = BulkProblems.NotRunning,
        ["guard_bulk_line_decided"] = KernelProblems.Changed,
        ["guard_bulk_line_kept"] = KernelProblems.Changed,
    };

    private const string Asker = "new.person <> old.person or new.reach <> old.reach or new.action <> old.action or new.total <> old.total";
    private const string Ended = "(old.state in ('Ended', 'Stopped') and new.state not in (old.state, 'Undoing')) or (old.state = 'Undoing' and new.state not in ('Undoing', 'Undone')) or (old.state = 'Undone' and new.state <> 'Undone')";
    private const string Decided = "new.subject <> old.subject or new.run_id <> old.run_id or (old.state in ('Refused', 'Undone', 'Stuck') and new.state <> old.state) or (old.state = 'Good' and new.state not in ('Good', 'Undone', 'Stuck')) or (old.state = 'Waiting' and new.state in ('Undone', 'Stuck'))";

    /// <summary>Nobody acts with another's reach; what has ended is not begun again; what a row became stays, but for being undone once.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "workbench_bulk", "update", [("guard_bulk_asker", Asker), ("guard_bulk_ended", Ended)]),
        .. GuardTriggers.Before(kind, "workbench_bulk_line", "update", [("guard_bulk_line_decided", Decided)]),
        .. GuardTriggers.Before(kind, "workbench_bulk_line", "delete", [("guard_bulk_line_kept", "true")]),
    ];
}
