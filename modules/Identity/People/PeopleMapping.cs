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
        model.Entity<Post>(t =>
        {
            t.ToTable("identity_post");
            t.HasKey(e => e.Id);
            t.Property(e => e.Permissions).HasMaxLength(4000);
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
