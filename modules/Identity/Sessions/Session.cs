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

    /// <summary>Browser and system in words, for the person who looks down the list of their sessions.</summary>
    public string Agent { get; init; } = "";

    /// <summary>What the cookie must carry besides the id; drawn anew when the person proves themselves again, so that a cookie from before is worth nothing.</summary>
    public Guid Ticket { get; set; } = Guid.NewGuid();

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>left</c>, <c>idle</c>, <c>age</c>, <c>revoked</c>, <c>replaced</c>, <c>barred</c>.</summary>
    public string? EndReason { get; set; }
}

/// <summary>The session of the request at hand; null for the public and for machines.</summary>
internal sealed class CurrentSession
{
    public Session? Session { get; set; }
}

/// <summary>Why a session ended.</summary>
internal static class SessionEnd
{
    public const string Left = "left";
    public const string Idle = "idle";
    public const string Age = "age";
    public const string Revoked = "revoked";
    public const string Replaced = "replaced";
    public const string Barred = "barred";
}

/// <summary>How somebody proved who they are (RFC 8176).</summary>
internal static class Proof
{
    public const string Password = "pwd";
    public const string Code = "otp";

    /// <summary>A passkey whose holder was verified by the device: both factors in one.</summary>
    public const string Passkey = "hwk user";
    public const string Demonstration = "demo";
    public const string ConsoleLink = "link";

    /// <summary>Another provider vouched for them.</summary>
    public const string Federated = "fed";

    /// <summary>One of the ten codes kept on paper; RFC 8176 has no word of its own for it.</summary>
    public const string RecoveryCode = "kba";

    public static string And(string one, string other) => string.Join(' ', (one + " " + other).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());

    public static bool Has(string methods, string method) => methods.Split(' ').Contains(method);
}
