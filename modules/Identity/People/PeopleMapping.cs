using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.People;

internal static class PeopleMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Institution>(t =>
        {
            t.ToTable("identity_institution");
            t.HasKey(e => e.Id);
            t.Property(e => e.Division).HasMaxLength(12);
            t.Property(e => e.Source).HasMaxLength(400);
        });
        model.Entity<Section>(t =>
        {
            t.ToTable("identity_section");
            t.HasKey(e => e.Id);
            t.HasIndex(e => new { e.Institution, e.Name }).IsUnique().HasDatabaseName("identity_section_name").HasFilter("active");
        });
        model.Entity<Role>(t =>
        {
            t.ToTable("identity_role", b => b.HasCheckConstraint("identity_role_kind", "kind in ('Business', 'System', 'Security', 'Audit')"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Grants).HasMaxLength(8000);
        });
        model.Entity<Post>(t =>
        {
            t.ToTable("identity_post");
            t.HasKey(e => e.Id);
            t.Property(e => e.Roles).HasMaxLength(2000);
        });
        model.Entity<Appointment>(t =>
        {
            t.ToTable("identity_appointment", b =>
            {
                b.HasCheckConstraint("identity_appointment_period", "until is null or until >= \"from\"");
                b.HasCheckConstraint("identity_appointment_other", "in_place_of is null or (in_place_of <> staff_id and until is not null)");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Reason).HasMaxLength(500);
            t.HasIndex(e => new { e.StaffId, e.EndedAt });
            t.HasIndex(e => new { e.StaffId, e.PostId, e.Institution, e.From }).IsUnique().HasDatabaseName("identity_appointment_once").HasFilter("ended_at is null and in_place_of is null");
            t.HasIndex(e => new { e.StaffId, e.PostId, e.Institution, e.InPlaceOf, e.From }).IsUnique().HasDatabaseName("identity_appointment_stand_in").HasFilter("ended_at is null and in_place_of is not null");
        });
        model.Entity<Staff>(t =>
        {
            t.ToTable("identity_staff");
            t.HasKey(e => e.Id);
            t.Property(e => e.Division).HasMaxLength(12);
            t.HasIndex(e => e.Institution);
        });
    }
}
