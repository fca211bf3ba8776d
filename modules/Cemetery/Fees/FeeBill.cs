using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees;

internal enum FeeBillKind { Care, Renewal }

/// <summary>Drawn: waits for signature and money. Paid: the right has it. Stuck: money came and the right could not take it, so it must be given back. Dropped: never paid, another way was taken.</summary>
internal enum FeeBillState { Drawn, Paid, Stuck, Dropped }

/// <summary>One asking for money between right and counter: its id is the subject of the bill there. One open at a time per right, by unique index, so that periods follow one another.</summary>
internal sealed class FeeBill : IOwnedByUnit
{
    public const string CareKind = "cemetery.care", RenewalKind = "cemetery.renewal";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public required FeeBillKind Kind { get; set; }

    public FeeBillState State { get; private set; }

    /// <summary>First day of maintenance it pays for.</summary>
    public DateOnly From { get; private set; }

    public int Years { get; private set; }

    public DateOnly Until { get; private set; }

    /// <summary>New last day of the term, of a renewal.</summary>
    public DateOnly? TermUntil { get; private set; }

    /// <summary>分 of maintenance, and of the whole bill.</summary>
    public long CareFen { get; private set; }

    public long Fen { get; private set; }

    public Guid? BillId { get; private set; }

    public string? BillNumber { get; private set; }

    public required DateTimeOffset DrawnAt { get; init; }

    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>Why the right could not take it.</summary>
    public string? Stuck { get; private set; }

    public int Version { get; private set; }

    public string BillKind => Kind == FeeBillKind.Care ? CareKind : RenewalKind;

    public void Ask(DateOnly from, int years, DateOnly? term, long care, long fen, Guid bill, string number)
    {
        (From, Years, Until, TermUntil) = (from, years, years == 0 ? from : from.AddYears(years).AddDays(-1), term);
        (CareFen, Fen, BillId, BillNumber) = (care, fen, bill, number);
    }

    public void Pay(DateTimeOffset at) => (State, PaidAt) = (FeeBillState.Paid, at);

    public void Stick(string why, DateTimeOffset at) => (State, Stuck, PaidAt) = (FeeBillState.Stuck, why, at);

    public void Drop() => State = FeeBillState.Dropped;
}

internal static class FeeBillTables
{
    extension(AnminDb db)
    {
        public DbSet<FeeBill> FeeBills => db.Set<FeeBill>();
    }

    public static void Map(ModelBuilder model) => model.Entity<FeeBill>(t =>
    {
        t.ToTable("cemetery_fee_bill", b => b.HasCheckConstraint("cemetery_fee_bill_sound", "fen >= 0 and care_fen >= 0 and care_fen <= fen and years >= 0"));
        t.HasKey(b => b.Id);
        t.Property(b => b.Id).ValueGeneratedNever();
        t.Property(b => b.Version).IsConcurrencyToken();
        t.Ignore(b => b.BillKind);
        t.Property(b => b.Stuck).HasMaxLength(300);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(b => b.RightId);
        t.HasIndex(b => b.RightId).IsUnique().HasDatabaseName("cemetery_fee_bill_one").HasFilter("state = 'Drawn'");
        t.HasIndex(b => new { b.Institution, b.State });
        t.HasIndex(b => b.BillId);
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_fee_bill_one"] = FeeProblems.BillOpen,
        ["cemetery_fee_bill.right_id"] = FeeProblems.BillOpen,
        ["cemetery_fee_bill_sound"] = CemeteryProblems.AmountWrong,
        ["guard_fee_overlap"] = FeeProblems.Overlaps,
        ["guard_fee_stays"] = KernelProblems.Changed,
    };

    /// <summary>Charged days of one right never overlap, whoever writes.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_fee_entry", "insert",
            [("guard_fee_overlap", "new.kind = 'Charge' and exists (select 1 from cemetery_fee_entry e where e.right_id = new.right_id and e.kind = 'Charge' and e.\"from\" <= new.until and e.until >= new.\"from\")")]),
        .. GuardTriggers.Before(kind, "cemetery_fee_bill", "update", [("guard_fee_stays", "old.state in ('Paid', 'Stuck') and new.state <> old.state")]),
    ];
}
