using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Notices;

/// <summary>看公告: by staff, which is kept, or by anybody where it is public.</summary>
internal sealed class ReadNotice(AnminDb db, CurrentActor current, TimeProvider clock) : IUseCase<ReadNotice.Request, ReadNotice.Reply>
{
    /// <param name="Confirm">已阅: said on purpose.</param>
    public sealed record Request(Guid NoticeId, bool Confirm = false);

    /// <param name="Html">Made from Markdown by us; safe to show.</param>
    public sealed record Reply(Guid Id, string Title, string Html, DateTimeOffset From, bool MustConfirm, DateTimeOffset? ConfirmedAt);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.NoticeId, ct);
        if (notice is null || !notice.InForce(now) || !notice.IsFor(current.Actor)) return KernelProblems.NotFound;
        DateTimeOffset? confirmed = null;
        if (current.Actor.IsSignedIn)
        {
            var reading = await db.NoticeReadings.SingleOrDefaultAsync(r => r.NoticeId == notice.Id && r.StaffId == current.Actor.Id, ct);
            if (reading is null) db.Add(reading = new NoticeReading { NoticeId = notice.Id, StaffId = current.Actor.Id, ReadAt = now });
            if (request.Confirm && notice.MustConfirm) reading.ConfirmedAt ??= now;
            confirmed = reading.ConfirmedAt;
        }
        return new Reply(notice.Id, notice.Title, NoticeText.ToHtml(notice.Body), notice.From, notice.MustConfirm, confirmed);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReadNotice, Request, Reply>("/notices/read");
}
