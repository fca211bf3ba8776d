using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>The pages by their forms, as a browser without scripts sends them.</summary>
public sealed class PageTests(PageTests.HostFixture fixture) : IClassFixture<PageTests.HostFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed class HostFixture : IAsyncLifetime
    {
        private TestHost? host;

        public TestHost Host => host!;

        public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(DatabaseKind.Sqlite);

        public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Somebody_is_entered_appointed_stood_in_for_and_leaves()
    {
        using var admin = await Visitor.SignedInAsync(fixture.Host, "管理员");
        var chosen = await PageAsync(admin, "/admin/staff/new?institution=po-1");
        chosen.QuerySelectorAll("select[name='Form.Post'] option").Select(o => o.TextContent).ShouldBe(["请选择", "派出所民警"]);
        var empty = await admin.PostFormAsync("/admin/staff/new?institution=fh-1", [], "add-staff");
        (await empty.Content.ReadAsStringAsync(Ct)).ShouldContain("请填写姓名。");
        var added = await admin.PostFormAsync("/admin/staff/new?institution=fh-1", new() { ["Form.Name"] = "章小满", ["Form.Post"] = "reception" }, "add-staff");
        var person = To(added).Split('?')[0];
        await DoneAsync(admin, $"{person}?do=appoint", "appoint", new() { ["Form.Post"] = "driver", ["Form.Reason"] = "轮岗" });
        await DoneAsync(admin, $"{person}?do=stand-in", "stand-in", new() { ["Form.Post"] = "reception", ["Form.Substitute"] = "t-qiantai-2", ["Form.From"] = "2026-04-16", ["Form.Until"] = "2026-04-18", ["Form.Reason"] = "休假" });
        await DoneAsync(admin, $"{person}?do=edit", "edit-staff", new() { ["Form.Name"] = "章满", ["Form.Reason"] = "更正" });
        var page = await PageAsync(admin, person);
        page.QuerySelector("h1")!.TextContent.ShouldBe("章满");
        page.Body!.TextContent.ShouldContain("沈辉代“前台”");
        page.Body.TextContent.ShouldContain("登记遗体流转", Case.Sensitive, "what a driver may");
        var end = page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().First(a => a.GetAttribute("href")!.Contains("do=end") && a.GetAttribute("href")!.StartsWith(person, StringComparison.Ordinal)).GetAttribute("href")!;
        await DoneAsync(admin, end, "end", new() { ["Form.Reason"] = "期满" });
        await DoneAsync(admin, $"{person}?do=leave", "leave", new() { ["Form.Reason"] = "辞职" });
        var left = await PageAsync(admin, person);
        left.QuerySelector(".file-head .st")!.TextContent.ShouldBe("离职");
        left.QuerySelectorAll(".acts a").ShouldBeEmpty();
        (await PageAsync(admin, "/admin/staff?state=left")).Body!.TextContent.ShouldContain("章满");
        var csv = await admin.Http.PostAsync("/api/v1/staff/export", new FormUrlEncodedContent(new Dictionary<string, string> { ["state"] = "left" }) { Headers = { { "Idempotency-Key", "export-1" } } }, Ct);
        (await csv.Content.ReadAsStringAsync(Ct)).ShouldContain("章满");
    }

    [Fact]
    public async Task A_role_is_copied_changed_and_stopped_and_a_post_carries_it()
    {
        using var admin = await Visitor.SignedInAsync(fixture.Host, "安全管理员");
        (await PageAsync(admin, "/admin/roles/reception")).QuerySelectorAll("input[name=Grants]:not([disabled])").ShouldBeEmpty("the pack's are read only");
        var copy = await PageAsync(admin, "/admin/roles/new?from=village-officer");
        copy.QuerySelectorAll("input[name=Grants][checked]").OfType<IHtmlInputElement>().Select(i => i.Value).ShouldContain("funeral.case.report");
        copy.QuerySelectorAll("select[name='Form.Reach']").OfType<IHtmlSelectElement>().Single().Value.ShouldBe("own");
        var nothing = await admin.PostFormAsync("/admin/roles/new?from=village-officer", new() { ["Form.Name"] = "网格员", ["Form.Reach"] = "own", ["Form.Reason"] = "试点" }, "\"role\"");
        (await nothing.Content.ReadAsStringAsync(Ct)).ShouldContain("角色至少要有一项权限。");
        var saved = await admin.PostFormAsync("/admin/roles/new?from=village-officer", new() { ["Form.Name"] = "网格员", ["Form.Reach"] = "own", ["Form.Reason"] = "试点", ["Grants"] = "funeral.case.read", ["reach:funeral.case.read"] = "assigned" }, "\"role\"");
        var role = To(saved).Split('?')[0];
        var page = await PageAsync(admin, role);
        page.QuerySelectorAll("select[name='reach:funeral.case.read']").OfType<IHtmlSelectElement>().Single().Value.ShouldBe("assigned");
        var post = To(await admin.PostFormAsync("/admin/posts/new", new() { ["Form.Name"] = "网格员", ["Form.Reason"] = "试点", ["Kinds"] = "village", ["Roles"] = role.Split('/')[^1] }, "\"post\"")).Split('?')[0];
        (await PageAsync(admin, post)).QuerySelectorAll("input[name=Kinds][checked]").OfType<IHtmlInputElement>().Single().Value.ShouldBe("village");
        var used = await admin.PostFormAsync(role, new() { ["Stop.StopReason"] = "不用" }, "retire-role");
        (await used.Content.ReadAsStringAsync(Ct)).ShouldContain("还有岗位用着这个角色。");
        To(await admin.PostFormAsync(post, new() { ["Stop.StopReason"] = "不用" }, "retire-post")).ShouldStartWith("/admin/posts");
        To(await admin.PostFormAsync(role, new() { ["Stop.StopReason"] = "不用" }, "retire-role")).ShouldStartWith("/admin/roles");
        (await PageAsync(admin, role + "/print")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_place_is_entered_given_a_section_and_closed()
    {
        using var admin = await Visitor.SignedInAsync(fixture.Host, "管理员");
        var place = To(await admin.PostFormAsync("/admin/organisations/new", new() { ["Form.Name"] = "东山公墓", ["Form.Kind"] = "cemetery", ["Form.Division"] = "321302001" }, "institution")).Split('?')[0];
        To(await admin.PostFormAsync(place + "?do=section", new() { ["Form.Name"] = "档案室" }, "\"section\"")).ShouldStartWith(place);
        (await PageAsync(admin, "/admin/organisations?text=东山")).Body!.TextContent.ShouldContain("档案室");
        To(await admin.PostFormAsync(place + "?do=edit", new() { ["Form.Name"] = "东山陵园", ["Form.Kind"] = "cemetery", ["Form.Division"] = "321302001" }, "institution")).ShouldStartWith(place);
        To(await admin.PostFormAsync(place + "?do=close", new() { ["Form.Reason"] = "并入" }, "close")).ShouldStartWith(place);
        (await PageAsync(admin, place)).QuerySelector(".file-head")!.TextContent.ShouldContain("已停用");
        (await PageAsync(admin, "/admin/organisations/fh-1")).Body!.TextContent.ShouldContain("由城市包维护");
    }

    [Fact]
    public async Task A_clerk_asks_a_colleague_and_comes_back_early()
    {
        using var clerk = await Visitor.SignedInAsync(fixture.Host, "前台");
        var page = await PageAsync(clerk, "/work/me/leave");
        var colleagues = page.QuerySelectorAll("select[name='Form.Substitute'] option").OfType<IHtmlOptionElement>().Select(o => o.Value).ToList();
        colleagues.ShouldContain("t-siji");
        colleagues.ShouldNotContain("t-qiantai");
        colleagues.ShouldNotContain("x-siji");
        To(await clerk.PostFormAsync("/work/me/leave", new() { ["Form.Post"] = "reception", ["Form.Substitute"] = "t-siji", ["Form.From"] = "2026-04-16", ["Form.Until"] = "2026-04-17", ["Form.Reason"] = "年假" }, "\"ask\"")).ShouldBe("/work/me/leave?done=stand-in");
        (await PageAsync(clerk, "/work/me/leave")).Body!.TextContent.ShouldContain("王德胜 代“前台”，2026-04-16 至 2026-04-17");
        To(await clerk.PostFormAsync("/work/me/leave", [], "end-")).ShouldBe("/work/me/leave?done=ended");
        (await PageAsync(clerk, "/work/me/leave")).Body!.TextContent.ShouldContain("已结束");
    }

    [Theory]
    [InlineData("前台", "/admin/staff"), InlineData("安全管理员", "/admin/staff/t-qiantai"), InlineData("审计", "/admin/organisations"), InlineData("管理员", "/admin/roles"), InlineData("管理员", "/admin/roles/new"), InlineData("管理员", "/admin/posts"), InlineData("管理员", "/admin/roles/reception/print")]
    public async Task A_page_of_another_administrator_says_so_and_shows_nothing(string persona, string path)
    {
        using var visitor = await Visitor.SignedInAsync(fixture.Host, persona);
        var answer = await visitor.Http.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Ct), Ct);
        page.QuerySelector(".error-summary").ShouldNotBeNull().TextContent.ShouldContain("您的岗位没有");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in()
    {
        using var visitor = new Visitor(fixture.Host.Client());
        foreach (var path in (string[])["/admin/staff", "/admin/staff/new", "/admin/staff/t-qiantai", "/admin/organisations", "/admin/organisations/new", "/admin/posts", "/admin/posts/new", "/admin/roles", "/admin/roles/new", "/work/me/leave"])
        {
            var answer = await visitor.Http.GetAsync(path, Ct);
            To(answer).ShouldStartWith("/sign-in", Case.Sensitive, path);
        }
    }

    private static async Task<IHtmlDocument> PageAsync(Visitor visitor, string path) => await new HtmlParser().ParseDocumentAsync(await visitor.Http.GetStringAsync(path, Ct), Ct);

    private static string To(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status is not (302 or 303)) throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {status}");
        return answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString();
    }

    private static async Task DoneAsync(Visitor visitor, string path, string form, Dictionary<string, string> fields)
    {
        var answer = await visitor.PostFormAsync(path, fields, $"\"{form}\"");
        if ((int)answer.StatusCode is not (302 or 303)) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} " + string.Join(' ', (await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Ct), Ct)).QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim())));
        (await PageAsync(visitor, To(answer))).QuerySelector(".notice").ShouldNotBeNull(path);
    }
}
