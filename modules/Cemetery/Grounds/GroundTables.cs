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
        const string gone = "update cemetery_section set total = total - 1, free = free - case when old.state = 'Available' then 1 else 0 end where id = old.section_id";
        const string changed = "update cemetery_section set free = free + case when new.state = 'Available' then 1 else 0 end - case when old.state = 'Available' then 1 else 0 end where id = new.section_id";
        // as Spots says it: centres nearer than the shorter side of the smaller one, were it twice as long as wide. No side is longer than ten metres.
        const string overlaps = "new.x is not null and exists (select 1 from cemetery_position p where p.section_id = new.section_id and p.x is not null and p.x between new.x - 1000 and new.x + 1000 and p.y between new.y - 1000 and new.y + 1000 and p.layer = new.layer and p.id <> new.id and 2 * (cast(p.x - new.x as bigint) * (p.x - new.x) + cast(p.y - new.y as bigint) * (p.y - new.y)) < case when coalesce(p.area_cm2, 0) < coalesce(new.area_cm2, 0) then coalesce(p.area_cm2, 0) else coalesce(new.area_cm2, 0) end)";
        return
        [
            .. CemeteryGuards.Triggers(kind, "cemetery_position", "insert", [("guard_position_apart", overlaps)]),
            .. CemeteryGuards.Triggers(kind, "cemetery_position", "update of x, y, area_cm2", [("guard_position_moved", overlaps)]),
            .. CemeteryGuards.Triggers(kind, "cemetery_position", "update of section_id, \"row\", layer, \"number\", code", [("guard_position_kept", "new.section_id <> old.section_id or new.\"row\" <> old.\"row\" or new.layer <> old.layer or new.\"number\" <> old.\"number\" or new.code <> old.code")]),
            .. Count(kind, "insert", "count_position_added", added, null), .. Count(kind, "delete", "count_position_gone", gone, null),
            .. Count(kind, "update of state", "count_position_changed", changed, "(new.state = 'Available') <> (old.state = 'Available')"),
        ];
    }

    private static string[] Count(DatabaseKind kind, string act, string name, string statement, string? when) => kind == DatabaseKind.Sqlite
        ?
        [
            $"drop trigger if exists {name}",
            $"create trigger {name} after {act} on cemetery_position {(when is null ? "" : "when " + when)} begin {statement}; end",
        ]
        :
        [
            $"create or replace function {name}() returns trigger language plpgsql as $$ begin {statement}; return null; end $$",
            $"create or replace trigger {name} after {act} on cemetery_position for each row {(when is null ? "" : $"when ({when})")} execute function {name}()",
        ];
}
