using System.Net;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Pages;

/// <summary>A refused form stays on its page with what was typed; an address that leads nowhere says so in a sentence. Through the real host, without JavaScript.</summary>
public sealed class KeptFormTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_was_typed_about_something_that_is_not_there_is_not_lost(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var grounds = await Visitor.SignedInAsync(host, "公墓园务");
        using var answer = await grounds.PostFormAsync($"/work/cemetery/moves?interment={Guid.NewGuid()}", new() { ["What"] = "move", ["Elsewhere"] = "外省青山公墓", ["Reason"] = "子女迁居外地" }, "\"ask\"");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        page.ShouldContain("error-summary");
        page.ShouldContain("value=\"子女迁居外地\"");
        page.ShouldNotContain("没有找到这一页");
        // a search that finds nothing keeps its page as well
        using var sought = await grounds.Http.GetAsync("/work/cemetery/burials?code=GM-0", Ct);
        sought.StatusCode.ShouldBe(HttpStatusCode.OK);
        var found = WebUtility.HtmlDecode(await sought.Content.ReadAsStringAsync(Ct));
        found.ShouldContain("value=\"GM-0\"");
        found.ShouldContain("error-summary");
    }

    [Fact]
    public async Task A_form_that_the_page_no_longer_has_is_answered_with_a_sentence()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite);
        using var grounds = await Visitor.SignedInAsync(host, "公墓园务");
        using var answer = await grounds.PostFormAsync($"/work/cemetery/moves?interment={Guid.NewGuid()}", new() { ["_handler"] = "approve-gone" }, "\"ask\"");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("可能别人刚办过");
    }

    [Fact]
    public async Task A_new_server_has_its_first_key_before_the_first_request()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<AnminDb>().Database.SqlQueryRaw<long>("select count(*) as \"Value\" from kernel_protection_key").ToListAsync(Ct)).ShouldBe([1]);
    }

    [Fact]
    public async Task Papers_that_do_not_exist_say_so_and_lead_back()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite);
        using var finance = await Visitor.SignedInAsync(host, "公墓财务");
        foreach (var (path, back) in new[] { ("/work/cemetery/fees/letters/CJ-0", "/work/cemetery/fees"), ($"/work/cemetery/fees/batches/{Guid.NewGuid()}", "/work/cemetery/fees") })
        {
            using var answer = await finance.Http.GetAsync(path, Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
            page.ShouldContain("没有这份文书，或者不归您办理");
            page.ShouldContain($"href=\"{back}\"");
        }
        using var none = await finance.Http.GetAsync("/work/cemetery/fees/preview?kind=Urge&pick=true", Ct);
        WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Ct)).ShouldContain("还没有勾选合同");
    }
}
