using Anmin.Funeral.Twins;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cases;

/// <summary>Tables of the case and what hangs on it. Names of indexes and checks are what FuneralModule explains to people.</summary>
internal static class DeathCaseMapping
{
    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<DeathCase>(t =>
        {
            t.ToTable("funeral_case", b =>
            {
                b.HasCheckConstraint("funeral_case_void_two", "void_approved_by is null or void_approved_by <> void_requested_by");
                b.HasCheckConstraint("funeral_case_over", "is_open = (closed_at is null and voided_at is null)");
            });
            t.HasKey(e => e.Id);
            t.Ignore(e => e.Facts);
            t.Property(e => e.Number).HasMaxLength(40);
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_case_number");
            t.Named(e => e.Name);
            t.Sealed(e => e.PersonId, vault);
            t.Sealed(e => e.Address, vault);
            // invariant I1: one open case per person unless a second was approved
            t.HasIndex(Sealing.IndexColumn(nameof(DeathCase.PersonId))).IsUnique().HasDatabaseName("funeral_case_one_open").HasFilter("is_open and second_permit is null");
            t.HasIndex(e => e.SecondPermit).IsUnique().HasDatabaseName("funeral_case_permit_once");
            t.HasIndex(e => new { e.Initials, e.ReportedAt });
            t.HasIndex(e => e.Name);
            t.HasIndex(e => new { e.Institution, e.Status, e.Id });
            t.HasIndex(e => new { e.Division, e.Id });
            t.HasIndex(e => new { e.ReportedAt, e.Id });
            // the work queue reads open cases only, however many are over
            t.HasIndex(e => new { e.Status, e.ReportedAt }).HasDatabaseName("funeral_case_queue").HasFilter("is_open");
            t.HasIndex(e => e.VoidRequestedAt).HasDatabaseName("funeral_case_void_queue").HasFilter("void_requested_at is not null and voided_at is null");
            t.HasOne(e => e.Remains).WithOne().HasForeignKey<Remains>(r => r.CaseId);
            t.HasOne(e => e.Contract).WithOne().HasForeignKey<FuneralContract>(c => c.CaseId);
            t.HasOne(e => e.Cremation).WithOne().HasForeignKey<Cremation>(c => c.CaseId);
            t.HasOne(e => e.Absence).WithOne().HasForeignKey<SpecialRemains.AshesAbsence>(a => a.CaseId);
            t.HasMany(e => e.Handlers).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Evidence).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Holds).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Pickups).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Moves).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Certificates).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Ashes).WithOne().HasForeignKey(h => h.CaseId);
            t.HasMany(e => e.Corrections).WithOne().HasForeignKey(h => h.CaseId);
        });
        model.Entity<FuneralHandler>(t =>
        {
            t.ToTable("funeral_handler");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Named(e => e.Name);
            t.Sealed(e => e.Phone, vault);
            t.Sealed(e => e.PersonId, vault, indexed: false);
            t.HasIndex(Sealing.IndexColumn(nameof(FuneralHandler.Phone)));
            t.HasIndex(e => new { e.CaseId, e.Rank }).IsUnique();
        });
        model.Entity<DeathEvidence>(t =>
        {
            t.ToTable("funeral_evidence", b => b.HasCheckConstraint("funeral_evidence_number", "kind <> 'MedicalCertificate' or length(number) = 17"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.Kind, e.Number }).IsUnique().HasDatabaseName("funeral_evidence_once");
            t.HasIndex(e => e.CaseId);
        });
        model.Entity<CaseHold>(t =>
        {
            t.ToTable("funeral_hold", b => b.HasCheckConstraint("funeral_hold_two", "lifted_by is null or lifted_by <> placed_by"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Reason).HasMaxLength(500);
            t.Property(e => e.LiftReason).HasMaxLength(500);
            t.HasIndex(e => e.CaseId);
            t.HasIndex(e => e.PlacedAt).HasDatabaseName("funeral_hold_queue").HasFilter("lifted_at is null");
        });
        model.Entity<FactCorrection>(t =>
        {
            t.ToTable("funeral_correction").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Sealed(e => e.OldValue, vault);
            t.Sealed(e => e.NewValue, vault);
            t.Property(e => e.Reason).HasMaxLength(500);
            t.HasIndex(e => e.CaseId);
        });
        model.Entity<SecondCasePermit>(t =>
        {
            t.ToTable("funeral_second_permit");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Reason).HasMaxLength(500);
            t.Property(e => e.Person).HasMaxLength(16);
            t.HasIndex(e => e.Person);
        });
        model.Entity<SuspectedTwin>(t =>
        {
            t.ToTable("funeral_twin");
            t.HasKey(e => new { e.CaseId, e.OtherId });
            t.HasIndex(e => e.OtherId);
            t.HasIndex(e => e.SettledAt).HasDatabaseName("funeral_twin_queue").HasFilter("settled_at is null");
        });
        Custody(model, vault);
        Ashes(model);
    }

    private static void Custody(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<Remains>(t =>
        {
            t.ToTable("funeral_remains", b => b.HasCheckConstraint("funeral_remains_tagged", "place in ('AtPlaceOfDeath', 'Buried') or tag is not null"));
            t.HasKey(e => e.CaseId);
            t.Property(e => e.CaseId).ValueGeneratedNever();
            t.HasIndex(e => e.Tag).IsUnique().HasDatabaseName("funeral_remains_tag");
            t.HasIndex(e => e.ExclusivePlace).IsUnique().HasDatabaseName("funeral_remains_place");
            t.HasIndex(e => new { e.Place, e.PlaceId });
        });
        model.Entity<CustodyMove>(t =>
        {
            t.ToTable("funeral_custody").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.CaseId, e.Item, e.Seq }).IsUnique().HasDatabaseName("funeral_custody_line");
            // stays of a box, and how many arrive on which day
            t.HasIndex(e => new { e.ToId, e.At }).HasDatabaseName("funeral_custody_place");
            t.HasIndex(e => e.At).HasDatabaseName("funeral_custody_arrivals").HasFilter("from_place = 'InVehicle'");
        });
        model.Entity<TransportOrder>(t =>
        {
            t.ToTable("funeral_pickup", b =>
            {
                b.HasCheckConstraint("funeral_pickup_two", "driver is null or driver <> second_crew");
                // each step once, in order, never back in time; a new run begins with none
                b.HasCheckConstraint("funeral_pickup_order", "(accepted_at is null or accepted_at >= dispatched_at) and (departed_at is null or departed_at >= accepted_at) and (arrived_at is null or arrived_at >= departed_at) and (loaded_at is null or loaded_at >= arrived_at) and (handed_over_at is null or handed_over_at >= picked_up_at)");
                b.HasCheckConstraint("funeral_pickup_steps", "(accepted_at is null or dispatched_at is not null) and (departed_at is null or accepted_at is not null) and (arrived_at is null or departed_at is not null) and (loaded_at is null or arrived_at is not null) and (handed_over_at is null or picked_up_at is not null)");
                b.HasCheckConstraint("funeral_pickup_odometer", "odometer_end is null or odometer_start is null or odometer_end >= odometer_start");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Sealed(e => e.Address, vault);
            t.Property(e => e.Note).HasMaxLength(500);
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_pickup_number");
            t.HasIndex(e => e.CaseId).IsUnique().HasDatabaseName("funeral_pickup_one_open").HasFilter("status in ('Booked', 'Dispatched', 'Accepted', 'Departed', 'OnSite')");
            // a vehicle and its driver are on the way to one place at a time
            t.HasIndex(e => e.Vehicle).IsUnique().HasDatabaseName("funeral_pickup_vehicle_running").HasFilter("status in ('Departed', 'OnSite')");
            t.HasIndex(e => e.Driver).IsUnique().HasDatabaseName("funeral_pickup_driver_running").HasFilter("status in ('Departed', 'OnSite')");
            t.HasIndex(e => new { e.ChangedAt, e.Id });
            t.HasIndex(e => new { e.Driver, e.Status });
            t.HasIndex(e => new { e.Institution, e.Status, e.Id });
        });
        model.Entity<FuneralContract>(t =>
        {
            t.ToTable("funeral_contract", b => b.HasCheckConstraint("funeral_contract_opinion", "opinion_id is null or disposition = 'Cremation'"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Wishes).HasMaxLength(500);
            t.HasIndex(e => e.CaseId).IsUnique().HasDatabaseName("funeral_contract_one");
            t.HasOne<Stays.OverdueStay>().WithMany().HasForeignKey(e => e.OpinionId);
        });
        model.Entity<FirstScan>(t =>
        {
            t.ToTable("funeral_first_scan");
            t.HasKey(e => e.CaseId);
            t.Property(e => e.CaseId).ValueGeneratedNever();
        });
        model.Entity<Cremation>(t =>
        {
            t.ToTable("funeral_cremation", b =>
            {
                b.HasCheckConstraint("funeral_cremation_two", "first_operator <> second_operator");
                b.HasCheckConstraint("funeral_cremation_scans", "first_scan = second_scan");
                b.HasCheckConstraint("funeral_cremation_wait", "started_at >= earliest_at");
                b.HasCheckConstraint("funeral_cremation_order", "finished_at is null or finished_at >= started_at");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => e.CaseId).IsUnique().HasDatabaseName("funeral_cremation_once");
            t.HasIndex(e => e.Cremator).IsUnique().HasDatabaseName("funeral_cremation_furnace").HasFilter("finished_at is null");
            t.HasOne<FuneralContract>().WithMany().HasForeignKey(e => e.ContractId);
            t.HasOne<DeathEvidence>().WithMany().HasForeignKey(e => e.EvidenceId);
        });
    }

    private static void Ashes(ModelBuilder model)
    {
        model.Entity<CremationCertificate>(t =>
        {
            t.ToTable("funeral_certificate", b => b.HasCheckConstraint("funeral_certificate_successor", "status <> 'Replaced' or successor_id is not null"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.EndReason).HasMaxLength(500);
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_certificate_number");
            t.HasIndex(e => e.CremationId).IsUnique().HasDatabaseName("funeral_certificate_one_valid").HasFilter("status = 'Issued'");
            t.HasOne<Cremation>().WithMany().HasForeignKey(e => e.CremationId);
        });
        model.Entity<AshesContainer>(t =>
        {
            t.ToTable("funeral_ashes");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_ashes_number");
            // invariant I4: one container per cremation; parts name their origin
            t.HasIndex(e => e.CremationId).IsUnique().HasDatabaseName("funeral_ashes_one").HasFilter("split_from is null");
            t.HasOne<AshesContainer>().WithMany().HasForeignKey(e => e.SplitFrom);
            t.HasOne<Cremation>().WithMany().HasForeignKey(e => e.CremationId);
            t.HasIndex(e => new { e.Status, e.UnclaimedAt });
            t.HasIndex(e => e.CaseId);
        });
        FormerNiches.Map(model);
    }
}
