using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.CallBacks;

internal static class CallBackTables
{
    extension(AnminDb db)
    {
        public DbSet<CallBack> CallBacks => db.Set<CallBack>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<CallBack>(t =>
    {
        t.ToTable("hotline_call_back", b =>
        {
            b.HasCheckConstraint("hotline_call_back_tried", "attempts >= 0 and (attempts = 0) = (tried_at is null)");
            b.HasCheckConstraint("hotline_call_back_closed", "state = 'Open' or attempts > 0");
        });
        t.HasKey(c => c.Id);
        t.Sealed(c => c.Phone, vault);
        t.Named(c => c.Whom);
        t.Property(c => c.Why).HasMaxLength(500);
        t.Property(c => c.Result).HasMaxLength(300);
        t.HasIndex(c => new { c.State, c.DueAt });
        // a missed call is called back once
        t.HasIndex(c => c.CallId).IsUnique().HasDatabaseName("hotline_call_back_call").HasFilter("call_id is not null");
        t.HasIndex(Sealing.IndexColumn(nameof(CallBack.Phone)));
    });
}
