using Anmin.Identity.Passkeys;
using Anmin.Identity.SecondFactor;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

internal static class AccountMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(t =>
        {
            t.ToTable("identity_account");
            t.HasKey(e => e.Id);
            t.Property(e => e.Login).HasMaxLength(64);
            t.Property(e => e.LoginKey).HasMaxLength(64);
            t.HasIndex(e => e.LoginKey).IsUnique().HasDatabaseName("identity_account_login");
            t.HasIndex(e => e.StaffId).IsUnique().HasDatabaseName("identity_account_person");
            t.Ignore(e => e.HasTotp);
        });
        model.Entity<Invite>(t =>
        {
            t.ToTable("identity_invite");
            t.HasKey(e => e.Id);
            t.HasIndex(e => e.AccountId);
        });
        model.Entity<RecoveryCode>(t =>
        {
            t.ToTable("identity_recovery_code");
            t.HasKey(e => new { e.AccountId, e.Hash });
            t.Property(e => e.Hash).HasMaxLength(16);
        });
        model.Entity<Passkey>(t =>
        {
            t.ToTable("identity_passkey");
            t.HasKey(e => e.Id);
            t.Property(e => e.CredentialId).HasMaxLength(1023);
            t.HasIndex(e => e.CredentialId).IsUnique().HasDatabaseName("identity_passkey_credential");
            t.HasIndex(e => e.AccountId);
            t.Property(e => e.Name).HasMaxLength(40);
        });
        model.Entity<SpentProof>(t =>
        {
            t.ToTable("identity_spent_proof");
            t.HasKey(e => e.Hash).HasName("identity_spent_proof_once");
            t.Property(e => e.Hash).HasMaxLength(32);
        });
    }
}
