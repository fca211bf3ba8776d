using Anmin.Identity.Portal;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Portal;

public abstract class PortalTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Everybody_sees_the_tiles_they_may_open_and_no_others()
    {
        (await HrefsAsync("火化工甲")).ShouldContain("/work/cremation");
        (await HrefsAsync("火化工甲")).ShouldNotContain(h => h.StartsWith("/admin", StringComparison.Ordinal));
        (await HrefsAsync("管理员")).ShouldNotContain("/work/cases", "whoever administers sees no case");
        (await HrefsAsync("审计")).ShouldContain("/admin/audit");
    }

    [Fact]
    public async Task Tiles_tell_how_much_waits_where_something_is_counted()
    {
        var portal = await PortalAsync("前台");
        portal.Groups.SelectMany(g => g.Tiles).Single(t => t.Href == "/work/reception").Waiting.ShouldBe(0);
        portal.Groups.SelectMany(g => g.Tiles).Single(t => t.Href == "/work/cases").Waiting.ShouldBeNull();
        (portal.Name, portal.Post, portal.FindsCases).ShouldBe(("周敏", "前台", true));
    }

    [Theory]
    [InlineData("火化", "/work/cremation")]
    [InlineData("业务", "/work/cremation")]
    [InlineData("　火化 ", "/work/cremation")]
    public async Task A_few_characters_find_a_tile(string q, string href)
        => (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<GetPortal>(), new(q.Trim('　')))).Value!.Groups.SelectMany(g => g.Tiles).ShouldContain(t => t.Href == href);

    [Fact]
    public async Task Nobody_signed_in_has_no_portal()
        => (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetPortal>(), new())).Problem!.Code.ShouldBe("kernel.sign-in.needed");

    [Fact]
    public async Task The_sign_in_before_this_one_is_shown_with_its_device()
    {
        (await PortalAsync("骨灰")).Before.ShouldBeNull();
        var id = App.IdOf("骨灰");
        await App.ReadAsync(async db =>
        {
            db.Add(new Session { StaffId = id, BeganAt = FakeClock.Start.AddDays(-1), LastSeenAt = FakeClock.Start, ProvedAt = FakeClock.Start, Methods = "pwd", Device = "10.0.0.9 pad-2" });
            return await db.SaveChangesAsync();
        });
        (await PortalAsync("骨灰")).Before.ShouldBe(new GetPortal.Entrance(FakeClock.Start.AddDays(-1), "10.0.0.9 pad-2"));
    }

    [Theory]
    [InlineData("前台", "/work")]
    [InlineData("审计", "/portal")]
    [InlineData("管理员", "/portal")]
    [InlineData("医院", "/work")]
    public async Task After_signing_in_people_land_where_they_work(string persona, string expected)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = App.As(persona).Actor;
        scope.ServiceProvider.GetRequiredService<Areas>().Landing().ShouldBe(expected);
    }

    private async Task<GetPortal.Reply> PortalAsync(string persona) => (await App.As(persona).RunAsync(s => s.GetRequiredService<GetPortal>(), new())).Value!;

    private async Task<List<string>> HrefsAsync(string persona) => [.. (await PortalAsync(persona)).Groups.SelectMany(g => g.Tiles).Select(t => t.Href)];
}

public sealed class PortalTestsOnSqlite(SqliteApp f) : PortalTests(f), IClassFixture<SqliteApp>;

public sealed class PortalTestsOnPostgres(PostgresApp f) : PortalTests(f), IClassFixture<PostgresApp>;
