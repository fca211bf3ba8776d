using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Contracts.Notifications;
using Anmin.Identity.Proxies;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>我的: cases, links, messages and who may act, for the citizen of this request.</summary>
internal sealed class GetMine(AnminDb db, ICurrentCitizen citizen, IStaffDirectory staff, IEnumerable<IFamilyCases> cases, IMessageArchive messages, TimeProvider clock) : IQuestion<GetMine.Request, GetMine.Reply>
{
    public sealed record Request;

    public sealed record Proxy(Guid ConsentId, string Officer, string Post, ProxyScope Scope, DateTimeOffset Until);

    /// <param name="By">Who acts for them here.</param>
    public sealed record Reply(string Phone, ProxyCard? By, IReadOnlyList<FamilyCaseLine> Cases, IReadOnlyList<SentMessage> Messages, IReadOnlyList<Proxy> Proxies);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await citizen.FindAsync(ct) is not { } me) return CitizenProblems.SignInFirst;
        var lines = new List<FamilyCaseLine>();
        foreach (var room in cases) lines.AddRange(await room.OfHandlerAsync(me.Phone, ct));
        // what was said to the elder is not for the one who acts
        return new Reply(me.Phone.Masked, me.By, lines, me.By is null ? await messages.ToPhoneAsync(me.Phone, 20, ct) : [], me.By is null ? await ProxiesAsync(me, ct) : []);
    }

    private async Task<IReadOnlyList<Proxy>> ProxiesAsync(CitizenCard me, CancellationToken ct)
    {
        var (index, now) = (db.BlindIndex(me.Phone.Normal), clock.GetUtcNow());
        var given = await db.Set<ProxyConsent>().AsNoTracking().Where(c => EF.Property<byte[]>(c, "PhoneIndex") == index && c.GivenAt != null && c.EndedAt == null && c.Until > now).ToListAsync(ct);
        return [.. given.Select(c => new Proxy(c.Id, staff.Find(c.OfficerId)?.Name ?? "", staff.Find(c.OfficerId)?.Post ?? "", c.Scope, c.Until))];
    }
}
