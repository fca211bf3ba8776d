using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Waivers;

/// <summary>低保, 特困, other hardship with evidence.</summary>
internal enum Hardship { Dibao, Tekun, Other }

internal enum WaiverState { Asked, Granted, Refused }

/// <summary>减免申请: so many years of maintenance for a family in hardship. Asked by one, decided by another.</summary>
internal sealed class FeeWaiver : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public required int Years { get; init; }

    public required Hardship Hardship { get; init; }

    /// <summary>Name and number of the paper that was seen.</summary>
    public required string Evidence { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public WaiverState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Answer { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? Until { get; private set; }

    public long Fen { get; private set; }

    public int Version { get; private set; }

    public Outcome<Done> Decide(bool grant, string? answer, Actor by, DateTimeOffset now)
    {
        if (State != WaiverState.Asked) return FeeProblems.WaiverDecided;
        if (by.Id == AskedBy) return FeeProblems.WaiverSame;
        (State, DecidedBy, DecidedAt, Answer) = (grant ? WaiverState.Granted : WaiverState.Refused, by.Id, now, answer);
        return Done.It;
    }

    public void Cover(DateOnly from, DateOnly until, long fen) => (From, Until, Fen) = (from, until, fen);
}

internal static class WaiverTables
{
    extension(AnminDb db)
    {
        public DbSet<FeeWaiver> FeeWaivers => db.Set<FeeWaiver>();
    }

    public static void Map(ModelBuilder model) => model.Entity<FeeWaiver>(t =>
    {
        t.ToTable("cemetery_fee_waiver", b =>
        {
            b.HasCheckConstraint("cemetery_fee_waiver_two", "decided_by is null or decided_by <> asked_by");
            b.HasCheckConstraint("cemetery_fee_waiver_sound", "years > 0 and fen >= 0 and (state = 'Asked') = (decided_by is null)");
        });
        t.HasKey(w => w.Id);
        t.Property(w => w.Id).ValueGeneratedNever();
        t.Property(w => w.Version).IsConcurrencyToken();
        t.Property(w => w.Evidence).HasMaxLength(200);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(w => w.RightId);
        t.HasIndex(w => w.RightId).IsUnique().HasDatabaseName("cemetery_fee_waiver_one").HasFilter("state = 'Asked'");
        t.HasIndex(w => new { w.Institution, w.State });
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_fee_waiver_two"] = FeeProblems.WaiverSame,
        ["cemetery_fee_waiver_sound"] = FeeProblems.WaiverDecided,
        ["cemetery_fee_waiver_one"] = FeeProblems.WaiverOpen,
        ["cemetery_fee_waiver.right_id"] = FeeProblems.WaiverOpen,
    };
}
