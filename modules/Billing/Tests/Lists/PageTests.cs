using System.Net;
using System.Net.Http.Headers;
using Anmin.Kernel.Data;
using Anmin.Testing;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Lists;

/// <summary>The staff pages of price lists through the real host, without JavaScript.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(DatabaseKind.Sqlite);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static string To(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";

    private static async Task<string> TextAsync(Visitor who, string path)
    {
        var answer = await who.Http.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return Words(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static string Words(string html) => string.Join(' ', (new HtmlParser().ParseDocument(html).QuerySelector("main")?.TextContent ?? "").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task From_the_copy_to_the_check_with_the_faults_beside_the_lines()
    {
        using var chief = await Visitor.SignedInAsync(host, "馆长");
        (await TextAsync(chief, "/work/prices")).ShouldContain("宿城测试馆收费清单（2024年）");
        var to = To(await chief.PostFormAsync("/work/prices", new() { ["Form.Title"] = "新清单", ["Form.Document"] = "批文1号", ["Form.From"] = "2026-06-01", ["Form.Copy"] = "true" }, "draft"));
        to.ShouldStartWith("/work/prices/fh-1-20260601");
        var list = to.Split('?')[0];
        var shown = await TextAsync(chief, list);
        shown.ShouldContain("没有发现问题，可以提交");
        shown.ShouldContain("超过20公里每公里3元，往返");
        (await TextAsync(chief, list + "?item=cremation")).ShouldContain("条件写法");
        To(await chief.PostFormAsync(list + "?item=new", new() { ["Form.Item"] = "urn", ["Form.Name"] = "骨灰盒", ["Form.Catalogue"] = "goods", ["Form.Way"] = "Markup", ["Form.Unit"] = "个", ["Form.Terms"] = "加成不超过45%" }, "Form.Catalogue")).ShouldContain("done=item");
        (await TextAsync(chief, list)).ShouldContain("加成45%，超过上限30%");
        To(await chief.PostFormAsync(list, [], "\"check\"")).ShouldContain("done=faults");
        To(await chief.PostFormAsync(list + "?item=urn", new() { ["Form.Item"] = "urn", ["Form.Name"] = "骨灰盒", ["Form.Catalogue"] = "goods", ["Form.Way"] = "Markup", ["Form.Unit"] = "个", ["Form.Terms"] = "加成不超过25%" }, "Form.Catalogue")).ShouldContain("done=item");
        (await TextAsync(chief, list + "/changes")).ShouldContain("新增1项");
        (await TextAsync(chief, list + "/changes?other=" + list.Split('/')[^1])).ShouldContain("两份清单一样");
        (await chief.Http.GetAsync("/work/prices/fh-1-2024/changes", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "there is nothing before the first list");
        To(await chief.PostFormAsync(list, [], "\"check\"")).ShouldContain("done=checked");

        using var bureau = await Visitor.SignedInAsync(host, "县局");
        To(await bureau.PostFormAsync(list, new() { ["Form.Number"] = "备2号", ["Form.On"] = "2026-04-15", ["Form.Document"] = "批文2号" }, "\"file\"")).ShouldContain("done=filed");
        (await TextAsync(chief, list)).ShouldContain("要由另一个人公布");
    }

    [Fact]
    public async Task An_import_with_faults_lists_them_and_one_without_replaces_the_lines()
    {
        using var chief = await Visitor.SignedInAsync(host, "馆长");
        var list = To(await chief.PostFormAsync("/work/prices", new() { ["Form.Title"] = "导入", ["Form.Document"] = "批文", ["Form.From"] = "2026-07-01", ["Form.Copy"] = "false" }, "draft")).Split('?')[0];
        const string head = "编码,项目,目录编码,类别,管理方式,单位,最高价（元）\n";
        var refused = await PostFileAsync(chief, list + "/import", head + "hall,=厅,hall,非基础项目,政府指导价,次,300\nx,乙,hall,别的,政府指导价,次,三\n");
        var said = Words(await refused.Content.ReadAsStringAsync(Ct));
        said.ShouldContain("有 3 处需要改");
        said.ShouldContain("第2行“项目”：以“=”开头");
        said.ShouldContain("第3行“最高价（元）”");
        (await TextAsync(chief, list)).ShouldContain("还没有项目");
        To(await PostFileAsync(chief, list + "/import", head + "hall,告别厅,hall,非基础项目,政府指导价,次,300\n")).ShouldContain("done=imported");
        (await TextAsync(chief, list)).ShouldContain("告别厅");
        var csv = await chief.Http.GetAsync("/api/v1/price-lists/template/export", Ct);
        (await csv.Content.ReadAsStringAsync(Ct)).Trim('\uFEFF').ShouldStartWith("编码,项目,目录编码");
        (await chief.Http.GetByteArrayAsync($"/api/v1{list.Replace("/work/prices", "/price-lists", StringComparison.Ordinal)}/export?format=xlsx", Ct))[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task Who_may_only_read_sees_no_forms_and_another_home_sees_nothing()
    {
        using var front = await Visitor.SignedInAsync(host, "前台");
        var page = await front.Http.GetStringAsync("/work/prices/fh-1-2024", Ct);
        page.ShouldNotContain("提交核对");
        page.ShouldNotContain("登记评估");
        using var other = await Visitor.SignedInAsync(host, "外馆长");
        (await other.Http.GetAsync("/work/prices/fh-1-2024", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var driver = await Visitor.SignedInAsync(host, "司机");
        (await driver.Http.GetAsync("/work/prices", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<HttpResponseMessage> PostFileAsync(Visitor who, string path, string text)
    {
        var form = new HtmlParser().ParseDocument(await who.Http.GetStringAsync(path, Ct)).QuerySelector("form[enctype]")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "File", "list.csv");
        return await who.Http.PostAsync(path, content, Ct);
    }
}
