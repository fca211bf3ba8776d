using Anmin.Cemetery.Rights;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>领取: who took ashes from their niche, and on whose word. Append-only.</summary>
internal sealed class DepositCollection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    public required PersonName Receiver { get; init; }

    public required string Relation { get; init; }

    /// <summary>What the depositor signed for somebody else to come; null where they came themselves.</summary>
    public string? Authorisation { get; init; }

    public required string By { get; init; }

    public required string Witness { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Tables of deposits, and what they alone refuse.</summary>
internal static class DepositTables
{
    extension(AnminDb db)
    {
        public DbSet<DepositClaim> DepositClaims => db.Set<DepositClaim>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<DepositClaim>(t =>
        {
            t.ToTable("cemetery_claim", b =>
            {
                b.HasCheckConstraint("cemetery_claim_two", "approved_by is null or (proposed_by is not null and approved_by <> proposed_by)");
                b.HasCheckConstraint("cemetery_claim_clock", "announced_at is null or (announced_until is not null and announced_at >= unclaimed_at)");
                b.HasCheckConstraint("cemetery_claim_announced", "proposed_at is null or (announced_until is not null and proposed_at >= announced_until)");
                b.HasCheckConstraint("cemetery_claim_disposed", "(state = 'Disposed') = (approved_by is not null) and (state <> 'Disposed' or place is not null)");
            });
            t.HasKey(c => c.Id);
            t.Ignore(c => c.IsOpen);
            t.Property(c => c.Proposal).HasMaxLength(500);
            t.HasOne<PlotRight>().WithMany().HasForeignKey(c => c.RightId);
            t.HasIndex(c => c.RightId).IsUnique().HasDatabaseName("cemetery_claim_one").HasFilter("state in ('Notified', 'Announced', 'Proposed')");
            t.HasIndex(c => c.AnnouncedUntil);
        });
        model.Entity<DepositCollection>(t =>
        {
            t.ToTable("cemetery_collection", b => b.HasCheckConstraint("cemetery_collection_two", "witness <> \"by\"")).AppendOnly();
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.Named(c => c.Receiver!).IsRequired();
            t.HasOne<PlotRight>().WithMany().HasForeignKey(c => c.RightId);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_claim_two"] = DepositProblems.SecondPerson,
        ["cemetery_claim_clock"] = DepositProblems.ClockRunning,
        ["cemetery_claim_announced"] = DepositProblems.NotAnnounced,
        ["cemetery_claim_disposed"] = DepositProblems.NotProposed,
        ["cemetery_claim_one"] = DepositProblems.ClaimOpen,
        ["cemetery_claim.right_id"] = DepositProblems.ClaimOpen,
        ["cemetery_collection_two"] = DepositProblems.WitnessNeeded,
    };
}
