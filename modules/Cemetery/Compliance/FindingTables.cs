using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

internal static class FindingTables
{
    extension(AnminDb db)
    {
        public DbSet<Finding> Findings => db.Set<Finding>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Finding>(t =>
    {
        t.ToTable("cemetery_finding", b =>
        {
            b.HasCheckConstraint("cemetery_finding_two", "seconded_by is null or proposed_by is null or seconded_by <> proposed_by");
            b.HasCheckConstraint("cemetery_finding_judged", "(state = 'Raised') = (seconded_by is null)");
        });
        t.HasKey(f => f.Id);
        t.HasOne<Position>().WithMany().HasForeignKey(f => f.PositionId);
        // raised once while its facts last, however often it is computed
        t.HasIndex(f => new { f.Rule, f.PositionId }).IsUnique().HasDatabaseName("cemetery_finding_once").HasFilter("cleared_on is null");
        t.HasIndex(f => f.PositionId);
        t.HasIndex(f => new { f.Institution, f.ClearedOn, f.Rule });
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_finding_two"] = ComplianceProblems.SamePerson,
        ["cemetery_finding_judged"] = ComplianceProblems.Judged,
        ["cemetery_finding_once"] = KernelProblems.Changed,
        ["cemetery_finding.rule, cemetery_finding.position_id"] = KernelProblems.Changed,
    };
}
