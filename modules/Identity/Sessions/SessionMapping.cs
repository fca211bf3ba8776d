using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

internal static class SessionMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Session>(t =>
    {
        t.ToTable("identity_session");
        t.HasKey(e => e.Id);
        t.Property(e => e.Agent).HasMaxLength(60);
        t.HasIndex(e => new { e.StaffId, e.EndedAt });
        t.HasIndex(e => new { e.EndedAt, e.LastSeenAt });
    });
}
