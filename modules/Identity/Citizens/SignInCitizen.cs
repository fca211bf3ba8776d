using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>
/// 填验证码. A wrong one is no refusal but a kept fact, so that the count of tries survives: raised by the database itself,
/// five at most however many ask at once.
/// </summary>
internal sealed class SignInCitizen(AnminDb db, CommandContext context, TimeProvider clock) : IUseCase<SignInCitizen.Request, SignInCitizen.Reply>
{
    public sealed record Request(Guid CodeId, string? Code);

    /// <param name="Token">The session's secret for the cookie; null where the code was wrong. Never run this with an idempotency key, which would store it.</param>
    /// <param name="Left">Tries left.</param>
    public sealed record Reply(string? Token, int Left);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (CitizenCode.Read(request.Code) is not { } typed) return CitizenProblems.BadCode;
        var now = clock.GetUtcNow();
        context.About(request.CodeId, "群众填写登录验证码");
        var open = db.Set<CitizenCode>().Where(c => c.Id == request.CodeId && c.ClosedAt == null && c.ExpiresAt > now);
        if (await open.Where(c => c.Tries < CitizenCode.MostTries).ExecuteUpdateAsync(s => s.SetProperty(c => c.Tries, c => c.Tries + 1), ct) == 0) return CitizenProblems.CodeOver;
        var code = await open.SingleAsync(ct);
        if (!CitizenCode.Fits(db, code.Id, typed, code.Hash))
        {
            context.About(request.CodeId, "群众登录验证码填错");
            return new Reply(null, CitizenCode.MostTries - code.Tries);
        }
        if (await open.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClosedAt, now), ct) == 0) return CitizenProblems.CodeOver;
        var token = CitizenSession.Draw();
        db.Add(new CitizenSession { Token = CitizenSession.HashOf(token), Phone = code.Phone, BeganAt = now, LastSeenAt = now });
        return new Reply(token, CitizenCode.MostTries);
    }
}

/// <summary>退出: this browser's session, and what is acted under it, ends here.</summary>
internal sealed class SignOutCitizen(AnminDb db, TimeProvider clock) : IUseCase<SignOutCitizen.Request, Done>
{
    public sealed record Request(string Token);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var (hash, now) = (CitizenSession.HashOf(request.Token), clock.GetUtcNow());
        await db.Set<CitizenSession>().Where(s => s.Token == hash && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, now), ct);
        return Done.It;
    }
}
