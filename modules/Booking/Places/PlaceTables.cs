using Anmin.Booking.Slots;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Places;

internal static class PlaceTables
{
    /// <summary>What a sealed phone is bound to.</summary>
    public const string PhoneColumn = "booking_place.Phone";

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<SlotPlan>(t =>
        {
            t.ToTable("booking_slot_plan");
            t.HasKey(p => p.Id);
        });
        model.Entity<Slot>(t =>
        {
            t.ToTable("booking_slot", b =>
            {
                b.HasCheckConstraint("booking_slot_remaining", "remaining >= 0 and remaining <= capacity");
                b.HasCheckConstraint("booking_slot_order", "until > \"from\"");
            });
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasIndex(s => s.Serial).IsUnique().HasDatabaseName("booking_slot_serial");
            t.HasIndex(s => new { s.Plan, s.From }).IsUnique().HasDatabaseName("booking_slot_once");
            t.HasIndex(s => new { s.Institution, s.Date });
        });
        model.Entity<Place>(t =>
        {
            t.ToTable("booking_place", b =>
            {
                b.HasCheckConstraint("booking_place_people", "people > 0");
                b.HasCheckConstraint("booking_place_end", "(state = 'Booked') = (ended_at is null)");
            });
            t.HasKey(p => new { p.SlotId, p.Ordinal });
            t.Sealed(p => p.Phone, vault);
            t.HasIndex(p => p.Key).IsUnique().HasDatabaseName("booking_place_key");
            t.HasIndex(nameof(Place.SlotId), Sealing.IndexColumn(nameof(Place.Phone))).IsUnique().HasDatabaseName("booking_place_phone").HasFilter("state = 'Booked'");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["booking_slot_remaining"] = PlaceProblems.Full(0),
        ["booking_place_key"] = Kernel.Commands.KernelProblems.KeyReused,
        ["booking_place.key"] = Kernel.Commands.KernelProblems.KeyReused,
        ["booking_place_phone"] = PlaceProblems.PhoneTwice,
        ["booking_place.slot_id, booking_place.phone_index"] = PlaceProblems.PhoneTwice,
        ["guard_place_kept"] = PlaceProblems.Kept,
        ["guard_place_ended"] = PlaceProblems.Kept,
        ["guard_slot_kept"] = PlaceProblems.Kept,
        ["guard_place_slot"] = PlaceProblems.NoSlot,
    };

    /// <summary>
    /// A place is not taken away, what was booked is not rewritten, and an ended one stays as it ended. That its slot is there is looked at once
    /// for a whole batch: a foreign key asks row by row, which cost twice the insert itself (9 µs of 14 on PostgreSQL 15).
    /// </summary>
    public static IEnumerable<string> Guards(DatabaseKind database)
    {
        const string Kept = "new.slot_id <> old.slot_id or new.ordinal <> old.ordinal or new.key <> old.key or new.people <> old.people or new.booked_at <> old.booked_at or new.booked_by <> old.booked_by or new.batch <> old.batch or new.line <> old.line";
        if (database == DatabaseKind.Sqlite)
        {
            foreach (var (name, act, table, when, code) in ((string, string, string, string, string)[])
            [
                ("booking_place_kept", "delete", "booking_place", "1", "guard_place_kept"),
                ("booking_slot_kept", "delete", "booking_slot", "1", "guard_slot_kept"),
                ("booking_place_facts", "update", "booking_place", Kept, "guard_place_kept"),
                ("booking_place_slot", "insert", "booking_place", "not exists (select 1 from booking_slot s where s.id = new.slot_id)", "guard_place_slot"),
                ("booking_place_ended", "update", "booking_place", "old.state <> 'Booked'", "guard_place_ended"),
            ])
            {
                yield return $"drop trigger if exists {name}";
                yield return $"create trigger {name} before {act} on {table} when {when} begin select raise(abort, '{code}'); end";
            }
            yield break;
        }
        yield return """
            create or replace function booking_place_guard() returns trigger language plpgsql as
            $$ begin raise exception '%', tg_argv[0] using errcode = 'AN001'; end $$
            """;
        yield return """
            create or replace function booking_place_slots() returns trigger language plpgsql as
            $$ begin
              if exists (select slot_id from added except select id from booking_slot where id in (select slot_id from added)) then raise exception 'guard_place_slot' using errcode = 'AN001'; end if;
              return null;
            end $$
            """;
        yield return "create or replace trigger booking_place_slot after insert on booking_place referencing new table as added for each statement execute function booking_place_slots()";
        yield return "create or replace trigger booking_place_kept before delete on booking_place for each row execute function booking_place_guard('guard_place_kept')";
        yield return "create or replace trigger booking_slot_kept before delete on booking_slot for each row execute function booking_place_guard('guard_slot_kept')";
        yield return $"create or replace trigger booking_place_facts before update on booking_place for each row when ({Kept}) execute function booking_place_guard('guard_place_kept')";
        yield return "create or replace trigger booking_place_ended before update on booking_place for each row when (old.state <> 'Booked') execute function booking_place_guard('guard_place_ended')";
    }
}

internal static class PlaceSets
{
    extension(AnminDb db)
    {
        public DbSet<SlotPlan> SlotPlans => db.Set<SlotPlan>();
        public DbSet<Slot> Slots => db.Set<Slot>();
        public DbSet<Place> PlacesTaken => db.Set<Place>();
    }
}
