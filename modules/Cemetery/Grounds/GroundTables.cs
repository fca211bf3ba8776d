using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds;

/// <summary>Tables of grounds, sections and positions, and what they alone refuse.</summary>
internal static class GroundTables
{
    extension(AnminDb db)
    {
        public DbSet<Ground> Grounds => db.Set<Ground>();

        public DbSet<Section> Sections => db.Set<Section>();

        public DbSet<Position> Positions => db.Set<Position>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Ground>(t =>
        {
            t.ToTable("cemetery_ground");
            t.HasKey(g => g.Id);
        });
        model.Entity<Section>(t =>
        {
            t.ToTable("cemetery_section", b => b.HasCheckConstraint("cemetery_section_counts", "free >= 0 and free <= total"));
            t.HasKey(s => s.Id);
            t.Ignore(s => s.IsEco);
            t.HasIndex(s => new { s.Institution, s.Code }).IsUnique().HasDatabaseName("cemetery_section_code");
        });
        model.Entity<Position>(t =>
        {
            t.ToTable("cemetery_position", b =>
            {
                b.HasCheckConstraint("cemetery_position_sizes", "capacity between 1 and 100000 and coalesce(area_cm2, 0) >= 0 and coalesce(stone_height_cm, 0) >= 0 and coalesce(hardened_cm2, 0) >= 0");
                b.HasCheckConstraint("cemetery_position_blocked", "(state = 'Blocked') = (blocked_for is not null)");
            });
            t.HasKey(p => p.Id);
            t.Property(p => p.Id).ValueGeneratedNever();
            t.Property(p => p.Version).IsConcurrencyToken();
            t.Ignore(p => p.IsFree);
            t.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId);
            t.HasIndex(p => p.Code).IsUnique().HasDatabaseName("cemetery_position_code");
            // two positions in one place: by name, and by what the plan shows
            t.HasIndex(p => new { p.SectionId, p.Row, p.Layer, p.Number }).IsUnique().HasDatabaseName("cemetery_position_once");
            t.HasIndex(p => new { p.SectionId, p.X, p.Y, p.Layer }).IsUnique().HasDatabaseName("cemetery_position_spot").HasFilter("x is not null");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_section_code"] = CemeteryProblems.SectionTwice,
        ["cemetery_section.institution, cemetery_section.code"] = CemeteryProblems.SectionTwice,
        ["cemetery_section_counts"] = KernelProblems.Changed,
        ["cemetery_position_sizes"] = CemeteryProblems.SizesWrong,
        ["cemetery_position_blocked"] = CemeteryProblems.BlockedReason,
        ["cemetery_position_code"] = CemeteryProblems.PositionTwice,
        ["cemetery_position.code"] = CemeteryProblems.PositionTwice,
        ["cemetery_position_once"] = CemeteryProblems.PositionTwice,
        ["cemetery_position.section_id, cemetery_position.row, cemetery_position.layer, cemetery_position.number"] = CemeteryProblems.PositionTwice,
        ["cemetery_position_spot"] = CemeteryProblems.SpotTaken,
        ["cemetery_position.section_id, cemetery_position.x, cemetery_position.y, cemetery_position.layer"] = CemeteryProblems.SpotTaken,
        ["guard_position_apart"] = CemeteryProblems.SpotTaken,
        ["guard_position_moved"] = CemeteryProblems.SpotTaken,
        ["guard_position_kept"] = GroundsProblems.NameKept,
    };

    /// <summary>Keep a section's counts: one row touched a change, whatever the size of the ground.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind)
    {
        const string added = "update cemetery_section set total = total + 1, free = free + case when new.state = 'Available' then 1 else 0 end where id = new.section_id";
        const string addedAtOnce = "update cemetery_section set total = total + a.n, free = free + a.open from (select section_id, count(*) as n, count(*) filter (where state = 'Available') as open from added group by section_id) a where id = a.section_id";
        const string gone = "update cemetery_section set total = total - 1, free = free - case when old.state = 'Available' then 1 else 0 end where id = old.section_id";
        const string changed = "update cemetery_section set free = free + case when new.state = 'Available' then 1 else 0 end - case when old.state = 'Available' then 1 else 0 end where id = new.section_id";
        return
        [
            .. GuardTriggers.Before(kind, "cemetery_position", "insert", [("guard_position_apart", Overlaps)]),
            .. GuardTriggers.Before(kind, "cemetery_position", "update of x, y, area_cm2", [("guard_position_moved", Overlaps)]),
            .. GuardTriggers.Before(kind, "cemetery_position", "update of section_id, \"row\", layer, \"number\", code", [("guard_position_kept", "new.section_id <> old.section_id or new.\"row\" <> old.\"row\" or new.layer <> old.layer or new.\"number\" <> old.\"number\" or new.code <> old.code")]),
            .. kind == DatabaseKind.Sqlite ? CemeteryGuards.AfterEach(kind, "count_position_added", "insert", "cemetery_position", null, [added]) : CemeteryGuards.AfterAll("count_position_added", "insert", "cemetery_position", [addedAtOnce]),
            .. CemeteryGuards.AfterEach(kind, "count_position_gone", "delete", "cemetery_position", null, [gone]),
            .. CemeteryGuards.AfterEach(kind, "count_position_changed", "update of state", "cemetery_position", "(new.state = 'Available') <> (old.state = 'Available')", [changed]),
        ];
    }

    /// <summary>
    /// As <see cref="Spots"/> says it: centres nearer than the shorter side of the smaller one, were it twice as long as wide. That side is below the square root of half the new one's own area,
    /// so the index gives the few that stand within <see cref="Reach"/>, not a whole neighbourhood. What has no area covers nothing; the same centre is refused by index.
    /// </summary>
    private const string Overlaps = $"new.x is not null and new.area_cm2 > 0 and exists (select 1 from cemetery_position p where p.section_id = new.section_id and p.x is not null and p.x between new.x - {Reach} and new.x + {Reach} and p.y between new.y - {Reach} and new.y + {Reach} and p.layer = new.layer and p.id <> new.id and 2 * (cast(p.x - new.x as bigint) * (p.x - new.x) + cast(p.y - new.y as bigint) * (p.y - new.y)) < case when coalesce(p.area_cm2, 0) < new.area_cm2 then coalesce(p.area_cm2, 0) else new.area_cm2 end)";

    /// <summary>In cm, never less than √(area ÷ 2); no side is longer than ten metres.</summary>
    private const string Reach = "case when new.area_cm2 <= 20000 then 100 when new.area_cm2 <= 80000 then 200 when new.area_cm2 <= 500000 then 500 else 1000 end";
}
