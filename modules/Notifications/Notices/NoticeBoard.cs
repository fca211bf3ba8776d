using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Notices;

internal sealed class NoticeBoard(AnminDb db, TimeProvider clock) : INoticeBoard
{
    public async Task<IReadOnlyList<NoticeLine>> ForAsync(Actor actor, int most, CancellationToken ct)
    {
        var shown = (await InForceAsync(ct)).Where(n => n.IsFor(actor)).Take(most).ToList();
        var ids = shown.Select(n => n.Id).ToList();
        var read = actor.IsSignedIn ? await db.NoticeReadings.AsNoTracking().Where(r => r.StaffId == actor.Id && ids.Contains(r.NoticeId)).ToDictionaryAsync(r => r.NoticeId, ct) : [];
        return [.. shown.Select(n => new NoticeLine(n.Id, n.Title, n.From, n.Pinned, !read.ContainsKey(n.Id), n.MustConfirm && read.GetValueOrDefault(n.Id)?.ConfirmedAt is null, $"/work/notices/{n.Id:N}"))];
    }

    public async Task<IReadOnlyList<NoticeLine>> PublicAsync(int most, CancellationToken ct)
        => [.. (await InForceAsync(ct)).Where(n => n.Audience == NoticeAudience.Public).Take(most).Select(n => new NoticeLine(n.Id, n.Title, n.From, n.Pinned, false, false, $"/notices/{n.Id:N}"))];

    private Task<List<Notice>> InForceAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Notices.AsNoTracking().Where(n => n.WithdrawnAt == null && n.From <= now && (n.Until == null || n.Until > now)).OrderByDescending(n => n.Pinned).ThenByDescending(n => n.From).Take(500).ToListAsync(ct);
    }
}

/// <summary>公告 for whoever asks: staff their own, everybody else the public ones.</summary>
internal sealed class ListNotices(INoticeBoard board, CurrentActor current) : IQuestion<ListNotices.Request, ListNotices.Reply>
{
    /// <param name="Public">Only what is for everybody.</param>
    public sealed record Request(bool? Public = null);

    public sealed record Reply(IReadOnlyList<NoticeLine> Rows);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => new Reply(request.Public is true || !current.Actor.IsSignedIn ? await board.PublicAsync(100, ct) : await board.ForAsync(current.Actor, 200, ct));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ListNotices, Request, Reply>("/notices");
}
