using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Burials.Orders;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
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

        public DbSet<BurialOrder> BurialOrders => db.Set<BurialOrder>();

        public DbSet<WorkOrder> WorkOrders => db.Set<WorkOrder>();

        public DbSet<BurialMove> BurialMoves => db.Set<BurialMove>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        MapInterment(model, vault);
        model.Entity<BurialOrder>(t =>
        {
            t.ToTable("cemetery_burial_order", b =>
            {
                b.HasCheckConstraint("cemetery_burial_order_people", "people between 1 and 500 and seat >= 1");
                b.HasCheckConstraint("cemetery_burial_order_done", "(state = 'Done') = (interment_id is not null)");
            });
            t.HasKey(o => o.Id);
            t.Ignore(o => o.IsOpen);
            t.Named(o => o.PersonName!).IsRequired();
            t.HasOne<PlotRight>().WithMany().HasForeignKey(o => o.RightId);
            t.HasOne<Position>().WithMany().HasForeignKey(o => o.PositionId);
            t.HasIndex(o => new { o.Institution, o.On, o.Half, o.Seat }).IsUnique().HasDatabaseName("cemetery_burial_order_seat").HasFilter("state <> 'Cancelled'");
            t.HasIndex(o => o.RightId);
        });
        model.Entity<WorkOrder>(t =>
        {
            t.ToTable("cemetery_work_order", b => b.HasCheckConstraint("cemetery_work_order_done", "(state = 'Done') = (done_at is not null)"));
            t.HasKey(o => o.Id);
            t.HasOne<Position>().WithMany().HasForeignKey(o => o.PositionId);
            t.HasIndex(o => o.Number).IsUnique().HasDatabaseName("cemetery_work_order_number");
            t.HasIndex(o => new { o.Institution, o.State, o.DueOn });
            t.HasIndex(o => o.BurialId);
        });
        model.Entity<BurialMove>(t =>
        {
            t.ToTable("cemetery_move", b =>
            {
                b.HasCheckConstraint("cemetery_move_two", "decided_by is null or decided_by <> asked_by");
                b.HasCheckConstraint("cemetery_move_done", "state in ('Asked') or decided_by is not null");
            });
            t.HasKey(m => m.Id);
            t.Property(m => m.Reason).HasMaxLength(500);
            t.HasOne<Interment>().WithMany().HasForeignKey(m => m.IntermentId);
            t.HasIndex(m => m.IntermentId).IsUnique().HasDatabaseName("cemetery_move_one").HasFilter("state in ('Asked', 'Approved')");
            t.HasIndex(m => new { m.Institution, m.State });
        });
    }

    private static void MapInterment(ModelBuilder model, PersonalVault vault) => model.Entity<Interment>(t =>
    {
        t.ToTable("cemetery_interment", b =>
        {
            b.HasCheckConstraint("cemetery_interment_part", "part between 0 and 9");
            b.HasCheckConstraint("cemetery_interment_removed", "(removed_on is null) = (removed_for is null)");
            b.HasCheckConstraint("cemetery_interment_two", "witness is null or witness <> interred_by");
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
        t.HasIndex(i => new { i.CremationCertificate, i.Part }).IsUnique().HasDatabaseName("cemetery_interment_certificate").HasFilter("cremation_certificate is not null and removed_on is null and ashes is null");
        t.HasIndex(i => i.Proof).IsUnique().HasDatabaseName("cemetery_interment_proof").HasFilter("proof is not null");
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
        ["cemetery_interment_two"] = BurialProblems.WitnessNeeded,
        ["cemetery_interment_certificate"] = CemeteryProblems.RestsElsewhere,
        ["cemetery_interment.cremation_certificate, cemetery_interment.part"] = CemeteryProblems.RestsElsewhere,
        ["cemetery_interment_proof"] = KernelProblems.Changed,
        ["cemetery_interment.proof"] = KernelProblems.Changed,
        ["cemetery_burial_order_people"] = BurialProblems.PeopleWrong,
        ["cemetery_burial_order_done"] = BurialProblems.OrderOver,
        ["cemetery_burial_order_seat"] = BurialProblems.NoCapacity,
        ["cemetery_burial_order.institution, cemetery_burial_order.on, cemetery_burial_order.half, cemetery_burial_order.seat"] = BurialProblems.NoCapacity,
        ["cemetery_work_order_done"] = BurialProblems.WorkUnstarted,
        ["cemetery_work_order_number"] = KernelProblems.Changed,
        ["cemetery_work_order.number"] = KernelProblems.Changed,
        ["cemetery_move_two"] = BurialProblems.MoveSecond,
        ["cemetery_move_done"] = BurialProblems.MoveUndecided,
        ["cemetery_move_one"] = BurialProblems.MoveOpen,
        ["cemetery_move.interment_id"] = BurialProblems.MoveOpen,
        ["guard_interment_room"] = CemeteryProblems.NoRoom,
        ["guard_interment_right"] = CemeteryProblems.NotActive,
        ["guard_interment_whole"] = CemeteryProblems.RestsElsewhere,
        ["guard_interment_term"] = BurialProblems.TermIsOver,
        ["guard_interment_kept"] = CemeteryProblems.RemovedAlready,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_interment", "insert",
        [
            ("guard_interment_room", "new.removed_on is null and (select count(*) from cemetery_interment i where i.position_id = new.position_id and i.removed_on is null) >= (select p.capacity from cemetery_position p where p.id = new.position_id)"),
            ("guard_interment_right", "new.removed_on is null and not exists (select 1 from cemetery_right r where r.id = new.right_id and r.position_id = new.position_id and r.state = 'Active')"),
            // an old register tells what was done then; only what the desk records today is judged
            ("guard_interment_term", "new.removed_on is null and new.witness is not null and exists (select 1 from cemetery_right r where r.id = new.right_id and r.term_until < new.interred_on)"),
            ("guard_interment_whole", "new.removed_on is null and new.person_id_index is not null and exists (select 1 from cemetery_interment i where i.person_id_index = new.person_id_index and i.removed_on is null and (i.part = 0 or new.part = 0))"),
        ]),
        .. GuardTriggers.Before(kind, "cemetery_interment", "update",
            [("guard_interment_kept", "new.position_id <> old.position_id or new.right_id <> old.right_id or new.person_name <> old.person_name or coalesce(new.ashes, '') <> coalesce(old.ashes, '') or old.removed_on is not null")]),
    ];
}
