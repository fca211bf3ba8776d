using Anmin.Contracts.Notifications;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Inbox;
using Anmin.Notifications.Templates;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Messages;

/// <summary>Writes a message out and lays it on the channels, in the commit of whoever hands it in.</summary>
internal sealed class MessageDesk(AnminDb db, TemplateBook templates, SettingBook settings, Reference reference, QuietHours quiet, TimeProvider clock) : IMessageDesk
{
    private readonly record struct Written(string Title, string Text, string Sms);

    public Task QueueAsync(Message message, CancellationToken ct)
    {
        var written = templates.Find(message.Template) is { } template ? Write(message, template) : default;
        return message.To switch
        {
            ToStaff staff => ForStaffAsync(message, staff, written, ct),
            ToPhone phone => SmsAsync(message, phone.Phone, phone.Person, written, ct),
            ToGroup group => GroupAsync(message, group, written, ct),
            _ => throw new NotSupportedException(message.To.GetType().Name),
        };
    }

    private async Task ForStaffAsync(Message message, ToStaff staff, Written written, CancellationToken ct)
    {
        var wishes = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == staff.StaffId, ct) ?? new MessagePreference { StaffId = staff.StaffId };
        if (wishes.WantsInbox(message.Kind) && !await db.Inbox.AnyAsync(e => e.Id == message.Id, ct))
            db.Add(new InboxEntry
            {
                Id = message.Id,
                StaffId = staff.StaffId,
                Kind = message.Kind,
                Title = written.Title is { Length: > 0 } title ? title : "系统消息",
                Text = Sealed(written.Text is { Length: > 0 } text ? text : "这条消息没有写好模板。请把上面的标题和时间告诉管理员。"),
                Link = message.Link,
                Subject = message.Subject,
                At = clock.GetUtcNow(),
            });
        if (wishes.WantsSms(message.Kind) && wishes.Phone is { } phone) await SmsAsync(message, phone, null, written, ct);
    }

    private async Task SmsAsync(Message message, PhoneNumber phone, IdNumber? person, Written written, CancellationToken ct)
    {
        if (await db.Outgoing.AnyAsync(m => m.Id == message.Id, ct)) return;
        var state = written.Sms is not { Length: > 0 } || !phone.IsMobile ? OutgoingState.Dead : await HasEnoughAsync(phone, ct) ? OutgoingState.Limited : OutgoingState.Queued;
        db.Add(Outgoing(message, OutgoingChannel.Sms, state, written.Sms, "", phone, person, null));
    }

    private async Task GroupAsync(Message message, ToGroup group, Written written, CancellationToken ct)
    {
        if (await db.Outgoing.AnyAsync(m => m.Id == message.Id, ct)) return;
        db.Add(Outgoing(message, OutgoingChannel.Group, written.Text is { Length: > 0 } ? OutgoingState.Queued : OutgoingState.Dead, written.Text, written.Title, null, null, group.GroupId));
    }

    private OutgoingMessage Outgoing(Message message, OutgoingChannel channel, OutgoingState state, string? text, string? title, PhoneNumber? phone, IdNumber? person, string? group)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = message.Id,
            Kind = message.Kind,
            Channel = channel,
            Template = message.Template,
            Phone = phone,
            Person = person,
            About = message.About,
            GroupId = group,
            Title = title ?? "",
            Text = Sealed(text ?? ""),
            Subject = message.Subject,
            State = state,
            QueuedAt = now,
            NextAt = message.Kind == MessageKind.Normal ? quiet.NotBefore(now) : now,
            Until = message.Until,
            LastError = state switch { OutgoingState.Dead => OutgoingWords.NoTemplate, OutgoingState.Limited => OutgoingWords.TooMany, _ => null },
        };
    }

    /// <summary>However many rooms write to one telephone: by the hour and by the day it is enough.</summary>
    private async Task<bool> HasEnoughAsync(PhoneNumber phone, CancellationToken ct)
    {
        var (index, now) = (db.BlindIndex(phone.Normal), clock.GetUtcNow());
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        var recent = db.Outgoing.Where(m => EF.Property<byte[]>(m, "PhoneIndex") == index && m.State != OutgoingState.Limited && m.State != OutgoingState.Suppressed);
        return await recent.CountAsync(m => m.QueuedAt > hour, ct) >= settings.Number(NotificationsSettings.PhoneHour)
            || await recent.CountAsync(m => m.QueuedAt > day, ct) >= settings.Number(NotificationsSettings.PhoneDay);
    }

    private Written Write(Message message, MessageTemplate template)
    {
        var now = reference.Now;
        var values = MessageText.Write(message.Values, now.Zone);
        values["sender"] = now.City.Bureau;
        values["link"] = LinkOf(message.Link);
        return new(MessageText.Fill(template.Title, values), MessageText.Fill(template.Text, values), MessageText.Fill(template.Sms, values));
    }

    public bool WritesLinks => Site.Length > 0;

    private string Site => settings.Text(NotificationsSettings.SiteAddress).TrimEnd('/');

    /// <summary>Only ever our own site.</summary>
    private string? LinkOf(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && WritesLinks ? Site + path : null;

    private static SensitiveText Sealed(string text) => SensitiveText.FromStore(text);
}
