using AngleSharp.Html.Parser;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Notifications.Notices;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Notifications.Tests;

public abstract class NoticeTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task A_notice_reaches_its_audience_and_nobody_else_and_says_who_has_read_it()
    {
        var id = await PublishAsync(new(null, "值班安排", "**请看**", NoticeAudience.Institutions, "fh-1", null, null, false, true));
        (await ListAsync(app.As("前台"))).Single(n => n.Id == id).ToConfirm.ShouldBeTrue();
        (await ListAsync(app.As("外前台"))).ShouldNotContain(n => n.Id == id);
        (await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReadNotice>(), new ReadNotice.Request(id))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await app.As("外前台").RunAsync(s => s.GetRequiredService<ReadNotice>(), new ReadNotice.Request(id, true))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<ReadNotice>(), new ReadNotice.Request(id))).Value!.Html.ShouldContain("<strong>请看</strong>");
        (await RowAsync(id)).Confirmed.ShouldBe(0);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<ReadNotice>(), new ReadNotice.Request(id, true))).Value!.ConfirmedAt.ShouldNotBeNull();
        var row = await RowAsync(id);
        (row.Read, row.Confirmed).ShouldBe((1, 1));
        (await ListAsync(app.As("前台"))).Single(n => n.Id == id).ToConfirm.ShouldBeFalse();
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<FindReaders>(), new FindReaders.Request(id))).Value!.Rows.Single().Name.ShouldBe("周敏");
    }

    [Fact]
    public async Task A_notice_has_its_time_and_can_be_withdrawn()
    {
        var id = await PublishAsync(new(null, "清明服务", "正文", NoticeAudience.Public, null, "2026-04-16 08:00", "2026-04-17 08:00", true, false));
        (await PublicAsync()).ShouldNotContain(n => n.Id == id);
        var start = app.Clock.GetUtcNow();
        app.Clock.Set(new(2026, 4, 16, 1, 0, 0, TimeSpan.Zero));
        (await PublicAsync())[0].Id.ShouldBe(id);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<WithdrawNotice>(), new WithdrawNotice.Request(id))).Ok.ShouldBeTrue();
        (await PublicAsync()).ShouldNotContain(n => n.Id == id);
        app.Clock.Set(start);
    }

    [Fact]
    public async Task What_is_wrong_with_a_notice_is_said_and_who_may_not_is_denied()
    {
        var wrong = new PublishNotice.Request(null, "", "", NoticeAudience.Divisions, "999999", null, "2020-01-01 08:00", false, false);
        var problem = (await app.As("管理员").RunAsync(s => s.GetRequiredService<PublishNotice>(), wrong)).Problem!;
        problem.All().Select(p => p.Field).ShouldBe(["Title", "Body", "Targets", "Until"], ignoreOrder: true);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<PublishNotice>(), wrong)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        var key = Guid.NewGuid().ToString("N");
        var good = new PublishNotice.Request(null, "一次", "正文", NoticeAudience.Staff, null, null, null, false, false);
        var first = (await app.As("管理员").RunAsync(s => s.GetRequiredService<PublishNotice>(), good, key)).Value!;
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<PublishNotice>(), good, key)).Value.ShouldBe(first);
    }

    private async Task<Guid> PublishAsync(PublishNotice.Request request) => (await app.As("管理员").RunAsync(s => s.GetRequiredService<PublishNotice>(), request)).Value!.NoticeId;

    private static async Task<IReadOnlyList<NoticeLine>> ListAsync(Acting who) => (await who.RunAsync(s => s.GetRequiredService<ListNotices>(), new ListNotices.Request())).Value!.Rows;

    private Task<IReadOnlyList<NoticeLine>> PublicAsync() => ListAsync(app.As(Actor.Public));

    private async Task<FindNotices.Row> RowAsync(Guid id) => (await app.As("管理员").RunAsync(s => s.GetRequiredService<FindNotices>(), new FindNotices.Request(id))).Value!.Rows.Single();
}

public sealed class NoticeTestsOnSqlite(SqliteApp f) : NoticeTests(f), IClassFixture<SqliteApp>;

public sealed class NoticeTestsOnPostgres(PostgresApp f) : NoticeTests(f), IClassFixture<PostgresApp>;

public sealed class NoticeTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("![x](https://evil.example/p.png)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<a href=\"https://x\" onclick=\"a()\">x</a>")]
    public void Nothing_in_a_notice_runs_or_loads(string markdown)
    {
        var html = new HtmlParser().ParseDocument(NoticeText.ToHtml(markdown));
        html.QuerySelectorAll("script,img,iframe,object,style,link,form,input").ShouldBeEmpty();
        html.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").ShouldAllBe(h => h == "" || h.StartsWith("https://", StringComparison.Ordinal));
        html.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("## 一\n\n### 二\n\n## 三", "H2 H3 H2")]
    [InlineData("# 一\n\n## 二", "H2 H3")]
    [InlineData("### 一\n\n# 二\n\n###### 三", "H2 H2 H3")]
    public void Headings_follow_the_pages_own_without_a_gap(string markdown, string read)
        => string.Join(' ', new HtmlParser().ParseDocument(NoticeText.ToHtml(markdown)).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.TagName)).ShouldBe(read);

    [Fact]
    public void Headings_lists_tables_and_good_links_stay()
    {
        var html = new HtmlParser().ParseDocument(NoticeText.ToHtml("# 一\n\n- 二\n\n[三](/guide) [四](https://www.gov.cn) [五](tel:12345)\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
        html.QuerySelector("h2")!.TextContent.ShouldBe("一");
        html.QuerySelectorAll("li").Length.ShouldBe(1);
        html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["/guide", "https://www.gov.cn", "tel:12345"]);
        html.QuerySelectorAll("td").Length.ShouldBe(2);
    }
}
