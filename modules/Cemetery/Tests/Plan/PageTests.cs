using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Anmin.Kernel.Data;
using Anmin.Testing;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Plan;

/// <summary>The ground's pages through the real host, without JavaScript.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(DatabaseKind.Sqlite);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static string To(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";

    private static string Words(IHtmlDocument page) => string.Join(' ', (page.QuerySelector("main")?.TextContent ?? "").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> PageAsync(Visitor who, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await who.Http.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(status, path);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<string> SectionAsync(Visitor grounds, string name, string kind, Dictionary<string, string> grid)
    {
        To(await grounds.PostFormAsync("/work/cemetery/sections", new() { ["Form.Name"] = name, ["Form.Code"] = "P" + name.Length, ["Form.Kind"] = kind }, "\"open\"")).ShouldContain("done=opened");
        var list = await PageAsync(grounds, "/work/cemetery/sections");
        var arrange = list.QuerySelectorAll("a").Last(a => a.TextContent == "按排号生成").GetAttribute("href")!;
        var look = await grounds.PostFormAsync(arrange, new(grid) { ["Form.Act"] = "look" }, "\"arrange\"");
        Words(new HtmlParser().ParseDocument(await look.Content.ReadAsStringAsync(Ct))).ShouldContain("将生成");
        To(await grounds.PostFormAsync(arrange, new(grid) { ["Form.Act"] = "make" }, "\"arrange\"")).ShouldContain("done=arranged");
        return arrange.Split('/')[^2];
    }

    [Fact]
    public async Task From_an_empty_ground_to_a_plan_on_which_positions_are_chosen_and_blocked()
    {
        using var grounds = await Visitor.SignedInAsync(host, "公墓园务");
        Words(await PageAsync(grounds, "/work/cemetery")).ShouldContain("还没有墓区");
        var section = await SectionAsync(grounds, "乙区", "Graves", new() { ["Form.Rows"] = "3", ["Form.Numbers"] = "6", ["Form.Capacity"] = "1", ["Form.Skip"] = "4", ["Form.Area"] = "0.5", ["Form.Stone"] = "Flat", ["Form.Gap"] = "100", ["Form.RowGap"] = "180", ["Form.Open"] = "true" });
        var page = await PageAsync(grounds, $"/work/cemetery?section={section}");
        var plots = page.QuerySelectorAll("svg.section-plan a");
        plots.Length.ShouldBe(18);
        plots[0].GetAttribute("aria-label").ShouldBe("1排1号，可选");
        Words(page).ShouldContain("示意图，不作界址依据");
        var first = plots[0].GetAttribute("href")!;
        var chosen = await PageAsync(grounds, first);
        chosen.QuerySelector("svg.section-plan a[aria-current]")!.GetAttribute("aria-label").ShouldBe("1排1号，可选");
        chosen.QuerySelector("aside h2")!.TextContent.ShouldBe("乙区1排1号");
        chosen.QuerySelectorAll("aside a").ShouldNotContain(a => a.TextContent == "留位、签约", "who may not hold is not led there");
        var refused = await grounds.PostFormAsync(first, new() { ["Reason"] = "" }, "\"block\"");
        Words(new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(Ct))).ShouldContain("请填写停用原因");
        To(await grounds.PostFormAsync(first, new() { ["Reason"] = "塌陷" }, "\"block\"")).ShouldContain("done=blocked");
        var after = Words(await PageAsync(grounds, first));
        after.ShouldContain("塌陷");
        after.ShouldContain("停用、整改");
        To(await grounds.PostFormAsync(first, new() { ["Reason"] = "好了" }, "\"unblock\"")).ShouldContain("done=unblocked");

        using var sales = await Visitor.SignedInAsync(host, "公墓销售");
        var seen = await PageAsync(sales, first);
        seen.QuerySelectorAll("aside a").Single(a => a.TextContent == "留位、签约").GetAttribute("href").ShouldStartWith("/work/cemetery/rights/new?position=");
        seen.QuerySelectorAll("form").ShouldNotContain(f => f.TextContent.Contains("停用"));
        Words(await PageAsync(sales, $"/work/cemetery?section={section}&view=list&show=free")).ShouldContain("乙区3排7号");
        Words(await PageAsync(sales, "/work/cemetery?q=" + Uri.EscapeDataString("乙区2排3号"))).ShouldContain("乙区2排3号");
        Words(await PageAsync(sales, "/work/cemetery?q=" + Uri.EscapeDataString("没有这人"))).ShouldContain("没有查到");
        (await PageAsync(sales, $"/work/cemetery/print?section={section}")).QuerySelectorAll("svg.section-plan .cell").Length.ShouldBe(18);
        foreach (var zoom in new[] { "1", "2", "3", "x" }) await PageAsync(sales, $"/work/cemetery?section={section}&zoom={zoom}");
    }

    [Fact]
    public async Task Niches_are_drawn_as_their_front_and_unplaced_graves_in_a_strip()
    {
        using var grounds = await Visitor.SignedInAsync(host, "公墓园务");
        var niches = await SectionAsync(grounds, "寄存室", "Niches", new() { ["Form.Rows"] = "2", ["Form.Layers"] = "3", ["Form.Numbers"] = "4", ["Form.Capacity"] = "1", ["Form.Open"] = "true" });
        var front = await PageAsync(grounds, $"/work/cemetery?section={niches}");
        front.QuerySelectorAll("svg.section-plan a").Length.ShouldBe(24);
        front.QuerySelector("svg.section-plan")!.TextContent.ShouldContain("2柜");
        var graves = await SectionAsync(grounds, "老区墓位", "Graves", new() { ["Form.Rows"] = "1", ["Form.Numbers"] = "5", ["Form.Capacity"] = "1" });
        var strip = await PageAsync(grounds, $"/work/cemetery?section={graves}");
        strip.QuerySelector("svg.section-plan")!.TextContent.ShouldContain("图上没有坐标");
        Words(strip).ShouldContain("图上没有坐标，5 位");
        var position = strip.QuerySelector("svg.section-plan a")!.GetAttribute("href")!.Split("position=")[1].Split('&')[0];
        To(await grounds.PostFormAsync($"/work/cemetery/positions/{position}", new() { ["Form.Capacity"] = "2", ["Form.X"] = "0", ["Form.Y"] = "0" }, "\"position\"")).ShouldContain("done=changed");
        Words(await PageAsync(grounds, $"/work/cemetery?section={graves}")).ShouldContain("图上没有坐标，4 位");
        To(await grounds.PostFormAsync($"/work/cemetery?section={graves}", new() { ["Rows"] = "1" }, "\"open-rows\"")).ShouldContain("done=opened");
        To(await grounds.PostFormAsync($"/work/cemetery/sections/{graves}/positions", new() { ["Form.Row"] = "2", ["Form.Number"] = "1", ["Form.Capacity"] = "1" }, "\"position\"")).ShouldContain("done=added");
    }

    [Fact]
    public async Task An_import_shows_what_came_back_and_gives_it_as_a_file()
    {
        using var grounds = await Visitor.SignedInAsync(host, "公墓园务");
        await SectionAsync(grounds, "丙区", "Graves", new() { ["Form.Rows"] = "1", ["Form.Numbers"] = "1", ["Form.Capacity"] = "1" });
        var answer = await PostFileAsync(grounds, "/work/cemetery/import", "区,排,号\n丙区,5,1\n丙区,5,1\n丁区,1,1\n");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
        Words(page).ShouldContain("已导入 1 位。退回 2 行");
        var file = page.QuerySelectorAll("a[download]").Single(a => a.TextContent.Contains("退回")).GetAttribute("href")!.Split(',')[1];
        Encoding.UTF8.GetString(Convert.FromBase64String(file)).Trim('\uFEFF').Split("\r\n")[1].ShouldBe("丙区,5,1,第3行：和第2行是同一个排号5排1号");
    }

    [Fact]
    public async Task Who_may_not_is_told_so_and_another_ground_is_not_there()
    {
        using var other = await Visitor.SignedInAsync(host, "外公墓销售");
        (await other.Http.GetAsync("/work/cemetery?ground=ce-1", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Http.GetAsync("/work/cemetery/import", Ct)).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        using var driver = await Visitor.SignedInAsync(host, "司机");
        (await driver.Http.GetAsync("/work/cemetery", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await other.Http.GetAsync("/work/cemetery?position=nonsense&section=nonsense", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> PostFileAsync(Visitor who, string path, string text)
    {
        var page = new HtmlParser().ParseDocument(await who.Http.GetStringAsync(path, Ct));
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("enctype") == "multipart/form-data");
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) body.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        body.Add(file, "File", "plan.csv");
        return await who.Http.PostAsync(path, body, Ct);
    }
}
