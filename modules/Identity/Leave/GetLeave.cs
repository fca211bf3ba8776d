using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Leave;

/// <summary>My posts, who stands in for me or did, and for whom I do. Of the last year.</summary>
internal sealed class GetLeave(AnminDb db, PeopleBook people, CurrentActor current) : IQuestion<GetLeave.Request, GetLeave.Reply>
{
    public sealed record Request;

    /// <summary>A post held in one's own right: what can be given to a stand-in.</summary>
    public sealed record OwnPost(string Id, string Name);

    /// <param name="Who">The stand-in, or whom I stand in for.</param>
    public sealed record Line(Guid Id, string Who, string Post, DateOnly From, DateOnly Until, string Reason, bool Now, bool Over);

    public sealed record Reply(DateOnly Today, IReadOnlyList<OwnPost> Posts, IReadOnlyList<Line> ForMe, IReadOnlyList<Line> ByMe);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (now, me) = (people.Now, current.Actor.Id);
        var since = now.Day.AddYears(-1);
        var all = await db.Set<Appointment>().AsNoTracking().Where(a => a.InPlaceOf != null && (a.InPlaceOf == me || a.StaffId == me) && a.Until >= since).OrderByDescending(a => a.From).ThenByDescending(a => a.Id).ToListAsync(ct);
        var posts = now.Holdings.GetValueOrDefault(me, []).Where(h => h.InPlaceOf is null).Select(h => h.Post).DistinctBy(p => p.Id).Select(p => new OwnPost(p.Id, p.Name));
        return new Reply(now.Day, [.. posts], [.. all.Where(a => a.InPlaceOf == me).Select(a => LineOf(a, a.StaffId, now))], [.. all.Where(a => a.StaffId == me).Select(a => LineOf(a, a.InPlaceOf!, now))]);
    }

    private static Line LineOf(Appointment a, string who, PeopleView now)
        => new(a.Id, now.Staff.GetValueOrDefault(who)?.Name ?? who, now.Posts.GetValueOrDefault(a.PostId)?.Name ?? a.PostId, a.From, a.Until!.Value, a.Reason, a.Holds(now.Day), a.EndedAt is not null || a.Until < now.Day);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetLeave, Request, Reply>("/me/stand-ins");
}
