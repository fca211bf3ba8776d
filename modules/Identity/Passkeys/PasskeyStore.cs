using Anmin.Identity.Accounts;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passkeys;

/// <summary>What the framework's WebAuthn needs to read of us. It writes nothing: that is the use cases' work, in the Gate's commit.</summary>
internal sealed class PasskeyStore(AnminDb db) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.LoginKey);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => Guid.TryParseExact(userId, "N", out var id) ? await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
        => await db.Set<Passkey>().AsNoTracking().Where(p => p.CredentialId == credentialId).Select(p => (Guid?)p.AccountId).SingleOrDefaultAsync(cancellationToken) is { } id
            ? await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
        => [.. (await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(Of)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
        => await db.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } key ? Of(key) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Reads();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Reads();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Reads();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Reads();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Reads();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Reads();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Reads();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Reads();

    public void Dispose()
    {
        // the context is the request's, not ours
    }

    // attestation object and client data are looked at once, when a key is added, and not kept
    private static UserPasskeyInfo Of(Passkey key) => new(key.CredentialId, key.PublicKey, key.AddedAt, (uint)key.SignCount, key.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), true, key.BackupEligible, key.BackedUp, [], []) { Name = key.Name };

    private static NotSupportedException Reads() => new("Accounts are written by use cases only.");
}
