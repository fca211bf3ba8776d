namespace Anmin.Identity.Clients;

/// <summary>接入系统: another system that signs people in through us, or a program that calls our API.</summary>
internal sealed class Client
{
    /// <summary>The <c>client_id</c>: drawn once, never reused.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required ClientKind Kind { get; init; }

    /// <summary>The bureau's own: people are not asked whether it may know who they are.</summary>
    public bool FirstParty { get; set; }

    /// <summary>Addresses a sign-in may come back to, compared whole; one a line.</summary>
    public string Redirects { get; set; } = "";

    /// <summary>Addresses a sign-out may come back to; one a line.</summary>
    public string SignedOut { get; set; } = "";

    /// <summary>Where it wants to be told that somebody has left.</summary>
    public string? BackChannel { get; set; }

    /// <summary>Scopes it may ask for, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>A program's permission codes, separated by spaces.</summary>
    public string Permissions { get; set; } = "";

    /// <summary>Whose data a program sees: this division and below, or one institution; neither means nobody's.</summary>
    public string? Division { get; set; }

    public string? Institution { get; set; }

    /// <summary>A program's calls in a minute.</summary>
    public int PerMinute { get; set; }

    /// <summary>SHA-256 of 256 random bits; null for a client that can keep no secret.</summary>
    public byte[]? SecretHash { get; set; }

    public DateTimeOffset? SecretSince { get; set; }

    /// <summary>The secret before, good until <see cref="OldSecretUntil"/>, so that a change interrupts nobody.</summary>
    public byte[]? OldSecretHash { get; set; }

    public DateTimeOffset? OldSecretUntil { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>A new secret; the present one stays good for <paramref name="overlap"/>, an older one ends now.</summary>
    public void TakeSecret(byte[] hash, DateTimeOffset now, TimeSpan overlap)
    {
        var stays = SecretHash is not null && overlap > TimeSpan.Zero;
        (OldSecretHash, OldSecretUntil) = (stays ? SecretHash : null, stays ? now + overlap : null);
        (SecretHash, SecretSince) = (hash, now);
    }
}

public enum ClientKind
{
    /// <summary>A web system with a server of its own: keeps a secret.</summary>
    Web,

    /// <summary>Runs in the browser or on a telephone: can keep no secret, so only PKCE binds its codes.</summary>
    Public,

    /// <summary>A program without a person before it.</summary>
    Machine,
}
