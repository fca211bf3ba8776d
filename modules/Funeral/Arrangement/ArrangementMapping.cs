using Anmin.Funeral.Desk;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>Tables of the desk. Names of indexes and checks are what <see cref="ArrangementDoor"/> explains to people.</summary>
internal static class ArrangementMapping
{
    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<ServiceItem>(t =>
        {
            t.ToTable("funeral_service_item");
            t.HasKey(e => e.Code);
        });
        model.Entity<ArrangementVersion>(t =>
        {
            t.ToTable("funeral_arrangement", b =>
            {
                b.HasCheckConstraint("funeral_arrangement_signed_whole", "(state = 'Signed') = (signed_at is not null) and (state = 'Signed') = (quotation_paper is not null) and (state = 'Signed') = (contract_paper is not null) and (state = 'Signed') = (signed_by is not null)");
                b.HasCheckConstraint("funeral_arrangement_order", "cremation_at is null or farewell_until is null or cremation_at >= farewell_until");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Wishes).HasMaxLength(300);
            t.HasIndex(e => new { e.CaseId, e.Edition }).IsUnique().HasDatabaseName("funeral_arrangement_edition");
            t.HasIndex(e => e.CaseId, "funeral_arrangement_one_open").IsUnique().HasDatabaseName("funeral_arrangement_one_open").HasFilter("state = 'Quoted'");
            // a line of signed editions without a fork: one beginning, and each replaced once
            t.HasIndex(e => e.CaseId, "funeral_arrangement_one_first").IsUnique().HasDatabaseName("funeral_arrangement_one_first").HasFilter("state = 'Signed' and replaces is null");
            t.HasIndex(e => e.Replaces).IsUnique().HasDatabaseName("funeral_arrangement_replaced_once").HasFilter("state = 'Signed'");
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_arrangement_number");
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
            t.HasOne<ArrangementVersion>().WithMany().HasForeignKey(e => e.Replaces);
            t.HasOne<SignedPaper>().WithMany().HasForeignKey(e => e.QuotationPaper);
            t.HasOne<SignedPaper>().WithMany().HasForeignKey(e => e.ContractPaper);
            t.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.VersionId);
        });
        model.Entity<ArrangementItem>(t =>
        {
            t.ToTable("funeral_arrangement_item", b => b.HasCheckConstraint("funeral_arrangement_item_quantity", "quantity between 1 and 99 and (fen is null or fen >= 0)")).AppendOnly();
            t.HasKey(e => new { e.VersionId, e.Line });
            t.HasIndex(e => new { e.VersionId, e.Code }).IsUnique().HasDatabaseName("funeral_arrangement_item_once");
        });
        model.Entity<SignedPaper>(t =>
        {
            t.ToTable("funeral_signed_paper", b => b.HasCheckConstraint("funeral_signed_paper_way", "(way = 'Pad') = (image is not null) and (way = 'Pad') = (image_hash is not null)")).AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Sealed(e => e.Shown, vault);
            t.Sealed(e => e.Image, vault);
            t.Named(e => e.SignerName);
            t.HasIndex(e => new { e.Subject, e.Kind }).IsUnique().HasDatabaseName("funeral_signed_paper_once");
            t.HasIndex(e => new { e.CaseId, e.At });
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
        model.Entity<DeskDraft>(t =>
        {
            t.ToTable("funeral_desk_draft");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Version).IsConcurrencyToken();
            t.Sealed(e => e.Content, vault);
            t.HasIndex(e => new { e.Owner, e.CaseId }).IsUnique().HasDatabaseName("funeral_desk_draft_one").HasFilter("case_id is not null");
            t.HasIndex(e => new { e.Owner, e.UpdatedAt });
            t.HasIndex(e => e.ExpiresAt);
        });
        model.Entity<Belonging>(t =>
        {
            t.ToTable("funeral_belonging", b =>
            {
                b.HasCheckConstraint("funeral_belonging_two", "checked_by is null or checked_by <> recorded_by");
                b.HasCheckConstraint("funeral_belonging_checked_first", "fate = 'Kept' or checked_by is not null");
                b.HasCheckConstraint("funeral_belonging_returned", "(fate = 'Returned') = (paper is not null)");
                b.HasCheckConstraint("funeral_belonging_quantity", "quantity between 1 and 99");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Name).HasMaxLength(40);
            t.Property(e => e.Feature).HasMaxLength(100);
            t.HasIndex(e => new { e.CaseId, e.Line }).IsUnique().HasDatabaseName("funeral_belonging_line");
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
            t.HasOne<SignedPaper>().WithMany().HasForeignKey(e => e.Paper);
        });
    }
}
