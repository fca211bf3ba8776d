using Anmin.Identity.Administration.Menus;
using Anmin.Identity.Portal;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Anmin.Ui.Frame;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Administration;

public abstract class MenuTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Admin => Somebody.With(App, IdentityPermissions.ArrangeMenus, IdentityPermissions.RunJobs, IdentityPermissions.ReadHealth);

    [Fact]
    public async Task An_entry_is_renamed_moved_and_hidden_for_everybody_and_put_back()
    {
        var admin = Admin;
        (await ChangeAsync(admin, new("/admin/jobs", "后台任务", 5, false, "按本局叫法"))).Ok.ShouldBeTrue();
        var tiles = await TilesAsync(admin);
        tiles.First(t => t.Href.StartsWith("/admin", StringComparison.Ordinal)).Label.ShouldBe("后台任务");
        (await ChangeAsync(admin, new("/admin/jobs", "后台任务", 5, true, "暂时不用"))).Ok.ShouldBeTrue();
        (await TilesAsync(admin)).ShouldNotContain(t => t.Href == "/admin/jobs");
        (await ChangeAsync(admin, new("/admin/jobs", null, null, false, "恢复原样", Standard: true))).Ok.ShouldBeTrue();
        (await TilesAsync(admin)).ShouldContain(t => t.Href == "/admin/jobs" && t.Label == "定时任务");
        var listing = (await admin.RunAsync(s => s.GetRequiredService<FindMenus>(), new())).Value!;
        listing.History.Count(l => l.Key == "/admin/jobs").ShouldBe(3);
        listing.Rows.Single(r => r.Href == "/admin/jobs").ChangedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_hidden_page_is_still_protected_by_its_permission_and_still_opens_for_who_holds_it()
    {
        var admin = Admin;
        (await ChangeAsync(admin, new("/admin/health", "服务监控", 740, true, "暂时不列"))).Ok.ShouldBeTrue();
        (await admin.RunAsync(s => s.GetRequiredService<Identity.Administration.Monitoring.GetHealth>(), new())).Ok.ShouldBeTrue();
        (await Somebody.With(App, IdentityPermissions.ArrangeMenus).RunAsync(s => s.GetRequiredService<Identity.Administration.Monitoring.GetHealth>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await ChangeAsync(admin, new("/admin/health", null, null, false, "恢复原样", Standard: true))).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/admin/menus", true, "菜单", 700, "identity.menu.needed")]
    [InlineData("/portal", true, "门户", 1, "identity.menu.needed")]
    [InlineData("/admin/jobs", false, "定时任务", -1, "identity.menu.order")]
    [InlineData("/admin/jobs", false, "", 730, "kernel.required")]
    [InlineData("/admin/jobs", false, "名称长得放不下了吧", 730, "kernel.too-long")]
    [InlineData("/admin/jobs", false, "定时任务", 730, "identity.setting.same")]
    [InlineData("/nowhere", false, "不存在", 1, "kernel.not-found")]
    public async Task What_would_lock_people_out_or_says_nothing_is_refused(string href, bool hidden, string label, int order, string code)
        => (await ChangeAsync(Admin, new(href, label, order, hidden, "随便试试"))).Problem!.All().ShouldContain(p => p.Code == code);

    [Fact]
    public async Task Only_who_may_arrange_menus_sees_and_changes_them()
    {
        (await ChangeAsync(Somebody.WithNothing(App), new("/admin/jobs", "别的", 1, false, "没有权限"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("前台").RunAsync(s => s.GetRequiredService<FindMenus>(), new())).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public void A_choice_for_an_entry_no_module_has_any_more_changes_nothing()
    {
        var book = new MenuBook();
        book.Load([new MenuChoice { Href = "/gone", Hidden = true, ChangedBy = "x", ChangedAt = FakeClock.Start }]);
        MenuEntry[] entries = [new(20, Permission.Anyone, "/b", "乙", "home"), new(10, Permission.Anyone, "/a", "甲", "home")];
        book.Arrange(entries).Select(e => e.Href).ShouldBe(["/a", "/b"]);
    }

    private static Task<Kernel.Outcomes.Outcome<Kernel.Outcomes.Done>> ChangeAsync(Acting who, ChangeMenu.Request request) => who.RunAsync(s => s.GetRequiredService<ChangeMenu>(), request);

    private static async Task<List<GetPortal.Tile>> TilesAsync(Acting who) => [.. (await who.RunAsync(s => s.GetRequiredService<GetPortal>(), new())).Value!.Groups.SelectMany(g => g.Tiles)];
}

public sealed class MenuTestsOnSqlite(SqliteApp f) : MenuTests(f), IClassFixture<SqliteApp>;

public sealed class MenuTestsOnPostgres(PostgresApp f) : MenuTests(f), IClassFixture<PostgresApp>;
