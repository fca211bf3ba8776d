namespace Anmin.Kernel.Commands;

/// <summary>The first answer to an idempotency key. A repeat gets it back; the same key with another body is refused.</summary>
public sealed class FirstAnswer
{
    public required string Actor { get; init; }

    public required string UseCase { get; init; }

    public required string Key { get; init; }

    /// <summary>Keyed hash of the request, so that no personal data rests here.</summary>
    public required byte[] Fingerprint { get; init; }

    public required string Reply { get; init; }

    public DateTimeOffset At { get; init; }
}
