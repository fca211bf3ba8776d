using Anmin.Identity.Sessions;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public abstract class SessionTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task Every_sign_in_makes_a_new_session_and_ends_the_one_this_browser_had()
    {
        var browser = new Sitting(app);
        await browser.EnterAsync(app.IdOf("前台"));
        var first = browser.Session!;
        await browser.EnterAsync(app.IdOf("调度"));
        browser.Session!.Id.ShouldNotBe(first.Id);
        browser.Session.Ticket.ShouldNotBe(first.Ticket);
        (await new Sitting(app) { Session = first }.IsInAsync()).ShouldBeFalse("the cookie from before the sign-in is worth nothing");
        (await ReasonAsync(first)).ShouldBe(SessionEnd.Replaced);
    }

    [Fact]
    public async Task A_session_id_without_its_ticket_opens_nothing()
    {
        var browser = new Sitting(app);
        await browser.EnterAsync(app.IdOf("前台"));
        (await browser.IsInAsync()).ShouldBeTrue();
        var thief = new Sitting(app) { Session = new Session { Id = browser.Session!.Id, StaffId = "x", BeganAt = default, LastSeenAt = default, ProvedAt = default, Methods = "", Device = "" } };
        (await thief.IsInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Half_an_hour_without_a_request_is_the_end_and_a_request_before_that_is_not()
    {
        var (idle, busy) = (new Sitting(app), new Sitting(app));
        await idle.EnterAsync(app.IdOf("前台"));
        await busy.EnterAsync(app.IdOf("前台"));
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        (await busy.IsInAsync()).ShouldBeTrue();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await idle.IsInAsync()).ShouldBeFalse();
        (await busy.IsInAsync()).ShouldBeTrue();
        await SweepAsync();
        (await ReasonAsync(idle.Session!)).ShouldBe(SessionEnd.Idle);
        (await ReasonAsync(busy.Session!)).ShouldBeNull();
    }

    [Fact]
    public async Task A_driver_two_hours_without_network_is_still_signed_in_and_after_four_is_not()
    {
        var phone = new Sitting(app);
        await phone.EnterAsync(app.IdOf("司机"));
        app.Clock.Advance(TimeSpan.FromMinutes(120));
        (await phone.IsInAsync()).ShouldBeTrue();
        app.Clock.Advance(TimeSpan.FromMinutes(240));
        (await phone.IsInAsync()).ShouldBeFalse();
        await SweepAsync();
        (await ReasonAsync(phone.Session!)).ShouldBe(SessionEnd.Idle);
    }

    [Fact]
    public async Task Twelve_hours_are_the_end_however_busy()
    {
        var browser = new Sitting(app);
        await browser.EnterAsync(app.IdOf("冷藏"));
        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            (await browser.IsInAsync()).ShouldBeTrue();
        }
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        (await browser.IsInAsync()).ShouldBeFalse();
        await SweepAsync();
        (await ReasonAsync(browser.Session!)).ShouldBe(SessionEnd.Age);
    }

    [Fact]
    public async Task Last_seen_is_written_at_most_once_a_minute()
    {
        var browser = new Sitting(app);
        await browser.EnterAsync(app.IdOf("整容"));
        var began = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromSeconds(59));
        await browser.IsInAsync();
        (await RowAsync(browser.Session!)).LastSeenAt.ShouldBe(began);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.IsInAsync();
        (await RowAsync(browser.Session!)).LastSeenAt.ShouldBe(began + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_fourth_sign_in_replaces_the_one_longest_unused()
    {
        var browsers = Enumerable.Range(0, 4).Select(_ => new Sitting(app)).ToList();
        foreach (var browser in browsers)
        {
            await browser.EnterAsync(app.IdOf("骨灰"));
            app.Clock.Advance(TimeSpan.FromSeconds(90));
            await browsers[0].IsInAsync();
        }
        (await Task.WhenAll(browsers.Select(b => b.IsInAsync()))).ShouldBe([true, false, true, true]);
        (await ReasonAsync(browsers[1].Session!)).ShouldBe(SessionEnd.Replaced);
    }

    [Fact]
    public async Task Where_the_setting_says_so_the_fourth_sign_in_is_refused_and_nobody_is_put_out()
    {
        await Sitting.SetAsync(app, SessionSettings.Replace, "false");
        try
        {
            var browsers = Enumerable.Range(0, 3).Select(_ => new Sitting(app)).ToList();
            foreach (var browser in browsers) (await browser.EnterAsync(app.IdOf("馆长"))).Ok.ShouldBeTrue();
            (await new Sitting(app).EnterAsync(app.IdOf("馆长"))).Problem!.Code.ShouldBe("identity.session.full");
            (await Task.WhenAll(browsers.Select(b => b.IsInAsync()))).ShouldAllBe(b => b);
            (await browsers[0].EnterAsync(app.IdOf("馆长"))).Ok.ShouldBeTrue("the browser that signs in anew takes its own place");
        }
        finally
        {
            await Sitting.SetAsync(app, SessionSettings.Replace, "true");
        }
    }

    [Fact]
    public async Task What_an_administrator_ends_is_over_on_every_node_at_the_next_request()
    {
        await using var node = (ServiceProvider)(await TestApp.OnAsync(app.Database, app.Clock)).Services;
        var (clerk, boss) = (new Sitting(app), new Sitting(app));
        await clerk.EnterAsync(app.IdOf("前台乙"));
        await boss.EnterAsync(app.IdOf("安全管理员"));
        (await clerk.IsInAsync(node)).ShouldBeTrue();
        (await boss.RunAsync<EndSession, EndSession.Request, Anmin.Kernel.Outcomes.Done>(new(clerk.Session!.Id, ""))).Problem!.Code.ShouldBe("kernel.required");
        (await boss.RunAsync<EndSession, EndSession.Request, Anmin.Kernel.Outcomes.Done>(new(clerk.Session.Id, "下班未退出"), key: "end-1")).Ok.ShouldBeTrue();
        (await boss.RunAsync<EndSession, EndSession.Request, Anmin.Kernel.Outcomes.Done>(new(clerk.Session.Id, "下班未退出"), key: "end-1")).Ok.ShouldBeTrue();
        (await clerk.IsInAsync(node)).ShouldBeFalse();
        (await clerk.IsInAsync()).ShouldBeFalse();
        (await app.CountAsync($"select count(*) from kernel_outbox where payload like '%{clerk.Session.Id}%'")).ShouldBe(1);
        (await app.CountAsync("select count(*) from kernel_audit where use_case = 'EndSession' and result = 'ok' and reason = '下班未退出'")).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_without_the_permission_ends_nobody_and_sees_nobody()
    {
        var (clerk, other) = (new Sitting(app), new Sitting(app));
        await clerk.EnterAsync(app.IdOf("火化工甲"));
        await other.EnterAsync(app.IdOf("火化工乙"));
        (await clerk.RunAsync<EndSession, EndSession.Request, Anmin.Kernel.Outcomes.Done>(new(other.Session!.Id, "x"))).Problem!.Code.ShouldBe("kernel.denied");
        (await clerk.RunAsync<FindSessions, FindSessions.Request, FindSessions.Reply>(new())).Problem!.Code.ShouldBe("kernel.denied");
        (await clerk.RunAsync<EndMySessions, EndMySessions.Request, EndMySessions.Reply>(new(other.Session.Id))).Problem.ShouldBe(KernelProblems.NotFound);
        (await other.IsInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task One_ends_one_of_ones_own_sessions_or_all_others()
    {
        var (here, there, elsewhere) = (new Sitting(app), new Sitting(app, "10.0.0.8"), new Sitting(app, "10.0.0.9 pad-2"));
        foreach (var browser in (Sitting[])[here, there, elsewhere]) await browser.EnterAsync(app.IdOf("县局"));
        var mine = (await here.RunAsync<FindMySessions, FindMySessions.Request, FindMySessions.Reply>(new())).Value!.Rows;
        mine.Count.ShouldBe(3);
        mine.Single(r => r.Here).Id.ShouldBe(here.Session!.Id);
        (await here.RunAsync<EndMySessions, EndMySessions.Request, EndMySessions.Reply>(new(there.Session!.Id))).Value!.Ended.ShouldBe(1);
        (await here.RunAsync<EndMySessions, EndMySessions.Request, EndMySessions.Reply>(new())).Value!.Ended.ShouldBe(1);
        (await Task.WhenAll(here.IsInAsync(), there.IsInAsync(), elsewhere.IsInAsync())).ShouldBe([true, false, false]);
        (await new Sitting(app).RunAsync<FindMySessions, FindMySessions.Request, FindMySessions.Reply>(new())).Problem!.Code.ShouldBe("kernel.sign-in.needed");
    }

    [Fact]
    public async Task Somebody_who_no_longer_works_here_is_out_at_the_next_request_and_their_sessions_are_barred()
    {
        var browser = new Sitting(app);
        await browser.EnterAsync("x-minjing");
        (await browser.IsInAsync()).ShouldBeTrue();
        await app.SqlAsync($"update identity_staff set active = {(app.Kind == Anmin.Kernel.Data.DatabaseKind.Sqlite ? "0" : "false")} where id = 'x-minjing'");
        await app.ReadAsync(async db =>
        {
            await app.Services.GetServices<Anmin.Kernel.Packs.IReferencePart>().OfType<Anmin.Identity.People.PeopleBook>().Single().RefreshAsync(db, app.Services.GetRequiredService<Anmin.Kernel.Packs.Reference>().Now.City, default);
            return 0;
        });
        (await browser.IsInAsync()).ShouldBeFalse();
        await SweepAsync();
        (await ReasonAsync(browser.Session!)).ShouldBe(SessionEnd.Barred);
    }

    [Fact]
    public async Task An_administrator_finds_who_is_signed_in_by_name_and_by_address()
    {
        var (clerk, boss) = (new Sitting(app, "10.9.9.9 desk-4"), new Sitting(app));
        await clerk.EnterAsync(app.IdOf("接线员"));
        await boss.EnterAsync(app.IdOf("安全管理员"));
        foreach (var who in (string[])["冯晓", "冯", "10.9.9.9", app.IdOf("接线员")])
            (await boss.RunAsync<FindSessions, FindSessions.Request, FindSessions.Reply>(new(who))).Value!.Rows.ShouldContain(r => r.Id == clerk.Session!.Id, who);
        (await boss.RunAsync<FindSessions, FindSessions.Request, FindSessions.Reply>(new("无此人"))).Value!.Rows.ShouldBeEmpty();
    }

    private Task<Session> RowAsync(Session session) => app.ReadAsync(db => db.Set<Session>().AsNoTracking().SingleAsync(s => s.Id == session.Id));

    private async Task<string?> ReasonAsync(Session session) => (await RowAsync(session)).EndReason;

    private Task SweepAsync() => new SessionSweep(app.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(new() { Name = "", Owner = "" }, TestContext.Current.CancellationToken);
}

public sealed class SessionTestsOnSqlite(SqliteApp fixture) : SessionTests(fixture), IClassFixture<SqliteApp>;

public sealed class SessionTestsOnPostgres(PostgresApp fixture) : SessionTests(fixture), IClassFixture<PostgresApp>;
