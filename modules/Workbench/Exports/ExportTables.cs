using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

internal static class ExportTables
{
    extension(AnminDb db)
    {
        public DbSet<ListExport> ListExports => db.Set<ListExport>();

        public DbSet<ListExportPart> ListExportParts => db.Set<ListExportPart>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<ListExport>(t =>
        {
            t.ToTable("workbench_export", b =>
            {
                b.HasCheckConstraint("workbench_export_counts", "made between 0 and total and parts >= 0 and size >= 0");
                b.HasCheckConstraint("workbench_export_filter", "(filter is not null) = (state in ('Waiting', 'Running'))");
                b.HasCheckConstraint("workbench_export_kept", "(keep_until is not null) = (state in ('Ready', 'Gone'))");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.List).HasMaxLength(60);
            t.Property(e => e.Title).HasMaxLength(200);
            t.Property(e => e.Reach).HasMaxLength(2000);
            t.Property(e => e.Cursor).HasMaxLength(200);
            t.Property(e => e.Failure).HasMaxLength(500);
            t.Ignore(e => e.IsOpen);
            t.HasIndex(e => new { e.Person, e.State });
            t.HasIndex(e => new { e.State, e.Made });
            t.HasIndex(e => new { e.State, e.KeepUntil });
        });
        model.Entity<ListExportPart>(t =>
        {
            t.ToTable("workbench_export_part");
            t.HasKey(p => p.Id);
            t.Property(p => p.Id).ValueGeneratedNever();
            t.HasOne<ListExport>().WithMany().HasForeignKey(p => p.ExportId);
            t.HasIndex(p => new { p.ExportId, p.Seq }).IsUnique().HasDatabaseName("workbench_export_part_once");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["workbench_export_counts"] = KernelProblems.Changed,
        ["workbench_export_filter"] = KernelProblems.Changed,
        ["workbench_export_kept"] = KernelProblems.Changed,
        ["workbench_export_part_once"] = KernelProblems.Changed,
        ["workbench_export_part.export_id, workbench_export_part.seq"] = KernelProblems.Changed,
        ["guard_export_ended"] = WorkbenchProblems.NotOpen,
        ["guard_export_asker"] = KernelProblems.Changed,
        ["guard_export_part_late"] = WorkbenchProblems.NotOpen,
    };

    private const string Ended = "old.state not in ('Waiting', 'Running') and new.state <> old.state and not (old.state = 'Ready' and new.state = 'Gone')";
    private const string Asker = "new.person <> old.person or new.reach <> old.reach or new.list <> old.list";
    private const string Late = "exists (select 1 from workbench_export e where e.id = new.export_id and e.state in ('Failed', 'Cancelled', 'Gone'))";

    /// <summary>What has ended stays ended; nobody gets another's file or reach; no part arrives for what was given up.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "workbench_export", "update", [("guard_export_ended", Ended), ("guard_export_asker", Asker)]),
        .. GuardTriggers.Before(kind, "workbench_export_part", "insert", [("guard_export_part_late", Late)]),
    ];
}
