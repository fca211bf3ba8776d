using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients;

internal static class ClientTables
{
    public static void Map(ModelBuilder model) => model.Entity<Client>(t =>
    {
        t.ToTable("identity_client");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).HasMaxLength(40);
        t.Property(e => e.Name).HasMaxLength(60);
        t.Property(e => e.Redirects).HasMaxLength(6000);
        t.Property(e => e.SignedOut).HasMaxLength(6000);
        t.Property(e => e.BackChannel).HasMaxLength(500);
        t.Property(e => e.Permissions).HasMaxLength(4000);
        t.Property(e => e.Division).HasMaxLength(12);
        t.Property(e => e.SecretHash).HasMaxLength(32);
        t.Property(e => e.OldSecretHash).HasMaxLength(32);
        t.HasIndex(e => e.Name).IsUnique();
    });
}
