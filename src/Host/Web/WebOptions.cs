namespace Anmin.Host.Web;

/// <summary>What the web side of this process needs to be told.</summary>
public sealed record WebOptions
{
    /// <summary>Sign-in by persona, without a secret: for invented data only.</summary>
    public bool Personas { get; init; }

    /// <summary>How many forms an address may send in a minute without being signed in. 0 lifts the limit (tests, bench).</summary>
    public int PublicPostsPerMinute { get; init; } = 30;

    /// <summary>How many look-ups by number or code an address may make in a minute without being signed in.</summary>
    public int PublicLookUpsPerMinute { get; init; } = 60;

    /// <summary>How long the head of a request may take to arrive.</summary>
    public TimeSpan SlowestHead { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After this a body must have come at 240 bytes a second.</summary>
    public TimeSpan SlowestBody { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest upload, bytes.</summary>
    public long MostUpload { get; init; } = 10 * 1024 * 1024;

    /// <summary>Largest body that is not an upload, bytes.</summary>
    public long MostBody { get; init; } = 1024 * 1024;
}
