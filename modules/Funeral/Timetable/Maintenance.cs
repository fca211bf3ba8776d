using Anmin.Funeral.Scheduling;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Timetable;

/// <summary>停用检修: a thing nobody can use for a while, planned or broken down. Its time is a booking whose subject it is.</summary>
internal sealed class Maintenance : JournalSubject
{
    public override string SubjectKind => "funeral.maintenance";

    public required string Institution { get; init; }

    public required string Resource { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool Breakdown { get; init; }

    public required string Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static Maintenance Record(string institution, string resource, DateTimeOffset from, DateTimeOffset until, bool breakdown, string reason, string by, DateTimeOffset now)
    {
        var made = new Maintenance { Institution = institution, Resource = resource, StartsAt = from, EndsAt = until, Breakdown = breakdown, Reason = reason, RecordedBy = by, RecordedAt = now };
        made.Note(breakdown ? "thing.broken" : "thing.in-maintenance", new { resource, from, until, reason });
        return made;
    }

    public static void Map(ModelBuilder model) => model.Entity<Maintenance>(t =>
    {
        t.ToTable("funeral_maintenance", b => b.HasCheckConstraint("funeral_maintenance_order", "starts_at < ends_at"));
        t.HasKey(e => e.Id);
        t.Property(e => e.Reason).HasMaxLength(200);
        t.HasIndex(e => new { e.Resource, e.StartsAt });
    });
}
