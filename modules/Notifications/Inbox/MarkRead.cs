using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Inbox;

/// <summary>标为已读: one message, or all of one's own.</summary>
internal sealed class MarkRead(AnminDb db, CurrentActor current, TimeProvider clock) : IUseCase<MarkRead.Request, MarkRead.Reply>
{
    /// <param name="MessageId">Null for all.</param>
    public sealed record Request(Guid? MessageId = null);

    /// <param name="Link">Where what it is about can be opened; null for all, or where there is nothing to open.</param>
    public sealed record Reply(int Marked, string? Link);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mine = db.Inbox.Where(e => e.StaffId == current.Actor.Id);
        if (request.MessageId is not { } id)
            return new Reply(await mine.Where(e => e.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.ReadAt, now), ct), null);
        if (await mine.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } entry) return KernelProblems.NotFound;
        var marked = entry.ReadAt is null ? 1 : 0;
        entry.ReadAt ??= now;
        return new Reply(marked, entry.Link);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MarkRead, Request, Reply>("/messages/read");
}
