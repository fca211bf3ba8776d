namespace Anmin.Identity.Passkeys;

/// <summary>通行密钥: a WebAuthn credential somebody registered. Only its public half is here.</summary>
internal sealed class Passkey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required byte[] CredentialId { get; init; }

    /// <summary>COSE.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>As its owner calls it: 办公室电脑, 手机.</summary>
    public required string Name { get; set; }

    public long SignCount { get; set; }

    /// <summary>Separated by spaces.</summary>
    public string Transports { get; init; } = "";

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A challenge that was answered: the same answer is not taken twice, on whatever node.</summary>
internal sealed class SpentProof
{
    public required byte[] Hash { get; init; }

    public required DateTimeOffset Until { get; init; }
}
