using Anmin.Cemetery.Rights;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees;

public enum FeeKind
{
    /// <summary>What is owed for a period.</summary>
    Charge,
    Payment,

    /// <summary>减免: hardship, decided by two.</summary>
    Waiver,
    Refund,
}

/// <summary>维护管理费台账: one line of the account of one right. Append-only; amounts in 分, positive, the kind gives the sign.</summary>
internal sealed class FeeEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    public required string Institution { get; init; }

    public required FeeKind Kind { get; init; }

    /// <summary>The days it is about, both included.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required long Fen { get; init; }

    public Guid? BillId { get; init; }

    /// <summary>Receipt of the payment, decision of the waiver.</summary>
    public string? Document { get; init; }

    public required DateOnly On { get; init; }

    public required string By { get; init; }

    /// <summary>Place in the account, from 1; two who write at once collide here. Null for what an old register brought.</summary>
    public int? Seq { get; init; }
}

internal static class FeeTables
{
    extension(AnminDb db)
    {
        public DbSet<FeeEntry> FeeEntries => db.Set<FeeEntry>();
    }

    public static void Map(ModelBuilder model) => model.Entity<FeeEntry>(t =>
    {
        t.ToTable("cemetery_fee_entry", b => b.HasCheckConstraint("cemetery_fee_entry_sound", "fen >= 0 and until >= \"from\"")).AppendOnly();
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.HasOne<PlotRight>().WithMany().HasForeignKey(e => e.RightId);
        t.HasIndex(e => new { e.RightId, e.From });
        t.HasIndex(e => new { e.Institution, e.On });
        t.HasIndex(e => new { e.RightId, e.Seq }).IsUnique().HasDatabaseName("cemetery_fee_entry_seq").HasFilter("seq is not null");
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem> { ["cemetery_fee_entry_sound"] = CemeteryProblems.AmountWrong, ["cemetery_fee_entry_seq"] = KernelProblems.Changed, ["cemetery_fee_entry.right_id, cemetery_fee_entry.seq"] = KernelProblems.Changed };
}
