using System.Net;
using AngleSharp.Html.Parser;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>The staff pages of rights through the real host, without JavaScript.</summary>
public sealed class RightPagesTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(DatabaseKind.Sqlite);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Lists_say_what_to_do_when_there_is_nothing_and_only_to_whom_it_concerns()
    {
        using var sales = await Visitor.SignedInAsync(host, "公墓销售");
        (await TextAsync(sales, "/work/cemetery/rights")).ShouldContain("选位以后会列在这里");
        (await TextAsync(sales, "/work/cemetery/rights?state=Active&q=周")).ShouldContain("没有查到");
        (await TextAsync(sales, "/work/cemetery/exceptions")).ShouldContain("没有等审批的申请");
        (await TextAsync(sales, "/work/cemetery/late-payments")).ShouldContain("没有等退费的款项");
        (await sales.Http.GetAsync("/work/cemetery/rights?state=Nonsense", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await sales.Http.GetAsync($"/work/cemetery/rights/{Guid.NewGuid()}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await sales.Http.GetAsync($"/work/cemetery/rights/new?position={Guid.NewGuid()}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var driver = await Visitor.SignedInAsync(host, "司机");
        (await driver.Http.GetAsync("/work/cemetery/rights", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> TextAsync(Visitor who, string path)
    {
        var answer = await who.Http.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return string.Join(' ', (new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("main")?.TextContent ?? "").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }
}
