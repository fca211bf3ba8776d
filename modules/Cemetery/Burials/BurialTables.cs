using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <summary>Tables of interments, and what they alone refuse.</summary>
internal static class BurialTables
{
    extension(AnminDb db)
    {
        public DbSet<Interment> Interments => db.Set<Interment>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<Interment>(t =>
    {
        t.ToTable("cemetery_interment", b =>
        {
            b.HasCheckConstraint("cemetery_interment_part", "part between 0 and 9");
            b.HasCheckConstraint("cemetery_interment_removed", "(removed_on is null) = (removed_for is null)");
            b.HasCheckConstraint("cemetery_interment_scattered", "kind <> 'Scattered' or removed_on is null");
        });
        t.HasKey(i => i.Id);
        t.Ignore(i => i.Rests);
        t.Named(i => i.PersonName!).IsRequired();
        t.Sealed(i => i.PersonId, vault);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(i => i.RightId);
        t.HasOne<Position>().WithMany().HasForeignKey(i => i.PositionId);
        t.HasIndex(i => i.Ashes).IsUnique().HasDatabaseName("cemetery_interment_ashes").HasFilter("ashes is not null and removed_on is null");
        t.HasIndex(Sealing.IndexColumn(nameof(Interment.PersonId)), nameof(Interment.Part)).IsUnique().HasDatabaseName("cemetery_interment_person").HasFilter("person_id_index is not null and removed_on is null");
        t.HasIndex(i => i.PositionId).HasDatabaseName("cemetery_interment_resting").HasFilter("removed_on is null");
        t.HasIndex(i => i.RightId);
        t.HasIndex(i => i.PersonName);
        t.HasIndex(i => i.Initials);
        t.HasIndex(i => i.CaseId);
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_interment_part"] = CemeteryProblems.PartWrong,
        ["cemetery_interment_removed"] = CemeteryProblems.RemovedAlready,
        ["cemetery_interment_scattered"] = CemeteryProblems.NothingToMove,
        ["cemetery_interment_ashes"] = CemeteryProblems.RestsElsewhere,
        ["cemetery_interment.ashes"] = CemeteryProblems.RestsElsewhere,
        ["cemetery_interment_person"] = CemeteryProblems.RestsElsewhere,
        ["cemetery_interment.person_id_index, cemetery_interment.part"] = CemeteryProblems.RestsElsewhere,
        ["guard_interment_room"] = CemeteryProblems.NoRoom,
        ["guard_interment_right"] = CemeteryProblems.NotActive,
        ["guard_interment_whole"] = CemeteryProblems.RestsElsewhere,
        ["guard_interment_kept"] = CemeteryProblems.RemovedAlready,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. CemeteryGuards.Triggers(kind, "cemetery_interment", "insert",
        [
            ("guard_interment_room", "new.removed_on is null and (select count(*) from cemetery_interment i where i.position_id = new.position_id and i.removed_on is null) >= (select p.capacity from cemetery_position p where p.id = new.position_id)"),
            ("guard_interment_right", "new.removed_on is null and not exists (select 1 from cemetery_right r where r.id = new.right_id and r.position_id = new.position_id and r.state = 'Active')"),
            ("guard_interment_whole", "new.removed_on is null and new.person_id_index is not null and exists (select 1 from cemetery_interment i where i.person_id_index = new.person_id_index and i.removed_on is null and (i.part = 0 or new.part = 0))"),
        ]),
        .. CemeteryGuards.Triggers(kind, "cemetery_interment", "update",
            [("guard_interment_kept", "new.position_id <> old.position_id or new.right_id <> old.right_id or new.person_name <> old.person_name or coalesce(new.ashes, '') <> coalesce(old.ashes, '') or old.removed_on is not null")]),
    ];
}
