namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>One system to be told that one session is over. Tried until it has heard, or for a day.</summary>
internal sealed class LogoutNotice
{
    /// <summary>A minute, then twice as long each time, an hour at most: some thirty tries in a day.</summary>
    public const int MostTries = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ClientId { get; init; }

    public required string StaffId { get; init; }

    public required Guid SessionId { get; init; }

    public int Tries { get; set; }

    /// <summary>Null when it is settled.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The HTTP status or the kind of fault of the last try; <c>ok</c> when it has heard.</summary>
    public string? Last { get; set; }

    public void Settle(string result, DateTimeOffset now)
    {
        Tries++;
        Last = result;
        if (result == "ok" || Tries >= MostTries) (DoneAt, NextAt) = (now, null);
        else NextAt = now + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Tries - 1)));
    }
}
