using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Proxies;

/// <summary>我的代办: for whom this officer may act, or asked to, in the last year.</summary>
internal sealed class FindProxies(AnminDb db, CurrentActor current, TimeProvider clock) : IQuestion<FindProxies.Request, FindProxies.Reply>
{
    public sealed record Request;

    /// <param name="State">asked, given, ended.</param>
    public sealed record Row(Guid Id, string Elder, string Phone, ProxyScope Scope, DateTimeOffset AskedAt, DateTimeOffset? GivenAt, DateTimeOffset Until, DateTimeOffset? EndedAt, string State);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => IdentityPermissions.ActAsProxy;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (officer, now) = (current.Actor.Id, clock.GetUtcNow());
        var since = now.AddYears(-1);
        var rows = await db.Set<ProxyConsent>().AsNoTracking().Where(c => c.OfficerId == officer && c.AskedAt > since).OrderByDescending(c => c.Id).Take(200).ToListAsync(ct);
        return new Reply([.. rows.Select(c => new Row(c.Id, c.Elder?.Text ?? "", c.Phone?.Masked ?? "", c.Scope, c.AskedAt, c.GivenAt, c.Until, c.EndedAt, StateOf(c, now)))]);
    }

    private static string StateOf(ProxyConsent consent, DateTimeOffset now) => consent switch
    {
        { EndedAt: not null } => "ended",
        { GivenAt: null } => consent.CodeUntil > now ? "asked" : "ended",
        _ => consent.Until > now ? "given" : "ended",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindProxies, Request, Reply>("/proxies");
}

/// <summary>Whose telephone a number is, as the elders said when they agreed.</summary>
internal sealed class ConsentPhones(AnminDb db) : IPhoneOwners
{
    public async Task<IReadOnlyList<IdNumber>> OwnersOfAsync(PhoneNumber phone, CancellationToken ct)
    {
        var index = db.BlindIndex(phone.Normal);
        var last = await db.Set<ProxyConsent>().AsNoTracking().Where(c => EF.Property<byte[]>(c, "PhoneIndex") == index && c.GivenAt != null && c.PersonId != null).OrderByDescending(c => c.GivenAt).Select(c => c.PersonId).Take(1).ToListAsync(ct);
        return [.. last.OfType<IdNumber>().Where(i => i.IsKnown)];
    }
}
