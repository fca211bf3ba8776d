using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Identity.SingleSignOn;
using Anmin.Identity.SingleSignOn.Logout;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.SingleSignOn;

/// <summary>Telling other systems that somebody has left.</summary>
public sealed class LogoutNoticeTests
{
    [Fact]
    public void One_that_does_not_hear_is_told_again_later_and_later_and_not_for_ever()
    {
        var (now, notice) = (FakeClock.Start, new LogoutNotice { ClientId = "c", StaffId = "s", SessionId = Guid.NewGuid(), NextAt = FakeClock.Start });
        var waits = new List<double>();
        while (notice.NextAt is not null)
        {
            notice.Settle("500", now);
            if (notice.NextAt is { } next) waits.Add((next - now).TotalMinutes);
            now = notice.NextAt ?? now;
        }
        waits.Take(7).ShouldBe([1, 2, 4, 8, 16, 32, 60]);
        waits.Count.ShouldBe(LogoutNotice.MostTries - 1);
        (now - FakeClock.Start).TotalHours.ShouldBeInRange(20, 28);
        notice.DoneAt.ShouldBe(now);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_session_that_is_over_ends_its_grants_and_each_system_that_asked_is_told_once(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var client = (await app.As("安全管理员").RunAsync(s => s.GetRequiredService<Anmin.Identity.Clients.Registration.RegisterClient>(), new(ClientKind.Web, "要通知的", Redirects: ["https://a.example/cb"], BackChannel: "https://a.example/left"))).Value!.ClientId;
        var session = Guid.NewGuid();
        var (plain, offline, other) = (Grant(client, session, "openid"), Grant(client, session, "openid offline_access"), Grant(client, Guid.NewGuid(), "openid"));
        await app.As("前台").RunAsync(s => new Writing(s.GetRequiredService<AnminDb>(), [plain, offline, other]), new Writing.Request());
        await EndAsync(app, new SessionEnded(session, "t-qiantai", "left"));
        await EndAsync(app, new SessionEnded(session, "t-qiantai", "left"));
        (await app.CountAsync("select count(*) from identity_logout_notice")).ShouldBe(1);
        (await RevokedAsync(app)).ShouldBe([plain.Id], "offline work goes on after an ordinary leaving");
        await EndAsync(app, new SessionEnded(session, "t-qiantai", "barred"));
        (await RevokedAsync(app)).Order().ShouldBe(new[] { plain.Id, offline.Id }.Order());
    }

    private static async Task<List<Guid>> RevokedAsync(TestApp app) => await app.ReadAsync(db => db.Set<SignOnGrant>().Where(g => g.RevokedAt != null).Select(g => g.Id).ToListAsync());

    private static SignOnGrant Grant(string client, Guid session, string scopes) => new()
    {
        ClientId = client,
        StaffId = "t-qiantai",
        SessionId = session,
        Scopes = scopes,
        AuthAt = FakeClock.Start,
        Methods = "pwd",
        RedirectUri = "https://a.example/cb",
        Challenge = new string('x', 43),
        CodeHash = ClientSecret.HashOf(ClientSecret.Draw()),
        CodeUntil = FakeClock.Start.AddMinutes(1),
        CodeUsedAt = FakeClock.Start,
        CreatedAt = FakeClock.Start,
    };

    /// <summary>As the dispatcher does: the reaction and what it changed, in one commit.</summary>
    private static async Task EndAsync(TestApp app, SessionEnded fact)
        => await app.As(Anmin.Kernel.Actors.Actor.System).RunAsync(s => new Reacting(s.GetRequiredService<WhenSessionEnded>(), fact), new Reacting.Request());

    private sealed class Reacting(WhenSessionEnded reaction, SessionEnded fact) : Anmin.Kernel.Commands.IUseCase<Reacting.Request, Anmin.Kernel.Outcomes.Done>
    {
        public sealed record Request;

        public Anmin.Kernel.Actors.Permission Permission => Anmin.Kernel.Actors.Permission.Anyone;

        public async Task<Anmin.Kernel.Outcomes.Outcome<Anmin.Kernel.Outcomes.Done>> HandleAsync(Request request, CancellationToken ct)
        {
            await reaction.HandleAsync(fact, ct);
            return Anmin.Kernel.Outcomes.Done.It;
        }
    }

    private sealed class Writing(AnminDb db, SignOnGrant[] grants) : Anmin.Kernel.Commands.IUseCase<Writing.Request, Anmin.Kernel.Outcomes.Done>
    {
        public sealed record Request;

        public Anmin.Kernel.Actors.Permission Permission => Anmin.Kernel.Actors.Permission.Anyone;

        public Task<Anmin.Kernel.Outcomes.Outcome<Anmin.Kernel.Outcomes.Done>> HandleAsync(Request request, CancellationToken ct)
        {
            db.AddRange(grants);
            return Task.FromResult<Anmin.Kernel.Outcomes.Outcome<Anmin.Kernel.Outcomes.Done>>(Anmin.Kernel.Outcomes.Done.It);
        }
    }
}
