using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Inbox;

/// <summary>我的消息: one's own, newest first, paged by key.</summary>
internal sealed class FindInbox(AnminDb db, CurrentActor current) : IQuestion<FindInbox.Request, FindInbox.Reply>
{
    public const int PageSize = 30;

    /// <param name="Before">Id of the last one seen.</param>
    public sealed record Request(MessageKind? Kind = null, bool? Unread = null, Guid? Before = null);

    public sealed record Row(Guid Id, MessageKind Kind, string Title, string Text, string? Link, DateTimeOffset At, bool IsRead);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Unread, Guid? Next);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var mine = db.Inbox.AsNoTracking().Where(e => e.StaffId == current.Actor.Id);
        var unread = await mine.CountAsync(e => e.ReadAt == null, ct);
        if (request.Kind is { } kind) mine = mine.Where(e => e.Kind == kind);
        if (request.Unread is true) mine = mine.Where(e => e.ReadAt == null);
        if (request.Before is { } before) mine = mine.Where(e => e.Id.CompareTo(before) < 0);
        var page = await mine.OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        var rows = page.Take(PageSize).Select(e => new Row(e.Id, e.Kind, e.Title, e.Text?.Reveal() ?? "", e.Link, e.At, e.ReadAt is not null)).ToList();
        return new Reply(rows, unread, page.Count > PageSize ? rows[^1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindInbox, Request, Reply>("/messages");
}
