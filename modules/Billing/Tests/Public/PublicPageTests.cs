using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Public;

public sealed class CityWithPrices : IAsyncLifetime
{
    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(DatabaseKind.Sqlite);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>The citizens' pages through the real pipeline, as a phone without scripts gets them.</summary>
public sealed class PublicPageTests(CityWithPrices city) : IClassFixture<CityWithPrices>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/prices", "宿城测试馆", "沭阳测试馆", "测试文件〔2024〕1号")]
    [InlineData("/prices?county=321322", "沭阳测试馆", "2024年1月1日起执行", "CSV")]
    [InlineData("/prices/fh-1", "超过20公里的部分每公里3元，往返计", "政府指导价", "测试文件〔2024〕1号")]
    [InlineData("/prices/fh-2?date=2025-05-05", "2025年5月5日的价格", "政府定价", "必须一直提供")]
    [InlineData("/prices/compare", "从低到高", "宿城测试馆", "沭阳测试馆")]
    [InlineData("/prices/compare?with=fh-1&with=fh-2", "放在一起看", "宿城测试馆", "沭阳测试馆")]
    [InlineData("/bill-check", "逐行", "不保存", "CSV")]
    public async Task A_page_needs_no_sign_in_and_no_script_has_its_words_and_weighs_little(string path, params string[] words)
    {
        using var http = city.Host.Client();
        var answer = await http.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        var page = new HtmlParser().ParseDocument(html);
        var main = page.QuerySelector("main")!;
        foreach (var word in words) main.TextContent.ShouldContain(word);
        main.QuerySelectorAll("script, [style], [onclick]").ShouldBeEmpty();
        main.QuerySelectorAll("h1").Length.ShouldBe(1);
        foreach (var table in main.QuerySelectorAll("table")) table.QuerySelector("caption").ShouldNotBeNull();
        foreach (var input in main.QuerySelectorAll("input:not([type=hidden]), select, textarea")) (input.Closest("label") ?? main.QuerySelector($"label[for='{input.Id}']")).ShouldNotBeNull(input.OuterHtml);
        Compressed(html).ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task A_page_of_prices_leads_to_the_price_hotline()
    {
        using var http = city.Host.Client();
        new HtmlParser().ParseDocument(await http.GetStringAsync("/prices/fh-1", Ct)).QuerySelector("main a[href='tel:12345']").ShouldNotBeNull();
        (await http.GetAsync("/prices/nobody", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync("/prices/fh-1?date=%E9%82%A3%E5%A4%A9", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_download_says_when_it_has_not_changed()
    {
        using var http = city.Host.Client();
        var first = await http.GetAsync("/api/v1/public/prices.csv", Ct);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        (await first.Content.ReadAsByteArrayAsync(Ct)).Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/prices.csv");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        (await http.SendAsync(again, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var json = await http.GetStringAsync("/api/v1/public/prices.json?institution=fh-1&date=2024-02-02", Ct);
        foreach (var field in (string[])["\"institutionName\":\"宿城测试馆\"", "\"leastFen\":10000", "\"way\":\"GovGuided\"", "\"terms\":[", "\"conditions\":["]) json.ShouldContain(field);
        (await http.GetAsync("/api/v1/public/prices.csv?institution=nobody", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_bill_typed_line_by_line_is_checked_on_the_page()
    {
        using var visitor = new Visitor(city.Host.Client());
        var answer = await visitor.PostFormAsync("/bill-check", new() { ["Form.Institution"] = "fh-1", ["Form.Rows[0].Name"] = "火化费", ["Form.Rows[0].Amount"] = "500", ["Form.Rows[1].Name"] = "红包", ["Form.Rows[1].Amount"] = "200", ["Form.Text"] = "尸体接运费（普通型灵车） 1 100 280" }, "check");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        var page = new HtmlParser().ParseDocument(html);
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("清单以外收费，多收200.00元");
        text.ShouldContain("超过清单价");
        text.ShouldContain("依据：");
        page.QuerySelector("[name='fix-3-km']").ShouldNotBeNull("the distance is asked for");
        page.QuerySelector("main a[href='tel:12345']").ShouldNotBeNull();
        page.QuerySelector("textarea[name='Form.Text']")!.TextContent.ShouldContain("红包");
    }

    [Fact]
    public async Task What_is_lacking_is_asked_and_answered_on_the_same_page()
    {
        using var visitor = new Visitor(city.Host.Client());
        var answer = await visitor.PostFormAsync("/bill-check", new() { ["Form.Institution"] = "fh-1", ["Form.Text"] = "尸体接运费（普通型灵车） 1 100 280\n骨灰寄存 1 30 30", ["fix-1-km"] = "50", ["fix-2-item"] = "ashes-open" }, "check");
        var text = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("main")!.TextContent;
        text.ShouldContain("没有发现问题");
        text.ShouldContain("往返60公里");
    }

    [Fact]
    public async Task An_empty_form_says_what_to_fill_in()
    {
        using var visitor = new Visitor(city.Host.Client());
        var answer = await visitor.PostFormAsync("/bill-check", new() { ["Form.Institution"] = "" }, "check");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("请选择是哪家机构收的费");
        var more = await visitor.PostFormAsync("/bill-check", new() { ["act"] = "more" }, "check");
        new HtmlParser().ParseDocument(await more.Content.ReadAsStringAsync(Ct)).QuerySelectorAll(".check-row").Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_file_of_an_older_spreadsheet_is_read_too()
    {
        using var http = city.Host.Client();
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("/bill-check", Ct));
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("form[enctype] input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        form.Add(new StringContent("fh-1"), "Form.Institution");
        var bytes = new ByteArrayContent(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("项目,数量,单价,金额\r\n火化费,1,120,120\r\n红包,1,88,88\r\n"));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(bytes, "Upload", "bill.csv");
        var answer = await http.PostAsync("/bill-check", form, Ct);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("清单以外收费，多收88.00元");
    }

    private static int Compressed(string html)
    {
        using var kept = new MemoryStream();
        using (var gzip = new GZipStream(kept, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(html));
        return (int)kept.Length;
    }
}
