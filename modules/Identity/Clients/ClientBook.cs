using System.Collections.Frozen;
using System.Security.Cryptography;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients;

/// <summary>What is asked of a registered client on every request.</summary>
internal sealed record ClientCard(string Id, string Name, ClientKind Kind, bool FirstParty, FrozenSet<string> Redirects, FrozenSet<string> SignedOut,
    string? BackChannel, FrozenSet<string> Scopes, FrozenSet<string> Permissions, string? Division, string? Institution, int PerMinute)
{
    public byte[]? SecretHash { get; init; }

    public byte[]? OldSecretHash { get; init; }

    public DateTimeOffset? OldSecretUntil { get; init; }

    /// <summary>In the same time for a right and a wrong secret. A client that has none proves nothing by one.</summary>
    public bool Proves(string secret, DateTimeOffset now)
    {
        var hash = ClientSecret.HashOf(secret);
        var fresh = SecretHash is { } present && CryptographicOperations.FixedTimeEquals(hash, present);
        var old = OldSecretHash is { } before && CryptographicOperations.FixedTimeEquals(hash, before) && now < OldSecretUntil;
        return fresh || old;
    }

    public static ClientCard Of(Client client) => new(client.Id, client.Name, client.Kind, client.FirstParty, Lines(client.Redirects), Lines(client.SignedOut),
        client.BackChannel, Words(client.Scopes), Words(client.Permissions), client.Division, client.Institution, client.PerMinute)
    {
        SecretHash = client.SecretHash,
        OldSecretHash = client.OldSecretHash,
        OldSecretUntil = client.OldSecretUntil,
    };

    private static FrozenSet<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Clients in use, in memory. One that was stopped is not in it: for the world it is as if it had never been.</summary>
internal sealed class ClientBook : IReferencePart
{
    private FrozenDictionary<string, ClientCard> clients = FrozenDictionary<string, ClientCard>.Empty;

    public ClientCard? Find(string? id) => id is null ? null : Volatile.Read(ref clients).GetValueOrDefault(id);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref clients, (await db.Set<Client>().AsNoTracking().Where(c => c.StoppedAt == null).ToListAsync(ct)).Select(ClientCard.Of).ToFrozenDictionary(c => c.Id, StringComparer.Ordinal));
}
