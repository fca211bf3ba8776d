using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups;

/// <summary>Tables of groups and sign-ups, and what they alone refuse.</summary>
internal static class GroupTables
{
    private const string Living = "state = 'SignedUp'";

    extension(AnminDb db)
    {
        public DbSet<EcoBurialGroup> EcoBurialGroups => db.Set<EcoBurialGroup>();

        public DbSet<GroupSeat> GroupSeats => db.Set<GroupSeat>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<EcoBurialGroup>(t =>
        {
            t.ToTable("cemetery_group", b =>
            {
                b.HasCheckConstraint("cemetery_group_numbers", "most_persons between 1 and 500 and most_relatives between 0 and 5000");
                b.HasCheckConstraint("cemetery_group_room", "signed between 0 and most_persons");
                b.HasCheckConstraint("cemetery_group_relatives", "relatives between 0 and most_relatives");
                b.HasCheckConstraint("cemetery_group_held", "(state = 'Held') = (held_at is not null)");
                b.HasCheckConstraint("cemetery_group_two", "held_at is null or (recorded_by is not null and witness is not null and recorded_by <> witness)");
            });
            t.HasKey(g => g.Id);
            t.Ignore(g => g.IsOver);
            t.Property(g => g.Remark).HasMaxLength(500);
            t.HasOne<Position>().WithMany().HasForeignKey(g => g.PositionId);
            t.HasIndex(g => g.Number).IsUnique().HasDatabaseName("cemetery_group_number");
            t.HasIndex(g => new { g.Institution, g.State, g.DepartsAt });
        });
        model.Entity<GroupSeat>(t =>
        {
            t.ToTable("cemetery_group_seat", b =>
            {
                b.HasCheckConstraint("cemetery_group_seat_laid", "(state = 'Laid') = (interment_id is not null)");
                b.HasCheckConstraint("cemetery_group_seat_who", "part between 0 and 9 and companions between 0 and 50 and (ashes is not null or cremation_certificate is not null)");
            });
            t.HasKey(s => s.Id);
            t.Named(s => s.PersonName!).IsRequired();
            t.Named(s => s.ContactName!).IsRequired();
            t.Sealed(s => s.PersonId, vault);
            t.Sealed(s => s.ContactPhone, vault);
            t.HasOne<EcoBurialGroup>().WithMany().HasForeignKey(s => s.GroupId);
            t.HasOne<Interment>().WithMany().HasForeignKey(s => s.IntermentId);
            t.HasMany(s => s.Names).WithOne().HasForeignKey(n => n.SeatId);
            t.HasIndex(s => s.Ashes).IsUnique().HasDatabaseName("cemetery_group_seat_ashes").HasFilter($"ashes is not null and {Living}");
            t.HasIndex(Sealing.IndexColumn(nameof(GroupSeat.PersonId)), nameof(GroupSeat.Part)).IsUnique().HasDatabaseName("cemetery_group_seat_person").HasFilter($"person_id_index is not null and {Living}");
            t.HasIndex(s => s.CremationCertificate).IsUnique().HasDatabaseName("cemetery_group_seat_certificate").HasFilter($"cremation_certificate is not null and ashes is null and {Living}");
            t.HasIndex(s => s.GroupId);
            t.HasIndex(Sealing.IndexColumn(nameof(GroupSeat.ContactPhone)));
        });
        model.Entity<GroupCompanion>(t =>
        {
            t.ToTable("cemetery_group_companion");
            t.HasKey(n => n.Id);
            t.Property(n => n.Id).ValueGeneratedNever();
            t.Named(n => n.Name!).IsRequired();
            t.HasIndex(n => new { n.SeatId, n.Ordinal }).IsUnique().HasDatabaseName("cemetery_group_companion_once");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_group_numbers"] = GroupProblems.NumbersWrong,
        ["cemetery_group_room"] = GroupProblems.Full,
        ["cemetery_group_relatives"] = GroupProblems.RelativesFull,
        ["cemetery_group_held"] = GroupProblems.Over,
        ["cemetery_group_two"] = GroupProblems.WitnessNeeded,
        ["cemetery_group_number"] = KernelProblems.Changed,
        ["cemetery_group.number"] = KernelProblems.Changed,
        ["cemetery_group_seat_laid"] = GroupProblems.SeatOver,
        ["cemetery_group_seat_who"] = BurialProblems.CertificateNeeded,
        ["cemetery_group_seat_ashes"] = GroupProblems.SignedUp,
        ["cemetery_group_seat.ashes"] = GroupProblems.SignedUp,
        ["cemetery_group_seat_person"] = GroupProblems.SignedUp,
        ["cemetery_group_seat.person_id_index, cemetery_group_seat.part"] = GroupProblems.SignedUp,
        ["cemetery_group_seat_certificate"] = GroupProblems.SignedUp,
        ["cemetery_group_seat.cremation_certificate"] = GroupProblems.SignedUp,
        ["cemetery_group_companion_once"] = KernelProblems.Changed,
        ["cemetery_group_companion.seat_id, cemetery_group_companion.ordinal"] = KernelProblems.Changed,
        ["guard_group_over"] = GroupProblems.Over,
        ["guard_seat_open"] = GroupProblems.NotOpen,
        ["guard_seat_whole"] = GroupProblems.SignedUp,
        ["guard_seat_rests"] = CemeteryProblems.RestsElsewhere,
        ["guard_seat_kept"] = GroupProblems.SeatOver,
        ["guard_interment_group"] = GroupProblems.SignedUpElsewhere,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_group", "update",
            [("guard_group_over", "old.state in ('Held', 'Cancelled') and (new.state <> old.state or new.departs_at <> old.departs_at or new.position_id <> old.position_id or coalesce(new.witness, '') <> coalesce(old.witness, '') or coalesce(new.recorded_by, '') <> coalesce(old.recorded_by, ''))")]),
        .. GuardTriggers.Before(kind, "cemetery_group_seat", "insert",
        [
            ("guard_seat_open", "not exists (select 1 from cemetery_group g where g.id = new.group_id and g.state = 'Open')"),
            ("guard_seat_whole", "exists (select 1 from cemetery_group_seat s where s.person_id_index = new.person_id_index and s.state = 'SignedUp' and (s.part = 0 or new.part = 0))"),
            ("guard_seat_rests", $"exists (select 1 from cemetery_interment i where i.removed_on is null and i.kind <> 'Deposit' and {Same("i", "new")})"),
        ]),
        .. GuardTriggers.Before(kind, "cemetery_group_seat", "update",
            [("guard_seat_kept", "old.state <> 'SignedUp' or new.group_id <> old.group_id or coalesce(new.ashes, '') <> coalesce(old.ashes, '') or new.companions <> old.companions")]),
        // who has signed up for a journey is not laid to rest anywhere else meanwhile; a niche on deposit until the day is
        .. GuardTriggers.Before(kind, "cemetery_interment", "insert",
            [("guard_interment_group", $"new.removed_on is null and new.kind <> 'Deposit' and exists (select 1 from cemetery_group_seat s join cemetery_group g on g.id = s.group_id where s.state = 'SignedUp' and g.position_id <> new.position_id and {Same("s", "new")})")]),
        .. CemeteryGuards.AfterEach(kind, "count_seat_taken", "insert", "cemetery_group_seat", null, ["update cemetery_group set signed = signed + 1, relatives = relatives + new.companions where id = new.group_id"]),
        .. CemeteryGuards.AfterEach(kind, "count_seat_given_back", "update of state", "cemetery_group_seat", "new.state = 'Withdrawn' and old.state = 'SignedUp'", ["update cemetery_group set signed = signed - 1, relatives = relatives - new.companions where id = new.group_id"]),
    ];

    /// <summary>The same container, the same person with the same part or the whole, or the same paper from elsewhere.</summary>
    private static string Same(string a, string b) =>
        $"({a}.ashes = {b}.ashes or ({a}.person_id_index = {b}.person_id_index and ({a}.part = {b}.part or {a}.part = 0 or {b}.part = 0)) or ({a}.ashes is null and {b}.ashes is null and {a}.cremation_certificate = {b}.cremation_certificate))";
}
