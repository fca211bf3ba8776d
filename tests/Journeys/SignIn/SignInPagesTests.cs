using System.Net;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SignIn;

/// <summary>What only shows at the real door: cookies, forms of strangers, ways out of the site.</summary>
public sealed class SignInPagesTests : IAsyncLifetime
{
    private TestHost? host;

    private TestHost Host => host!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(DatabaseKind.Sqlite);

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    [Theory]
    [InlineData("/sign-in", "password", "login=a&password=b")]
    [InlineData("/sign-in", "passkey", "sealed=a&answer=b")]
    [InlineData("/sign-in", "persona", "persona=前台")]
    [InlineData("/sign-in/code", "code", "code=123456")]
    [InlineData("/sign-in/password", "password", "password=a&again=a")]
    [InlineData("/sign-in/enrol", "enrol", "code=123456")]
    [InlineData("/sign-in/invite?token=x", "password", "password=a&again=a")]
    [InlineData("/work/me/sessions", "end", "one=others")]
    [InlineData("/work/me/security", "drop", "")]
    [InlineData("/work/me/security", "remove", "key=00000000-0000-0000-0000-000000000001")]
    [InlineData("/work/me/prove", "prove", "code=123456")]
    [InlineData("/work/me/password", "password", "current=a&password=b&again=b")]
    [InlineData("/work/me/totp", "totp", "code=123456")]
    [InlineData("/work/me/codes", "codes", "")]
    [InlineData("/work/me/passkeys/new", "passkey", "answer=x")]
    [InlineData("/admin/sessions", "end", "reason=x")]
    [InlineData("/admin/accounts", "act", "reason=x")]
    [InlineData("/sign-out", "", "")]
    public async Task A_form_without_our_token_is_refused(string path, string handler, string body)
    {
        using var somebody = await Visitor.SignedInAsync(Host, "管理员");
        var form = handler.Length == 0 ? body : $"_handler={handler}&{body}";
        var answer = await somebody.Http.PostAsync(path, new StringContent(form, null, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await somebody.Http.GetAsync("/work/me/sessions", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, "still signed in");
    }

    [Fact]
    public async Task Signing_out_leads_the_next_person_back_to_the_page_and_never_out_of_the_site()
    {
        foreach (var (asked, expected) in new[] { ("/work/cremation?case=1", "/sign-in?returnUrl=%2Fwork%2Fcremation%3Fcase%3D1"), ("//evil.example/", "/sign-in"), ("https://evil.example", "/sign-in"), ("", "/sign-in") })
        {
            using var visitor = await Visitor.SignedInAsync(Host, "火化工甲");
            var before = Cookie(visitor);
            var left = await OutAsync(visitor, asked);
            left.Headers.Location!.ToString().ShouldBe(expected);
            (await visitor.Http.GetAsync("/work/me/sessions", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldStartWith("/sign-in");
            before.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_opens_nothing()
    {
        using var visitor = await Visitor.SignedInAsync(Host, "前台");
        var kept = Cookie(visitor);
        await OutAsync(visitor, "");
        using var thief = Host.Client();
        thief.DefaultRequestHeaders.Add("Cookie", "anmin-session=" + kept);
        (await thief.GetAsync("/work/me/sessions", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Somebody_ended_by_an_administrator_is_back_at_the_sign_in_page_and_both_see_it()
    {
        using var clerk = await Visitor.SignedInAsync(Host, "接线员");
        using var guard = await Visitor.SignedInAsync(Host, "安全管理员");
        var list = await guard.Http.GetStringAsync("/admin/sessions?who=冯晓", TestContext.Current.CancellationToken);
        list.ShouldContain("冯晓");
        var id = System.Text.RegularExpressions.Regex.Match(list, "end=([0-9a-f-]{36})").Groups[1].Value;
        (await guard.PostFormAsync($"/admin/sessions?end={id}", new() { ["reason"] = "下班未退出" }, "\"end\"")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await clerk.Http.GetAsync("/work", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldStartWith("/sign-in");
        using var auditor = await Visitor.SignedInAsync(Host, "审计");
        var log = await auditor.Http.GetStringAsync("/admin/sign-ins", TestContext.Current.CancellationToken);
        log.ShouldContain("被强制退出");
        var csv = await auditor.Http.GetStringAsync("/admin/sign-ins.csv", TestContext.Current.CancellationToken);
        csv.ShouldContain("登录结束：被强制退出");
        (await clerk.Http.GetAsync("/admin/sign-ins.csv", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await guard.Http.GetAsync("/admin/sign-ins.csv", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_steps_on_the_way_in_are_shut_to_whoever_did_not_take_the_first()
    {
        using var nobody = Host.Client();
        foreach (var path in (string[])["/sign-in/code", "/sign-in/password", "/sign-in/enrol"])
            (await nobody.GetAsync(path, TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldBe("/sign-in", path);
        var forged = Host.Client();
        forged.DefaultRequestHeaders.Add("Cookie", "anmin-entering=CfDJ8forged");
        (await forged.GetAsync("/sign-in/code", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    private static async Task<HttpResponseMessage> OutAsync(Visitor visitor, string returnUrl)
    {
        var page = await visitor.Http.GetStringAsync("/work/me/sessions", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await visitor.Http.PostAsync("/sign-out", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["returnUrl"] = returnUrl }), TestContext.Current.CancellationToken);
    }

    private static string? Cookie(Visitor visitor)
    {
        var handler = typeof(HttpMessageInvoker).GetField("_handler", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(visitor.Http) as HttpClientHandler;
        return handler!.CookieContainer.GetCookies(visitor.Http.BaseAddress!)["anmin-session"]?.Value;
    }
}
