using Anmin.Contracts.Identity;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Proxies;

/// <summary>收回授权: by the elder on their own page, or by the officer. From now on the officer can do nothing more for them, and the elder is told.</summary>
internal sealed class EndConsent(AnminDb db, ICurrentCitizen citizen, IStaffDirectory staff, IMessageDesk desk, Reference reference, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<EndConsent.Request, Done>
{
    public sealed record Request(Guid ConsentId);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<ProxyConsent>().SingleOrDefaultAsync(c => c.Id == request.ConsentId, ct) is not { } consent || !await IsTheirsAsync(consent, ct)) return KernelProblems.NotFound;
        context.About(consent.Id, "收回代办授权");
        if (consent.EndedAt is not null) return Done.It;
        var given = consent.GivenAt is not null;
        (consent.EndedAt, consent.EndedBy) = (clock.GetUtcNow(), current.Actor.Id);
        if (given && staff.Find(consent.OfficerId) is { } officer)
            await desk.QueueAsync(new("proxy.ended", new ToPhone(consent.Phone!, consent.PersonId), new Dictionary<string, object?> { ["officer"] = PersonName.Parse(officer.Name).Value, ["hotline"] = reference.Now.City.Hotline }) { Subject = consent.Id }, ct);
        return Done.It;
    }

    private async Task<bool> IsTheirsAsync(ProxyConsent consent, CancellationToken ct)
        => consent.OfficerId == current.Actor.Id || (await citizen.FindAsync(ct) is { By: null } card && card.Phone.Normal == consent.Phone?.Normal);
}
