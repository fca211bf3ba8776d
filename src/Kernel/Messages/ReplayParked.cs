using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Messages;

/// <summary>Gives a parked fact another round of attempts. Reactions that already had it are not run again.</summary>
public sealed class ReplayParked(AnminDb db, TimeProvider clock) : IUseCase<ReplayParked.Request, Done>
{
    public sealed record Request(Guid MessageId);

    public Permission Permission => KernelPermissions.ReplayParked;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var message = await db.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == request.MessageId && m.ParkedAt != null, ct);
        if (message is null) return KernelProblems.NotFound;
        (message.ParkedAt, message.Attempts, message.NextAt) = (null, 0, clock.GetUtcNow());
        return Done.It;
    }
}
