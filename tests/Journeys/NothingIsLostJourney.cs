using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys;

/// <summary>What somebody typed outlives their session, their page and their telephone; nobody else is shown it, and nothing is sent for them.</summary>
public sealed partial class NothingIsLostJourney
{
    private static readonly Dictionary<string, string> Hearse = new() { ["Form.PlaceKind"] = "home", ["Form.County"] = "321302", ["Form.Address"] = "项里街道留仙里9号", ["Form.Phone"] = "13700004321", ["Form.Name"] = "赵𬭎㛃" };

    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_session_that_ended_while_typing_gives_the_form_back_to_its_typist_alone(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var clerk = await Visitor.SignedInAsync(host, "前台");
        var refused = await clerk.PostFormAsync("/work/arrange", new() { ["HandlerName"] = "李留住", ["HandlerPhone"] = "13700004322", ["Name"] = "张留住", ["Place"] = "321302001001", ["Act"] = "submit" }, "data-desk", meanwhile: () =>
        {
            host.Clock.Advance(TimeSpan.FromMinutes(31));
            return Task.CompletedTask;
        });
        var signIn = Moved(refused, "/sign-in?returnUrl=");
        var cases = await CasesAsync(host);

        using (var other = await Visitor.SignedInAsync(host, "接线员"))
            (await Text(await other.Http.GetAsync(ReturnOf(signIn), Ct))).ShouldNotContain("李留住");

        var back = Moved(await clerk.PostFormAsync(signIn, new() { ["persona"] = "前台" }), "/work/arrange?");
        var page = await clerk.Http.GetAsync(back, Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Ct));
        html.ShouldContain("value=\"李留住\"");
        html.ShouldContain("value=\"张留住\"");
        html.ShouldContain("刚才填的都在，还没有提交");
        html.ShouldNotContain("<title>错误");
        (await CasesAsync(host)).ShouldBe(cases, "shown again, not sent");
        Moved(await clerk.PostFormAsync(back, new() { ["HandlerName"] = "李留住", ["HandlerPhone"] = "13700004322", ["Name"] = "张留住", ["Place"] = "321302001001", ["Act"] = "submit" }, "data-desk"), "/work/cases/");
        (await CasesAsync(host)).ShouldBe(cases + 1);
        (await HeldAsync(host)).ShouldBe(0, "it went through: nothing of it stays");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_family_goes_on_later_on_another_device_with_eight_characters(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var phone = new Visitor(host.Client());
        var kept = Moved(await phone.PostFormAsync("/pickup", new(Hearse) { ["_later"] = "1" }, "pickup"), "/later?kept=");
        var told = await phone.Http.GetStringAsync(kept, Ct);
        var code = Code().Match(told).Value;
        code.ShouldNotBeEmpty();
        told.ShouldContain("2026年5月15日");
        told.ShouldContain("am-qr");
        kept.ShouldNotContain(code.Replace("-", "", StringComparison.Ordinal));
        await NothingReadableAsync(host);

        using var stranger = new Visitor(host.Client());
        (await Text(await stranger.PostFormAsync("/later", new() { ["Code"] = "2222-2222" }, "later"))).ShouldContain("没有找到");
        using var desk = new Visitor(host.Client());
        host.Clock.Advance(TimeSpan.FromDays(29));
        var form = Moved(await desk.PostFormAsync("/later", new() { ["Code"] = " " + code.ToLowerInvariant() }, "later"), "/pickup?held=");
        var html = WebUtility.HtmlDecode(await desk.Http.GetStringAsync(form, Ct));
        html.ShouldContain("项里街道留仙里9号");
        html.ShouldContain("赵𬭎㛃");
        html.ShouldContain("上次填到的地方");
        (await CasesAsync(host)).ShouldBe(0);
        var receipt = Moved(await desk.PostFormAsync(form, new(Hearse) { ["act"] = "send" }, "pickup"), "/pickup/accepted/");
        (await desk.Http.GetStringAsync(receipt, Ct)).ShouldContain("接运单");
        (await HeldAsync(host)).ShouldBe(0);
        (await Text(await desk.PostFormAsync("/later", new() { ["Code"] = code }, "later"))).ShouldContain("没有找到");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task After_thirty_days_what_nobody_came_back_to_is_gone(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var phone = new Visitor(host.Client());
        var kept = Moved(await phone.PostFormAsync("/pickup", new(Hearse) { ["_later"] = "1" }, "pickup"), "/later?kept=");
        var code = Code().Match(await phone.Http.GetStringAsync(kept, Ct)).Value;
        host.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        (await Text(await phone.PostFormAsync("/later", new() { ["Code"] = code }, "later"))).ShouldContain("没有找到");
    }

    [Fact]
    public async Task A_page_older_than_its_token_asks_for_one_more_press_and_a_foreign_page_fills_nothing()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite);
        using var phone = new Visitor(host.Client());
        using var reopened = host.Client();
        reopened.DefaultRequestHeaders.Add("Origin", reopened.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var late = new FormUrlEncodedContent(new Dictionary<string, string>(Hearse) { ["_handler"] = "pickup", ["__RequestVerificationToken"] = "gone", ["act"] = "send" });
        var again = Moved(await reopened.PostAsync("/pickup", late, Ct), "/pickup?held=");
        WebUtility.HtmlDecode(await reopened.GetStringAsync(again, Ct)).ShouldContain("项里街道留仙里9号");
        (await CasesAsync(host)).ShouldBe(0);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/pickup") { Content = new FormUrlEncodedContent(new Dictionary<string, string>(Hearse) { ["_handler"] = "pickup" }) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await reopened.SendAsync(foreign, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_older_window_is_shown_both_sides_before_it_writes_over_newer_values(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var one = await Visitor.SignedInAsync(host, "前台");
        using var two = await Visitor.SignedInAsync(host, "前台");
        var opened = Moved(await one.PostFormAsync("/work/arrange", new() { ["HandlerName"] = "李甲", ["HandlerPhone"] = "13700004323", ["Name"] = "张甲", ["Place"] = "321302001001", ["Act"] = "submit" }, "data-desk"), "/work/cases/");
        var id = opened.Split('/', '?')[3];
        var arrange = Arrange().Match(await one.Http.GetStringAsync($"/work/cases/{id}", Ct)).Value;
        arrange.ShouldNotBeEmpty();
        var late = await two.PostFormAsync(arrange, new() { ["Wishes"] = "旧窗口的要求", ["Act"] = "submit" }, "data-desk", meanwhile: async () =>
            await one.DoAsync("/arrangements/drafts", new { draftId = Guid.CreateVersion7(), caseId = id, fields = new Dictionary<string, string> { ["Wishes"] = "新窗口的要求" } }));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Ct));
        foreach (var word in new[] { "旧窗口的要求", "新窗口的要求", "用我的", "用对方的", "家属要求", "您在另一个窗口" }) html.ShouldContain(word);
    }

    private static string Moved(HttpResponseMessage answer, string to)
    {
        var where = answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode} {answer.Content.ReadAsStringAsync(Ct).GetAwaiter().GetResult()}";
        where.ShouldStartWith(to);
        return where;
    }

    private static string ReturnOf(string signIn) => Uri.UnescapeDataString(signIn[(signIn.IndexOf("returnUrl=", StringComparison.Ordinal) + 10)..]);

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Ct);

    private static Task<int> CasesAsync(TestHost host) => CountAsync(host, "select cast(count(*) as integer) as \"Value\" from funeral_case");

    private static Task<int> HeldAsync(TestHost host) => CountAsync(host, "select cast(count(*) as integer) as \"Value\" from identity_held_form");

    private static async Task<int> CountAsync(TestHost host, string sql)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AnminDb>().Database.SqlQueryRaw<int>(sql).ToListAsync(Ct))[0];
    }

    private static async Task NothingReadableAsync(TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var bytes = (await scope.ServiceProvider.GetRequiredService<AnminDb>().Database.SqlQueryRaw<byte[]>("select content as \"Value\" from identity_held_form").ToListAsync(Ct)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(bytes).ShouldNotContain("留仙里");
    }

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Code();

    [GeneratedRegex("/work/arrange/[A-Z0-9-]+")]
    private static partial Regex Arrange();
}
