using Anmin.Kernel.Actors;

namespace Anmin.Contracts.Notifications;

/// <summary>通知公告 in force now. Read-only; pinned ones first, then newest.</summary>
public interface INoticeBoard
{
    Task<IReadOnlyList<NoticeLine>> ForAsync(Actor actor, int most, CancellationToken ct);

    Task<IReadOnlyList<NoticeLine>> PublicAsync(int most, CancellationToken ct);
}

/// <param name="Unread">Of this person; false for the public.</param>
/// <param name="ToConfirm">This person must still confirm that they have read it.</param>
/// <param name="Link">Path that opens it.</param>
public sealed record NoticeLine(Guid Id, string Title, DateTimeOffset From, bool Pinned, bool Unread, bool ToConfirm, string Link);
