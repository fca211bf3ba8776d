using Anmin.Identity.Citizens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Proxies;

/// <summary>记下同意: the elder has read the code to the officer. Five tries, ten minutes, by the officer who asked.</summary>
internal sealed class RecordConsent(AnminDb db, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<RecordConsent.Request, RecordConsent.Reply>
{
    public sealed record Request(Guid ConsentId, string? Code);

    /// <param name="Left">Tries left.</param>
    public sealed record Reply(bool Given, int Left);

    public Permission Permission => IdentityPermissions.ActAsProxy;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (CitizenCode.Read(request.Code) is not { } typed) return CitizenProblems.BadCode;
        var (now, officer) = (clock.GetUtcNow(), current.Actor.Id);
        var open = db.Set<ProxyConsent>().Where(c => c.Id == request.ConsentId && c.OfficerId == officer && c.GivenAt == null && c.EndedAt == null && c.CodeUntil > now);
        if (await open.Where(c => c.Tries < CitizenCode.MostTries).ExecuteUpdateAsync(s => s.SetProperty(c => c.Tries, c => c.Tries + 1), ct) == 0) return CitizenProblems.CodeOver;
        var consent = await open.SingleAsync(ct);
        if (!CitizenCode.Fits(db, consent.Id, typed, consent.CodeHash))
        {
            context.About(consent.Id, "代办验证码填错");
            return new Reply(false, CitizenCode.MostTries - consent.Tries);
        }
        consent.GivenAt = now;
        context.About(consent.Id, $"取得代办同意：{ProxyWords.Of(consent.Scope)}");
        return new Reply(true, CitizenCode.MostTries);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordConsent, Request, Reply>("/proxies/consent");
}

/// <summary>开始代办: the officer's browser acts for the elder until the consent, or the officer's own session, is over.</summary>
internal sealed class BeginProxy(AnminDb db, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<BeginProxy.Request, BeginProxy.Reply>
{
    public sealed record Request(Guid ConsentId);

    /// <param name="Token">For the cookie; never run this with an idempotency key, which would store it.</param>
    public sealed record Reply(string Token);

    public Permission Permission => IdentityPermissions.ActAsProxy;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (now, officer) = (clock.GetUtcNow(), current.Actor.Id);
        var consent = await db.Set<ProxyConsent>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.ConsentId && c.OfficerId == officer && c.GivenAt != null && c.EndedAt == null && c.Until > now, ct);
        if (consent is null) return CitizenProblems.NotYours;
        var token = CitizenSession.Draw();
        db.Add(new CitizenSession { Token = CitizenSession.HashOf(token), Phone = consent.Phone, ConsentId = consent.Id, BeganAt = now, LastSeenAt = now });
        context.About(consent.Id, "开始代办");
        return new Reply(token);
    }
}
