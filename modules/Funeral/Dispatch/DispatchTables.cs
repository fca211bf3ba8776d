using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anmin.Funeral.Dispatch;

/// <summary>Tables of dispatch, trips and vehicles. Names of indexes and checks are what DispatchDoor explains to people.</summary>
internal static class DispatchTables
{
    extension(AnminDb db)
    {
        public DbSet<TripStep> TripSteps => db.Set<TripStep>();
        public DbSet<TripPosition> TripPositions => db.Set<TripPosition>();
        public DbSet<TripAttachment> TripAttachments => db.Set<TripAttachment>();
        public DbSet<VehicleRecord> VehicleRecords => db.Set<VehicleRecord>();
        public DbSet<CrewLicence> CrewLicences => db.Set<CrewLicence>();
        public DbSet<Disinfection> Disinfections => db.Set<Disinfection>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<TripStep>(t =>
        {
            t.ToTable("funeral_trip_step").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.OrderId, e.Run, e.Act }).IsUnique().HasDatabaseName("funeral_trip_step_once");
            t.HasOne<TransportOrder>().WithMany().HasForeignKey(e => e.OrderId);
        });
        model.Entity<TripPosition>(t =>
        {
            t.ToTable("funeral_trip_position", b => b.HasCheckConstraint("funeral_trip_position_earth", "latitude between -90 and 90 and longitude between -180 and 180")).AppendOnly();
            t.HasKey(e => new { e.OrderId, e.At });
            t.HasOne<TransportOrder>().WithMany().HasForeignKey(e => e.OrderId);
        });
        model.Entity<TripAttachment>(t =>
        {
            t.ToTable("funeral_trip_attachment").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Picture).HasConversion(new ValueConverter<string, byte[]>(v => vault.Seal("funeral_trip_attachment.picture", v), b => vault.Open("funeral_trip_attachment.picture", b)));
            t.HasIndex(e => new { e.OrderId, e.Hash }).IsUnique().HasDatabaseName("funeral_trip_attachment_once");
            t.HasOne<TransportOrder>().WithMany().HasForeignKey(e => e.OrderId);
        });
        model.Entity<VehicleRecord>(t =>
        {
            t.ToTable("funeral_vehicle_record", b => b.HasCheckConstraint("funeral_vehicle_out", "(out_of_service_since is null) = (out_of_service_reason is null)"));
            t.HasKey(e => e.Id);
            t.HasIndex(e => e.Institution);
        });
        model.Entity<CrewLicence>(t =>
        {
            t.ToTable("funeral_crew_licence");
            t.HasKey(e => e.Id);
        });
        model.Entity<Disinfection>(t =>
        {
            t.ToTable("funeral_disinfection").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.Vehicle, e.At });
        });
    }
}
