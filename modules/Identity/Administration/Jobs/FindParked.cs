using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Jobs;

/// <summary>搁置的消息: facts that could not be delivered, oldest first. What they say is not shown: it is the business's.</summary>
internal sealed class FindParked(AnminDb db) : IQuestion<FindParked.Request, IReadOnlyList<FindParked.Row>>
{
    public const int Most = 100;

    public sealed record Request;

    /// <param name="LastError">Which reaction failed, and the kind of its fault.</param>
    public sealed record Row(Guid Id, string Wire, DateTimeOffset At, DateTimeOffset ParkedAt, int Attempts, string? LastError);

    public Permission Permission => KernelPermissions.ReplayParked;

    public async Task<Outcome<IReadOnlyList<Row>>> HandleAsync(Request request, CancellationToken ct)
        => await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.ParkedAt != null).OrderBy(m => m.Id).Take(Most).Select(m => new Row(m.Id, m.Wire, m.At, m.ParkedAt!.Value, m.Attempts, m.LastError)).ToListAsync(ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindParked, Request, IReadOnlyList<Row>>("/parked");
}
