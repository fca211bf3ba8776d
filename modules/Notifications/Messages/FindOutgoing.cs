using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Notifications.Delivery;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Messages;

/// <summary>消息发送: how many in which state, and the last ones without telephone and text.</summary>
internal sealed class FindOutgoing(AnminDb db, ISmsPort sms) : IQuestion<FindOutgoing.Request, FindOutgoing.Reply>
{
    public const int PageSize = 50;

    public sealed record Request(OutgoingState? State = null, Guid? Before = null);

    public sealed record Row(Guid Id, DateTimeOffset QueuedAt, MessageKind Kind, OutgoingChannel Channel, string Template, string To, OutgoingState State, int Attempts, string? LastError, DateTimeOffset NextAt);

    /// <param name="Port">The way text messages take: 短信网关 or 文件.</param>
    public sealed record Reply(string Port, IReadOnlyDictionary<OutgoingState, int> Counts, IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => NotificationsPermissions.WatchMessages;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var counts = await db.Outgoing.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = db.Outgoing.AsNoTracking();
        if (request.State is { } state) rows = rows.Where(m => m.State == state);
        if (request.Before is { } before) rows = rows.Where(m => m.Id.CompareTo(before) < 0);
        var page = await rows.OrderByDescending(m => m.Id).Take(PageSize + 1).Select(m => new { m.Id, m.QueuedAt, m.Kind, m.Channel, m.Template, m.Phone, m.GroupId, m.State, m.Attempts, m.LastError, m.NextAt }).ToListAsync(ct);
        return new Reply(sms.Name, counts, [.. page.Take(PageSize).Select(m => new Row(m.Id, m.QueuedAt, m.Kind, m.Channel, m.Template, m.Phone?.Masked ?? m.GroupId ?? "", m.State, m.Attempts, m.LastError, m.NextAt))],
            page.Count > PageSize ? page[PageSize - 1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindOutgoing, Request, Reply>("/admin/messages");
}

/// <summary>重发: a message given up gets another round of tries. One whose addressee has died stays unsent.</summary>
internal sealed class ResendMessage(AnminDb db, TimeProvider clock) : IUseCase<ResendMessage.Request, Done>
{
    public sealed record Request(Guid MessageId);

    public Permission Permission => NotificationsPermissions.ManageChannels;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Outgoing.SingleOrDefaultAsync(m => m.Id == request.MessageId, ct) is not { } message) return KernelProblems.NotFound;
        if (message.State != OutgoingState.Dead) return NotificationsProblems.NotResendable;
        (message.State, message.Attempts, message.NextAt) = (OutgoingState.Queued, 0, clock.GetUtcNow());
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ResendMessage, Request, Done>("/admin/messages/resend");
}
