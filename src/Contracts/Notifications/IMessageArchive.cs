using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Notifications;

/// <summary>What was said to whom. Read-only.</summary>
public interface IMessageArchive
{
    /// <summary>Messages to this telephone, newest first. Codes are left out, and so is what was never sent.</summary>
    Task<IReadOnlyList<SentMessage>> ToPhoneAsync(PhoneNumber phone, int most, CancellationToken ct);

    /// <summary>How many messages a member of staff has not read. One count over an index.</summary>
    ValueTask<int> UnreadAsync(string staffId, CancellationToken ct);
}

public sealed record SentMessage(DateTimeOffset At, string Text, Guid? Subject);
