namespace Anmin.Identity.SingleSignOn;

/// <summary>
/// One sign-in of one person at one system: the code that began it and everything that came of that code. Revoked, none of its tokens is good
/// any more where we are asked.
/// </summary>
internal sealed class SignOnGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ClientId { get; init; }

    public required string StaffId { get; init; }

    /// <summary>The session it was given in.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>What was granted, separated by spaces.</summary>
    public required string Scopes { get; init; }

    public string? Nonce { get; init; }

    /// <summary>When the person had proved who they are, and how.</summary>
    public required DateTimeOffset AuthAt { get; init; }

    public required string Methods { get; init; }

    /// <summary>The code is good for this address and this PKCE challenge (S256) only.</summary>
    public required string RedirectUri { get; init; }

    public required string Challenge { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset CodeUntil { get; init; }

    public DateTimeOffset? CodeUsedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary><c>replayed</c>, <c>reused</c>, <c>asked</c>, <c>session</c>, <c>client</c>.</summary>
    public string? RevokeReason { get; set; }

    public bool Allows(string scope) => (" " + Scopes + " ").Contains(" " + scope + " ", StringComparison.Ordinal);
}

/// <summary>One link in a grant's chain of refresh tokens: used once, and used twice it ends the chain.</summary>
internal sealed class RefreshToken
{
    public required byte[] Hash { get; init; }

    public required Guid GrantId { get; init; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A person let a system of somebody else's know who they are.</summary>
internal sealed class Consent
{
    public required string StaffId { get; init; }

    public required string ClientId { get; init; }

    public required string Scopes { get; set; }

    public required DateTimeOffset At { get; set; }
}
