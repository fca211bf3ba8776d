using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Notices;

/// <summary>All notices for who writes them, with how many have read and confirmed.</summary>
internal sealed class FindNotices(AnminDb db, IStaffDirectory staff, TimeProvider clock) : IQuestion<FindNotices.Request, FindNotices.Reply>
{
    public sealed record Request(Guid? NoticeId = null);

    /// <param name="State">ahead, now, over, withdrawn.</param>
    public sealed record Row(Guid Id, string Title, string Body, NoticeAudience Audience, string Targets, DateTimeOffset From, DateTimeOffset? Until, bool Pinned, bool MustConfirm, string Author, string State, int Read, int Confirmed);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => NotificationsPermissions.ManageNotices;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var notices = await db.Notices.AsNoTracking().Where(n => request.NoticeId == null || n.Id == request.NoticeId).OrderByDescending(n => n.Id).Take(100).ToListAsync(ct);
        var ids = notices.Select(n => n.Id).ToList();
        var read = await db.NoticeReadings.Where(r => ids.Contains(r.NoticeId)).GroupBy(r => r.NoticeId).Select(g => new { g.Key, Read = g.Count(), Confirmed = g.Count(r => r.ConfirmedAt != null) }).ToDictionaryAsync(g => g.Key, ct);
        return new Reply([.. notices.Select(n => new Row(n.Id, n.Title, n.Body, n.Audience, n.Targets, n.From, n.Until, n.Pinned, n.MustConfirm, staff.Find(n.Author)?.Name ?? n.Author,
            n.WithdrawnAt is not null ? "withdrawn" : n.From > now ? "ahead" : n.Until <= now ? "over" : "now", read.GetValueOrDefault(n.Id)?.Read ?? 0, read.GetValueOrDefault(n.Id)?.Confirmed ?? 0))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindNotices, Request, Reply>("/admin/notices");
}

/// <summary>谁看过: who has opened a notice and who has confirmed it.</summary>
internal sealed class FindReaders(AnminDb db, IStaffDirectory staff) : IQuestion<FindReaders.Request, FindReaders.Reply>
{
    public sealed record Request(Guid NoticeId);

    public sealed record Row(string Name, string Place, DateTimeOffset ReadAt, DateTimeOffset? ConfirmedAt);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => NotificationsPermissions.ManageNotices;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => new Reply([.. (await db.NoticeReadings.AsNoTracking().Where(r => r.NoticeId == request.NoticeId).OrderBy(r => r.ReadAt).Take(2000).ToListAsync(ct))
            .Select(r => new Row(staff.Find(r.StaffId)?.Name ?? r.StaffId, staff.Find(r.StaffId)?.InstitutionName ?? "", r.ReadAt, r.ConfirmedAt))]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindReaders, Request, Reply>("/admin/notices/readers");
}
