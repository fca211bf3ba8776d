using Anmin.Contracts.Funeral;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Notifications.Messages;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Delivery;

/// <summary>What still waits for somebody who has died is taken out of the queue at once; what comes later is stopped when it is about to leave.</summary>
internal sealed class WhenDeathVerified(AnminDb db, IDeceasedDirectory deceased) : IReaction<DeathVerified>
{
    public async Task HandleAsync(DeathVerified fact, CancellationToken ct)
    {
        if (await deceased.VerifiedOfAsync(fact.CaseId, ct) is not { } person) return;
        var index = db.BlindIndex(person.Normal);
        await db.Outgoing.Where(m => EF.Property<byte[]>(m, "PersonIndex") == index && (m.State == OutgoingState.Queued || m.State == OutgoingState.Failed))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, OutgoingState.Suppressed), ct);
    }
}
