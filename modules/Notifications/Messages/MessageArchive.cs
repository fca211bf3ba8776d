using Anmin.Contracts.Notifications;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Messages;

internal sealed class MessageArchive(AnminDb db) : IMessageArchive
{
    public async Task<IReadOnlyList<SentMessage>> ToPhoneAsync(PhoneNumber phone, int most, CancellationToken ct)
    {
        var index = db.BlindIndex(phone.Normal);
        var found = await db.Outgoing.AsNoTracking().Where(m => EF.Property<byte[]>(m, "PhoneIndex") == index && m.Kind != MessageKind.Code && m.State == OutgoingState.Sent)
            .OrderByDescending(m => m.QueuedAt).Take(most).ToListAsync(ct);
        return [.. found.Select(m => new SentMessage(m.SentAt ?? m.QueuedAt, m.Text?.Reveal() ?? "", m.Subject))];
    }

    public async ValueTask<int> UnreadAsync(string staffId, CancellationToken ct) => await db.Inbox.CountAsync(e => e.StaffId == staffId && e.ReadAt == null, ct);
}
