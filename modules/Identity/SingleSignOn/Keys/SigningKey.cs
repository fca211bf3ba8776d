namespace Anmin.Identity.SingleSignOn.Keys;

/// <summary>
/// One RSA key of 2048 bits that signs tokens (RS256). Published before it signs, so that others have it in time; kept published after it has
/// stopped, until nothing it signed is good any more.
/// </summary>
internal sealed class SigningKey
{
    /// <summary>The <c>kid</c>: the RFC 7638 thumbprint.</summary>
    public required string Id { get; init; }

    /// <summary>The public JWK, as published.</summary>
    public required string Public { get; init; }

    /// <summary>PKCS#8, sealed by the vault; the database alone cannot sign.</summary>
    public required byte[] Sealed { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>No longer signs, and is published until <see cref="GoneAt"/>. Null while no successor has been appointed.</summary>
    public DateTimeOffset? SignsUntil { get; set; }

    public DateTimeOffset? GoneAt { get; set; }
}
