using Anmin.Cemetery.Dossiers.Counting;
using Anmin.Cemetery.Dossiers.Export;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Gaps;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers;

/// <summary>Tables of 一墓一档, and what they alone refuse.</summary>
internal static class DossierTables
{
    extension(AnminDb db)
    {
        public DbSet<DossierItem> DossierItems => db.Set<DossierItem>();

        public DbSet<Dossier> Dossiers => db.Set<Dossier>();

        public DbSet<DossierTally> DossierTallies => db.Set<DossierTally>();

        public DbSet<DossierPaper> DossierPapers => db.Set<DossierPaper>();

        public DbSet<DossierScan> DossierScans => db.Set<DossierScan>();

        public DbSet<DossierFiling> DossierFilings => db.Set<DossierFiling>();

        public DbSet<GapLetter> GapLetters => db.Set<GapLetter>();

        public DbSet<DossierExport> DossierExports => db.Set<DossierExport>();

        public DbSet<ExportStretch> ExportStretches => db.Set<ExportStretch>();

        public DbSet<DossierCount> DossierCounts => db.Set<DossierCount>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<DossierItem>(t => { t.ToTable("cemetery_dossier_item"); t.HasKey(i => i.Id); });
        model.Entity<Dossier>(t =>
        {
            t.ToTable("cemetery_dossier", b => b.HasCheckConstraint("cemetery_dossier_score", "score between 0 and 100 and held between 0 and needed"));
            t.HasKey(d => d.Id);
            t.Property(d => d.Id).ValueGeneratedNever();
            t.Property(d => d.Missing).HasMaxLength(2000);
            t.HasOne<PlotRight>().WithMany().HasForeignKey(d => d.Id);
            t.HasIndex(d => d.PositionId);
            t.HasIndex(d => new { d.Institution, d.Standing, d.Score, d.Id });
            t.HasIndex(d => new { d.SectionId, d.Standing, d.Score, d.Id });
        });
        model.Entity<DossierTally>(t =>
        {
            t.ToTable("cemetery_dossier_tally", b => b.HasCheckConstraint("cemetery_dossier_tally_counts", "dossiers >= 0 and complete between 0 and dossiers and score_sum >= 0"));
            t.HasKey(d => d.Id);
            t.Property(d => d.Id).ValueGeneratedNever();
            t.HasIndex(d => d.Institution);
        });
        MapPapers(model);
        model.Entity<DossierFiling>(t =>
        {
            t.ToTable("cemetery_dossier_filing", b => b.HasCheckConstraint("cemetery_dossier_filing_two", "decided_by is null or decided_by <> asked_by"));
            t.HasKey(f => f.Id);
            t.Property(f => f.Id).ValueGeneratedNever();
            t.Property(f => f.Missing).HasMaxLength(2000);
            t.HasOne<Dossier>().WithMany().HasForeignKey(f => f.DossierId);
            t.HasIndex(f => f.DossierId).IsUnique().HasDatabaseName("cemetery_dossier_filing_one").HasFilter("state <> 'SentBack'");
            t.HasIndex(f => f.Number).IsUnique().HasDatabaseName("cemetery_dossier_filing_number").HasFilter("number is not null");
        });
        model.Entity<GapLetter>(t =>
        {
            t.ToTable("cemetery_dossier_letter", b => b.HasCheckConstraint("cemetery_dossier_letter_answer", "(answered_on is null) = (answer is null)"));
            t.HasKey(l => l.Id);
            t.Property(l => l.Id).ValueGeneratedNever();
            t.Property(l => l.Items).HasMaxLength(2000);
            t.Property(l => l.Answer).HasMaxLength(300);
            t.HasOne<Dossier>().WithMany().HasForeignKey(l => l.DossierId);
            t.HasIndex(l => l.DossierId).IsUnique().HasDatabaseName("cemetery_dossier_letter_open").HasFilter("answered_on is null");
            t.HasIndex(l => l.Number).IsUnique().HasDatabaseName("cemetery_dossier_letter_number");
        });
        model.Entity<DossierExport>(t =>
        {
            t.ToTable("cemetery_dossier_export");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Ignore(e => e.IsOpen);
            t.HasIndex(e => e.SectionId).IsUnique().HasDatabaseName("cemetery_dossier_export_one").HasFilter("state in ('Waiting', 'Running')");
            t.HasIndex(e => new { e.State, e.KeepUntil });
        });
        model.Entity<ExportStretch>(t =>
        {
            t.ToTable("cemetery_dossier_export_stretch");
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasOne<DossierExport>().WithMany().HasForeignKey(s => s.ExportId);
            t.HasIndex(s => new { s.ExportId, s.Seq }).IsUnique();
        });
        model.Entity<DossierCount>(t =>
        {
            t.ToTable("cemetery_dossier_count").AppendOnly();
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.Property(c => c.First).HasMaxLength(800);
        });
    }

    private static void MapPapers(ModelBuilder model)
    {
        model.Entity<DossierPaper>(t =>
        {
            t.ToTable("cemetery_dossier_paper", b =>
            {
                b.HasCheckConstraint("cemetery_dossier_paper_turn", "turn in (0, 90, 180, 270)");
                b.HasCheckConstraint("cemetery_dossier_paper_ended", "(state = 'Current') = (state_reason is null)");
                b.HasCheckConstraint("cemetery_dossier_paper_size", "size between 1 and 10485760");
            });
            t.HasKey(p => p.Id);
            t.Property(p => p.Id).ValueGeneratedNever();
            t.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId);
            t.HasIndex(p => new { p.DossierId, p.Item, p.Hash }).IsUnique().HasDatabaseName("cemetery_dossier_paper_once").HasFilter("state = 'Current'");
        });
        model.Entity<DossierScan>(t =>
        {
            t.ToTable("cemetery_dossier_scan").AppendOnly();
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasOne<DossierPaper>().WithOne().HasForeignKey<DossierScan>(s => s.Id);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_dossier_score"] = KernelProblems.Changed,
        ["cemetery_dossier_tally_counts"] = KernelProblems.Changed,
        ["cemetery_dossier_paper_turn"] = KernelProblems.Changed,
        ["cemetery_dossier_paper_ended"] = DossierProblems.ReasonShort,
        ["cemetery_dossier_paper_size"] = KernelProblems.Changed,
        ["cemetery_dossier_paper_once"] = DossierProblems.PaperTwice,
        ["cemetery_dossier_paper.dossier_id, cemetery_dossier_paper.item, cemetery_dossier_paper.hash"] = DossierProblems.PaperTwice,
        ["cemetery_dossier_filing_two"] = DossierProblems.TwoPersons,
        ["cemetery_dossier_filing_one"] = DossierProblems.AskedAlready,
        ["cemetery_dossier_filing.dossier_id"] = DossierProblems.AskedAlready,
        ["cemetery_dossier_filing_number"] = KernelProblems.Changed,
        ["cemetery_dossier_filing.number"] = KernelProblems.Changed,
        ["cemetery_dossier_letter_answer"] = DossierProblems.LetterAnswered,
        ["cemetery_dossier_letter_open"] = DossierProblems.LetterOpen,
        ["cemetery_dossier_letter.dossier_id"] = DossierProblems.LetterOpen,
        ["cemetery_dossier_letter_number"] = KernelProblems.Changed,
        ["cemetery_dossier_letter.number"] = KernelProblems.Changed,
        ["cemetery_dossier_export_one"] = DossierProblems.ExportWaiting,
        ["cemetery_dossier_export.section_id"] = DossierProblems.ExportWaiting,
        ["guard_dossier_paper_late"] = DossierProblems.LateReason,
        ["guard_dossier_paper_filed"] = DossierProblems.LateReason,
        ["guard_dossier_paper_kept"] = DossierProblems.PaperOld,
        ["guard_dossier_paper_stays"] = DossierProblems.PaperOld,
        ["guard_dossier_filing_kept"] = DossierProblems.FilingKept,
    };
}
