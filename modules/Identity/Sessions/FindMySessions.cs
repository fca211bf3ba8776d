using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>Where one is signed in just now, the latest first.</summary>
internal sealed class FindMySessions(AnminDb db, CurrentActor current, CurrentSession present) : IQuestion<FindMySessions.Request, FindMySessions.Reply>
{
    public sealed record Request;

    public sealed record Row(Guid Id, DateTimeOffset BeganAt, DateTimeOffset LastSeenAt, string Methods, string Device, string Agent, bool Here);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (mine, here) = (current.Actor.Id, present.Session?.Id);
        return new Reply(await db.Set<Session>().AsNoTracking().Where(s => s.StaffId == mine && s.EndedAt == null).OrderByDescending(s => s.LastSeenAt).Take(50)
            .Select(s => new Row(s.Id, s.BeganAt, s.LastSeenAt, s.Methods, s.Device, s.Agent, s.Id == here)).ToListAsync(ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindMySessions, Request, Reply>("/me/sessions");
}
