using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Letters;

/// <summary>Urge: 催缴函. Public: 公告. Nobody's grave is touched by either.</summary>
internal enum FeeLetterKind { Urge, Public }

/// <summary>One letter about maintenance that is not paid; once per right, kind and end of what is paid. Append-only.</summary>
internal sealed class FeeLetter : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>On the paper.</summary>
    public required string Number { get; init; }

    public required Guid RightId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public required FeeLetterKind Kind { get; init; }

    /// <summary>Last day that was paid when it was written.</summary>
    public required DateOnly PaidUntil { get; init; }

    public required DateOnly OweUntil { get; init; }

    public required int Years { get; init; }

    public required long Fen { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string IssuedBy { get; init; }

    /// <summary>Letters issued and printed together.</summary>
    public required Guid Batch { get; init; }
}

/// <summary>Term: the right ends. Care: maintenance is paid no further.</summary>
internal enum NoticeKind { Term, Care }

/// <summary>到期提醒: once per right, kind, last day and threshold, by unique index, so that no restart and no second run says it twice.</summary>
internal sealed class FeeNotice : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateOnly Due { get; init; }

    public required int Days { get; init; }

    /// <summary>False where nobody can be reached: no mobile number in the contract.</summary>
    public required bool Sent { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal static class LetterTables
{
    extension(AnminDb db)
    {
        public DbSet<FeeLetter> FeeLetters => db.Set<FeeLetter>();
        public DbSet<FeeNotice> FeeNotices => db.Set<FeeNotice>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<FeeLetter>(t =>
        {
            t.ToTable("cemetery_fee_letter", b => b.HasCheckConstraint("cemetery_fee_letter_sound", "fen >= 0 and years >= 0")).AppendOnly();
            t.HasKey(l => l.Id);
            t.Property(l => l.Id).ValueGeneratedNever();
            t.HasIndex(l => l.Number).IsUnique().HasDatabaseName("cemetery_fee_letter_number");
            t.HasOne<PlotRight>().WithMany().HasForeignKey(l => l.RightId);
            t.HasIndex(l => new { l.RightId, l.Kind, l.PaidUntil }).IsUnique().HasDatabaseName("cemetery_fee_letter_once");
            t.HasIndex(l => new { l.Institution, l.Kind, l.IssuedOn });
            t.HasIndex(l => l.Batch);
        });
        model.Entity<FeeNotice>(t =>
        {
            t.ToTable("cemetery_notice").AppendOnly();
            t.HasKey(n => n.Id);
            t.Property(n => n.Id).ValueGeneratedNever();
            t.HasOne<PlotRight>().WithMany().HasForeignKey(n => n.RightId);
            t.HasIndex(n => new { n.RightId, n.Kind, n.Due, n.Days }).IsUnique().HasDatabaseName("cemetery_notice_once");
            t.HasIndex(n => new { n.Institution, n.Sent, n.At });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_fee_letter_sound"] = CemeteryProblems.AmountWrong,
        ["cemetery_fee_letter_once"] = KernelProblems.Changed,
        ["cemetery_fee_letter.right_id, cemetery_fee_letter.kind, cemetery_fee_letter.paid_until"] = KernelProblems.Changed,
        ["cemetery_notice_once"] = KernelProblems.Changed,
        ["cemetery_notice.right_id, cemetery_notice.kind, cemetery_notice.due, cemetery_notice.days"] = KernelProblems.Changed,
    };
}
