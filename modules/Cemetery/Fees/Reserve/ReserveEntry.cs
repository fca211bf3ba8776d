using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Reserve;

/// <summary>Deposit: money set aside, by voucher. Tax: what was paid in taxes, for the income after tax.</summary>
internal enum ReserveKind { Deposit, Tax }

/// <summary>预留金台账: one voucher of one institution-year. Append-only; amounts in 分.</summary>
internal sealed class ReserveEntry : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public required int Year { get; init; }

    public required ReserveKind Kind { get; init; }

    public required long Fen { get; init; }

    public required string Voucher { get; init; }

    public required DateOnly On { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal static class ReserveTables
{
    extension(AnminDb db)
    {
        public DbSet<ReserveEntry> ReserveEntries => db.Set<ReserveEntry>();
    }

    public static readonly Problem VoucherTwice = new("cemetery.reserve.voucher-twice", "这个凭证号已经登记过。请核对凭证号。", ProblemKind.Conflict, "Voucher");

    public static void Map(ModelBuilder model) => model.Entity<ReserveEntry>(t =>
    {
        t.ToTable("cemetery_reserve_entry", b => b.HasCheckConstraint("cemetery_reserve_entry_sound", "fen > 0 and year between 1980 and 2200")).AppendOnly();
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.Voucher).HasMaxLength(60);
        t.HasIndex(e => new { e.Institution, e.Kind, e.Voucher }).IsUnique().HasDatabaseName("cemetery_reserve_entry_once");
        t.HasIndex(e => new { e.Institution, e.Year });
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_reserve_entry_sound"] = FeeProblems.Amount,
        ["cemetery_reserve_entry_once"] = VoucherTwice,
        ["cemetery_reserve_entry.institution, cemetery_reserve_entry.kind, cemetery_reserve_entry.voucher"] = VoucherTwice,
    };
}
