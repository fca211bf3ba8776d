using Anmin.Contracts.Funeral;
using Anmin.Contracts.Notifications;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Inbox;
using Anmin.Notifications.Messages;
using Anmin.Notifications.Notices;
using Anmin.Notifications.Templates;
using Anmin.Notifications.Webhooks;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anmin.Notifications;

/// <summary>消息·通知公告·推送: how the house tells people and systems something.</summary>
public sealed class NotificationsModule : IModule
{
    public string Name => "notifications";

    public IReadOnlyList<Permission> Permissions => NotificationsPermissions.All;

    public IReadOnlyList<Setting> Settings => NotificationsSettings.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(NotificationsModule).Assembly);
        services.AddSingleton(MessageTemplateFile.Make());
        services.AddSingleton<TemplateBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<TemplateBook>());
        services.AddScoped<IMessageDesk, MessageDesk>();
        services.AddScoped<IMessageArchive, MessageArchive>();
        // delivery
        services.AddSingleton<QuietHours>().AddSingleton<OutsideCalls>().AddSingleton<GroupRobot>().AddSingleton<FileSmsPort>();
        services.AddSingleton<ISmsPort>(s => HttpSmsPort.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<OutsideCalls>()) ?? s.GetRequiredService<FileSmsPort>());
        services.AddScoped<DeceasedCheck>().AddScoped<WhenDeathVerified>();
        services.AddSingleton<DeliverMessages>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<DeliverMessages>());
        services.AddSingleton<IJob, ForgetMessages>();
        services.TryAddSingleton(new SmsWindow(false));
        services.AddScoped<INoticeBoard, NoticeBoard>();
        services.AddScoped<QueueForWebhooks>();
        services.AddSingleton<DeliverWebhooks>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<DeliverWebhooks>());
        services.AddSingleton(new MenuEntry(70, Permission.SignedIn, "/work/notices", "公告", "bell"));
        services.AddSingleton(new MenuEntry(800, NotificationsPermissions.ManageNotices, "/admin/notices", "通知公告", "bell") { Group = "消息" });
        services.AddSingleton(new MenuEntry(830, NotificationsPermissions.ManageWebhooks, "/admin/webhooks", "推送", "swap") { Group = "开放接口" });
        services.AddSingleton(new MenuEntry(831, NotificationsPermissions.ManageWebhooks, "/admin/webhooks/deliveries", "推送记录", "clock") { Group = "开放接口" }.Counting((db, _) => db.WebhookDeliveries.Where(d => d.State == DeliveryState.Dead)));
        services.AddSingleton(new MenuEntry(810, NotificationsPermissions.WatchMessages, "/admin/messages", "消息发送", "letter") { Group = "消息" });
        services.AddSingleton(new MenuEntry(820, NotificationsPermissions.ManageChannels, "/admin/messages/groups", "群机器人", "talk") { Group = "消息" });
    }

    public void AddReactions(Reactions reactions) => reactions.On<DeathVerified, WhenDeathVerified>().OnEvery<QueueForWebhooks>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        MessageTemplate.Map(model);
        OutgoingMessage.Map(model, vault);
        InboxEntry.Map(model, vault);
        MessagePreference.Map(model, vault);
        GroupChannel.Map(model, vault);
        Notices.Notice.Map(model);
        Webhook.Map(model, vault);
        WebhookDelivery.Map(model);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindInbox.Map(routes);
        MarkRead.Map(routes);
        SetPreferences.Map(routes);
        GetPreferences.Map(routes);
        FindOutgoing.Map(routes);
        ResendMessage.Map(routes);
        FindGroups.Map(routes);
        SaveGroup.Map(routes);
        PublishNotice.Map(routes);
        WithdrawNotice.Map(routes);
        FindNotices.Map(routes);
        FindReaders.Map(routes);
        ListNotices.Map(routes);
        ReadNotice.Map(routes);
        FindWebhooks.Map(routes);
        EndWebhook.Map(routes);
        FindDeliveries.Map(routes);
        ReplayDeliveries.Map(routes);
    }
}
