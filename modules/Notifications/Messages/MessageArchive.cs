using Anmin.Contracts.Notifications;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Notifications.Messages;

internal sealed class MessageArchive(AnminDb db, IServiceScopeFactory scopes) : IMessageArchive
{
    public async Task<IReadOnlyList<SentMessage>> ToPhoneAsync(PhoneNumber phone, int most, CancellationToken ct)
    {
        var index = db.BlindIndex(phone.Normal);
        var found = await db.Outgoing.AsNoTracking().Where(m => EF.Property<byte[]>(m, "PhoneIndex") == index && m.Kind != MessageKind.Code && m.State == OutgoingState.Sent)
            .OrderByDescending(m => m.QueuedAt).Take(most).ToListAsync(ct);
        return [.. found.Select(m => new SentMessage(m.SentAt ?? m.QueuedAt, m.Text?.Reveal() ?? "", m.Subject))];
    }

    /// <summary>In a scope of its own: the frame and the page are drawn at once, and one database context serves one at a time.</summary>
    public async ValueTask<int> UnreadAsync(string staffId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AnminDb>().Inbox.Where(e => e.StaffId == staffId && e.ReadAt == null).Take(100).CountAsync(ct);
    }
}
