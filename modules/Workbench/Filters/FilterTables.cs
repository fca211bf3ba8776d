using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Filters;

internal static class FilterTables
{
    extension(AnminDb db)
    {
        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();

        public DbSet<PreferredFilter> PreferredFilters => db.Set<PreferredFilter>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<SavedFilter>(t =>
        {
            t.ToTable("workbench_filter", b =>
            {
                b.HasCheckConstraint("workbench_filter_query", "query like '?%'");
                b.HasCheckConstraint("workbench_filter_shared", "shared = false or institution is not null");
            });
            t.HasKey(f => f.Id);
            t.Property(f => f.Id).ValueGeneratedNever();
            t.Property(f => f.Page).HasMaxLength(100);
            t.Property(f => f.Name).HasMaxLength(SavedFilter.MostName);
            t.Property(f => f.Query).HasMaxLength(SavedFilter.MostQuery);
            t.HasIndex(f => new { f.Person, f.Page, f.Name }).IsUnique().HasDatabaseName("workbench_filter_name");
            t.HasIndex(f => new { f.Institution, f.Page });
        });
        model.Entity<PreferredFilter>(t =>
        {
            t.ToTable("workbench_filter_preferred");
            t.HasKey(p => new { p.Person, p.Page });
            t.Property(p => p.Page).HasMaxLength(100);
            t.HasOne<SavedFilter>().WithMany().HasForeignKey(p => p.FilterId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["workbench_filter_query"] = KernelProblems.Changed,
        ["workbench_filter_shared"] = FilterProblems.NoInstitution,
        ["workbench_filter_name"] = FilterProblems.NameTaken,
        ["workbench_filter.person, workbench_filter.page, workbench_filter.name"] = FilterProblems.NameTaken,
    };
}
