using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Reservations;

/// <summary>Table of reservations and what keeps two of them apart: an exclusion constraint on PostgreSQL, triggers on SQLite.</summary>
internal static class ReservationTables
{
    private const string Blocking = "('Held', 'Confirmed', 'InUse', 'Released')";

    extension(AnminDb db)
    {
        public DbSet<Reservation> Reservations => db.Set<Reservation>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Reservation>(t =>
    {
        t.ToTable("booking_reservation", b =>
        {
            b.HasCheckConstraint("booking_reservation_order", "starts_at <= ends_at and ends_at <= clear_at");
            b.HasCheckConstraint("booking_reservation_hold", "state <> 'Held' or held_until is not null");
        });
        t.HasKey(e => e.Id);
        t.Property(e => e.Remark).HasMaxLength(300);
        t.Property(e => e.EndReason).HasMaxLength(300);
        t.Ignore(e => e.Blocks).Ignore(e => e.Told);
        t.HasIndex(e => new { e.Resource, e.StartsAt });
        t.HasIndex(e => new { e.Institution, e.StartsAt });
        t.HasIndex(e => e.Subject);
        t.HasIndex(e => e.HeldUntil).HasDatabaseName("booking_reservation_held").HasFilter("state = 'Held'");
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["guard_booking_once"] = BookingProblems.Taken,
        ["booking_reservation_order"] = BookingProblems.TimesReversed,
        ["booking_reservation_hold"] = BookingProblems.HoldLapsed,
    };

    public static IEnumerable<string> Guards(DatabaseKind database) => database == DatabaseKind.Postgres
        ?
        [
            "create extension if not exists btree_gist",
            $"""
            do $$ begin
              if not exists (select 1 from pg_constraint where conname = 'guard_booking_once') then
                alter table booking_reservation add constraint guard_booking_once
                  exclude using gist (resource with =, tstzrange(starts_at, clear_at) with &&) where (state in {Blocking});
              end if;
            end $$
            """,
        ]
        : [.. Trigger("insert", "insert"), .. Trigger("update", "update of state, resource, starts_at, clear_at")];

    private static string[] Trigger(string name, string act) =>
    [
        $"drop trigger if exists guard_booking_once_{name}",
        $"""
        create trigger guard_booking_once_{name} before {act} on booking_reservation when new.state in {Blocking} begin
          select raise(abort, 'guard_booking_once') where exists (
            select 1 from booking_reservation r
            where r.resource = new.resource and r.id <> new.id and r.state in {Blocking} and r.starts_at < new.clear_at and new.starts_at < r.clear_at);
        end
        """,
    ];
}
