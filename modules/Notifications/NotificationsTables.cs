using Anmin.Kernel.Data;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Inbox;
using Anmin.Notifications.Messages;
using Anmin.Notifications.Notices;
using Anmin.Notifications.Templates;
using Anmin.Notifications.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications;

/// <summary>The module's tables by name, so that entities stay internal.</summary>
internal static class NotificationsTables
{
    extension(AnminDb db)
    {
        public DbSet<OutgoingMessage> Outgoing => db.Set<OutgoingMessage>();
        public DbSet<InboxEntry> Inbox => db.Set<InboxEntry>();
        public DbSet<MessagePreference> MessagePreferences => db.Set<MessagePreference>();
        public DbSet<MessageTemplate> MessageTemplates => db.Set<MessageTemplate>();
        public DbSet<GroupChannel> GroupChannels => db.Set<GroupChannel>();
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<NoticeReading> NoticeReadings => db.Set<NoticeReading>();
        public DbSet<Webhook> Webhooks => db.Set<Webhook>();
        public DbSet<WebhookDelivery> WebhookDeliveries => db.Set<WebhookDelivery>();
    }
}
