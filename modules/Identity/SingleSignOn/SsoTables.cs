using Anmin.Identity.Outside;
using Anmin.Identity.SingleSignOn.Authorize;
using Anmin.Identity.SingleSignOn.Keys;
using Anmin.Identity.SingleSignOn.Logout;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn;

internal static class SsoTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SignOnGrant>(t =>
        {
            t.ToTable("identity_grant");
            t.HasKey(e => e.Id);
            t.Property(e => e.Nonce).HasMaxLength(AuthorizeRequest.LongestNonce);
            t.Property(e => e.RedirectUri).HasMaxLength(500);
            t.Property(e => e.Challenge).HasMaxLength(43);
            t.Property(e => e.CodeHash).HasMaxLength(32);
            t.HasIndex(e => e.CodeHash).IsUnique();
            t.HasIndex(e => new { e.SessionId, e.ClientId });
            t.HasIndex(e => e.CreatedAt);
        });
        model.Entity<RefreshToken>(t =>
        {
            t.ToTable("identity_refresh_token");
            t.HasKey(e => e.Hash);
            t.Property(e => e.Hash).HasMaxLength(32);
            t.HasIndex(e => e.GrantId);
            t.HasOne<SignOnGrant>().WithMany().HasForeignKey(e => e.GrantId).OnDelete(DeleteBehavior.Cascade);
        });
        OutsideLink.Map(model);
        model.Entity<Consent>(t =>
        {
            t.ToTable("identity_consent");
            t.HasKey(e => new { e.StaffId, e.ClientId });
        });
        model.Entity<SigningKey>(t =>
        {
            t.ToTable("identity_signing_key");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).HasMaxLength(43);
            t.Property(e => e.Public).HasMaxLength(2000);
            t.Property(e => e.Sealed).HasMaxLength(4000);
        });
        model.Entity<LogoutNotice>(t =>
        {
            t.ToTable("identity_logout_notice");
            t.HasKey(e => e.Id);
            t.HasIndex(e => new { e.SessionId, e.ClientId }).IsUnique();
            t.HasIndex(e => e.NextAt);
        });
    }
}
