using Anmin.Billing.Lists;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>Tables of bills, and what they alone refuse.</summary>
internal static class BillTables
{
    extension(AnminDb db)
    {
        public DbSet<Bill> Bills => db.Set<Bill>();
        public DbSet<BillEdition> BillEditions => db.Set<BillEdition>();
        public DbSet<BillLine> BillLines => db.Set<BillLine>();
        public DbSet<BillSignature> BillSignatures => db.Set<BillSignature>();
        public DbSet<ChargeAttempt> ChargeAttempts => db.Set<ChargeAttempt>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<Bill>(t =>
        {
            t.ToTable("billing_bill", b =>
            {
                b.HasCheckConstraint("billing_bill_amounts", "due_fen >= 0 and relief_fen >= 0 and paid_fen >= 0 and paid_fen <= due_fen and refunded_fen >= 0 and refunded_fen <= paid_fen");
                b.HasCheckConstraint("billing_bill_paid", "state <> 'Paid' or paid_fen = due_fen");
                b.HasCheckConstraint("billing_bill_settled", "(state in ('Settled', 'Paid')) = (settled_at is not null)");
            });
            t.HasKey(b => b.Id);
            t.Ignore(b => b.OpenFen);
            t.Named(b => b.PayerName);
            t.Sealed(b => b.PayerPhone, vault, indexed: false);
            t.HasIndex(b => new { b.Institution, b.SubjectNumber });
            t.HasIndex(b => b.Number).IsUnique().HasDatabaseName("billing_bill_number");
            t.HasIndex(b => new { b.Subject, b.Kind }).IsUnique().HasDatabaseName("billing_bill_subject");
            t.HasIndex(b => new { b.Institution, b.State, b.Id });
        });
        model.Entity<BillEdition>(t =>
        {
            t.ToTable("billing_bill_edition", b => b.HasCheckConstraint("billing_bill_edition_amounts", "charge_fen >= 0 and relief_fen >= 0 and due_fen >= 0 and due_fen = charge_fen - relief_fen")).AppendOnly();
            t.HasKey(e => new { e.BillId, e.Number });
            t.HasOne<Bill>().WithMany().HasForeignKey(e => e.BillId);
            t.HasMany(e => e.Lines).WithOne().HasForeignKey(l => new { l.BillId, l.Edition });
        });
        model.Entity<BillLine>(t =>
        {
            t.ToTable("billing_bill_line", b =>
            {
                b.HasCheckConstraint("billing_bill_line_sign", "(kind = 'Charge' and amount_fen >= 0 and policy is null and \"of\" is null) or (kind = 'Relief' and amount_fen < 0 and policy is not null and \"of\" is not null)");
                b.HasCheckConstraint("billing_bill_line_ceiling", "unit_fen >= 0 and unit_fen <= ceiling_fen and quantity_milli > 0");
            }).AppendOnly();
            t.HasKey(l => new { l.BillId, l.Edition, l.Line });
            t.Property(l => l.Name).HasMaxLength(120);
            t.Property(l => l.Derivation).HasMaxLength(600);
            // 清单之外无收费, by the database: what is charged is a row of a printed list
            t.HasOne<PriceListItem>().WithMany().HasForeignKey(l => new { l.List, l.Item });
        });
        model.Entity<BillSignature>(t =>
        {
            t.ToTable("billing_bill_signature", b => b.HasCheckConstraint("billing_bill_signature_way", "(way = 'Pad') = (image is not null) and (way = 'Pad') = (image_hash is not null)")).AppendOnly();
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.Sealed(s => s.Image, vault);
            t.Named(s => s.SignerName);
            t.HasIndex(s => new { s.BillId, s.Edition }).IsUnique().HasDatabaseName("billing_bill_signature_once");
            t.HasOne<BillEdition>().WithMany().HasForeignKey(s => new { s.BillId, s.Edition });
        });
        model.Entity<ChargeAttempt>(t =>
        {
            t.ToTable("billing_charge_attempt").AppendOnly();
            t.HasKey(a => a.Id);
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => new { a.Subject, a.At });
            t.HasIndex(a => new { a.Institution, a.At });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_bill_amounts"] = BillProblems.MoreThanOpen,
        ["billing_bill_paid"] = BillProblems.MoreThanOpen,
        ["billing_bill_settled"] = BillProblems.NotSigned,
        ["billing_bill_subject"] = KernelProblems.Changed,
        ["billing_bill.subject, billing_bill.kind"] = KernelProblems.Changed,
        ["billing_bill_edition_amounts"] = BillProblems.BelowNothing,
        ["PK_billing_bill_edition"] = KernelProblems.Changed,
        ["billing_bill_edition.bill_id, billing_bill_edition.number"] = KernelProblems.Changed,
        ["billing_bill_line_ceiling"] = BillProblems.OverCeiling,
        ["billing_bill_line_sign"] = BillProblems.BelowNothing,
        ["billing_bill_signature_once"] = BillProblems.AlreadySigned,
        ["billing_bill_signature.bill_id, billing_bill_signature.edition"] = BillProblems.AlreadySigned,
        ["guard_bill_line_listed"] = BillProblems.Unlisted,
        ["guard_bill_line_ceiling"] = BillProblems.OverCeiling,
        ["guard_bill_line_relief"] = BillProblems.BelowNothing,
        ["guard_bill_line_signed"] = BillProblems.Kept,
        ["guard_bill_signature"] = BillProblems.ChangedSinceShown,
        ["guard_bill_settled"] = BillProblems.NotSigned,
        ["guard_bill_kept"] = BillProblems.AlreadySettled,
        ["guard_bill_due"] = BillProblems.Broken,
        ["guard_bill_deleted"] = BillProblems.Kept,
    };
}
