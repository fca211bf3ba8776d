namespace Anmin.Identity.Sessions;

/// <summary>One sign-in of one person on one device, from entering to leaving. The cookie names it; whatever ends it here ends it everywhere.</summary>
internal sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string StaffId { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When the person last proved who they are: at sign-in, or when asked again.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>How, as RFC 8176 method references separated by spaces: <c>pwd otp</c>, <c>hwk user</c>, <c>fed</c>; <c>demo</c> for a persona, <c>link</c> for the console link.</summary>
    public required string Methods { get; set; }

    /// <summary>Address, then the device's own name.</summary>
    public required string Device { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>left</c>, <c>idle</c>, <c>age</c>, <c>revoked</c>, <c>replaced</c>, <c>barred</c>.</summary>
    public string? EndReason { get; set; }
}

/// <summary>The session of the request at hand; null for the public and for machines.</summary>
internal sealed class CurrentSession
{
    public Session? Session { get; set; }
}
