using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights;

/// <summary>Tables of rights and their terms, and what they alone refuse.</summary>
internal static class RightTables
{
    public const string Holding = "state in ('Held', 'Signed', 'Paid', 'Active')";

    extension(AnminDb db)
    {
        public DbSet<PlotRight> PlotRights => db.Set<PlotRight>();

        public DbSet<RightTerm> RightTerms => db.Set<RightTerm>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<PlotRight>(t =>
        {
            t.ToTable("cemetery_right", b =>
            {
                b.HasCheckConstraint("cemetery_right_lapses", "state not in ('Held', 'Signed') or lapses_at is not null");
                b.HasCheckConstraint("cemetery_right_signed", "state in ('Held', 'Lapsed', 'Cancelled') or (number is not null and signed_on is not null and holder_name is not null and basis is not null)");
                b.HasCheckConstraint("cemetery_right_two", "approved_by is null or signed_by is null or approved_by <> signed_by");
                b.HasCheckConstraint("cemetery_right_exception", "basis is null or basis in ('CremationCertificate', 'DeathCertificate', 'OldRegister') or approved_by is not null");
                b.HasCheckConstraint("cemetery_right_term", "term_until is null or term_until >= term_from");
                b.HasCheckConstraint("cemetery_right_ended", "(state = 'Ended') = (ended_on is not null) and (state = 'Ended') = (ending is not null)");
                b.HasCheckConstraint("cemetery_right_money", "use_fen >= 0 and care_fen_per_year >= 0");
            });
            t.HasKey(r => r.Id);
            t.Ignore(r => r.Holds);
            t.Named(r => r.HolderName);
            t.Property(r => r.EvidenceNote).HasMaxLength(200);
            t.Named(r => r.UserName);
            t.Sealed(r => r.HolderId, vault);
            t.Sealed(r => r.HolderPhone, vault);
            t.Sealed(r => r.UserId, vault);
            t.HasOne<Position>().WithMany().HasForeignKey(r => r.PositionId);
            t.HasMany(r => r.Terms).WithOne().HasForeignKey(x => x.RightId);
            t.HasIndex(r => r.PositionId).IsUnique().HasDatabaseName("cemetery_right_one").HasFilter(Holding);
            t.HasIndex(r => r.Number).IsUnique().HasDatabaseName("cemetery_right_number").HasFilter("number is not null");
            t.HasIndex(r => new { r.Institution, r.State, r.TermUntil });
            t.HasIndex(r => r.LapsesAt).HasDatabaseName("cemetery_right_lapsing").HasFilter("state in ('Held', 'Signed')");
            t.HasIndex(r => r.HolderName);
            t.HasIndex(r => r.HolderInitials);
            t.HasIndex(Sealing.IndexColumn(nameof(PlotRight.HolderId)));
            t.HasIndex(Sealing.IndexColumn(nameof(PlotRight.HolderPhone)));
        });
        model.Entity<RightTerm>(t =>
        {
            t.ToTable("cemetery_right_term", b => b.HasCheckConstraint("cemetery_right_term_period", "until >= \"from\" and fen >= 0")).AppendOnly();
            t.HasKey(x => x.Id);
            t.Property(x => x.Id).ValueGeneratedNever();
            t.HasIndex(x => new { x.RightId, x.Seq }).IsUnique().HasDatabaseName("cemetery_right_term_seq");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_right_one"] = CemeteryProblems.Taken,
        ["cemetery_right.position_id"] = CemeteryProblems.Taken,
        ["cemetery_right_lapses"] = CemeteryProblems.HoldLapsed,
        ["cemetery_right_signed"] = CemeteryProblems.NotSigned,
        ["cemetery_right_two"] = CemeteryProblems.SecondPerson,
        ["cemetery_right_exception"] = CemeteryProblems.ExceptionUnapproved,
        ["cemetery_right_term"] = CemeteryProblems.RenewalShort,
        ["cemetery_right_ended"] = CemeteryProblems.RightEnded,
        ["cemetery_right_money"] = CemeteryProblems.AmountWrong,
        ["cemetery_right_number"] = KernelProblems.Changed,
        ["cemetery_right.number"] = KernelProblems.Changed,
        ["cemetery_right_term_period"] = CemeteryProblems.RenewalShort,
        ["cemetery_right_term_seq"] = KernelProblems.Changed,
        ["cemetery_right_term.right_id, cemetery_right_term.seq"] = KernelProblems.Changed,
        ["guard_right_kept"] = CemeteryProblems.RightEnded,
        ["guard_right_resting"] = RightProblems.StillResting,
    };

    /// <summary>What has ended stays ended, a right never moves to another position, and nobody's right ends over somebody who rests there.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) => GuardTriggers.Before(kind, "cemetery_right", "update",
    [
        ("guard_right_kept", "new.position_id <> old.position_id or (old.state in ('Ended', 'Lapsed', 'Cancelled') and new.state <> old.state)"),
        ("guard_right_resting", "new.state = 'Ended' and old.state <> 'Ended' and exists (select 1 from cemetery_interment i where i.right_id = new.id and i.removed_on is null)"),
    ]);
}
