using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register;

/// <summary>Some plots of an import that are loaded in one transaction. Its rows stay, sealed: what the digest in the journal is of.</summary>
internal sealed class RegisterBatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ImportId { get; init; }

    public required int No { get; init; }

    public required int Plots { get; init; }

    /// <summary><see cref="Loading.Packing"/>.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>SHA-256 of the rows, lower hex.</summary>
    public required string Digest { get; init; }

    /// <summary>Loaded, given up, or tried in halves instead.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>One row that was not loaded, why, and as it was, so that it can be corrected.</summary>
internal sealed class RegisterFault
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ImportId { get; init; }

    public required int Row { get; init; }

    /// <summary>Sentences, each with its column, separated by line breaks.</summary>
    public required string Reasons { get; init; }

    public required byte[] Packed { get; init; }
}

/// <summary>What an old paper says beside its columns, dates known to the year among it.</summary>
internal sealed class RegisterRemark
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ImportId { get; init; }

    public required Guid PositionId { get; init; }

    public Guid? RightId { get; init; }

    public required int Row { get; init; }

    public required string Text { get; init; }
}

public enum MatchStrength
{
    /// <summary>Name and day of death agree.</summary>
    NameAndDay,

    /// <summary>Only the name agrees, or the day agrees and the name is near in sound or shape.</summary>
    Weak,
}

internal enum MatchState
{
    Open,
    Same,
    Different,
}

/// <summary>A case that may be about somebody of an old register; a person decides.</summary>
internal sealed class RegisterMatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ImportId { get; init; }

    public required Guid IntermentId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required PersonName CaseName { get; init; }

    public required DateOnly? CaseDiedOn { get; init; }

    public required MatchStrength Strength { get; init; }

    public MatchState State { get; private set; }

    public string? JudgedBy { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    public Outcome<Done> Judge(bool same, string by, DateTimeOffset now)
    {
        if (State != MatchState.Open) return RegisterProblems.JudgedAlready;
        (State, JudgedBy, JudgedAt) = (same ? MatchState.Same : MatchState.Different, by, now);
        return Done.It;
    }
}

internal static class RegisterTables
{
    extension(AnminDb db)
    {
        public DbSet<RegisterImport> RegisterImports => db.Set<RegisterImport>();

        public DbSet<RegisterBatch> RegisterBatches => db.Set<RegisterBatch>();

        public DbSet<RegisterFault> RegisterFaults => db.Set<RegisterFault>();

        public DbSet<RegisterRemark> RegisterRemarks => db.Set<RegisterRemark>();

        public DbSet<RegisterMatch> RegisterMatches => db.Set<RegisterMatch>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<RegisterImport>(t =>
        {
            t.ToTable("cemetery_register");
            t.HasKey(i => i.Id);
            t.Property(i => i.NewSections).HasMaxLength(4000);
            t.HasIndex(i => new { i.Institution, i.At });
            t.HasIndex(i => i.ConfirmedAt).HasDatabaseName("cemetery_register_loading").HasFilter("state = 'Loading'");
        });
        model.Entity<RegisterBatch>(t =>
        {
            t.ToTable("cemetery_register_batch");
            t.HasKey(b => b.Id);
            t.Property(b => b.Id).ValueGeneratedNever();
            t.HasOne<RegisterImport>().WithMany().HasForeignKey(b => b.ImportId);
            t.HasIndex(b => new { b.ImportId, b.No }).IsUnique().HasDatabaseName("cemetery_register_batch_once");
        });
        model.Entity<RegisterFault>(t =>
        {
            t.ToTable("cemetery_register_fault");
            t.HasKey(f => f.Id);
            t.Property(f => f.Id).ValueGeneratedNever();
            t.Property(f => f.Reasons).HasMaxLength(4000);
            t.HasOne<RegisterImport>().WithMany().HasForeignKey(f => f.ImportId);
            t.HasIndex(f => new { f.ImportId, f.Row });
        });
        model.Entity<RegisterRemark>(t =>
        {
            t.ToTable("cemetery_register_remark");
            t.HasKey(r => r.Id);
            t.Property(r => r.Id).ValueGeneratedNever();
            t.Property(r => r.Text).HasMaxLength(2000);
            t.HasOne<RegisterImport>().WithMany().HasForeignKey(r => r.ImportId);
            t.HasOne<Position>().WithMany().HasForeignKey(r => r.PositionId);
            t.HasIndex(r => r.PositionId);
        });
        model.Entity<RegisterMatch>(t =>
        {
            t.ToTable("cemetery_register_match");
            t.HasKey(m => m.Id);
            t.Property(m => m.Id).ValueGeneratedNever();
            t.Named(m => m.CaseName!).IsRequired();
            t.HasOne<RegisterImport>().WithMany().HasForeignKey(m => m.ImportId);
            t.HasOne<Interment>().WithMany().HasForeignKey(m => m.IntermentId);
            t.HasIndex(m => new { m.ImportId, m.State });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_register_batch_once"] = RegisterProblems.BatchTwice,
        ["cemetery_register_batch.import_id, cemetery_register_batch.no"] = RegisterProblems.BatchTwice,
    };
}
