using System.Net;
using System.Net.Http.Json;
using System.Text;
using Anmin.Testing;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Attacks;

/// <summary>Another site acting with our cookie, and ways out of our site.</summary>
public sealed class ForgeryTests(Target target) : IClassFixture<Target>
{
    private static readonly Guid Nobody = Guid.Parse("01900000-0000-7000-8000-000000000001");

    /// <summary>Called by programs, which hold no cookie of ours.</summary>
    private static readonly string[] ForPrograms = ["connect/token", "connect/revoke", "connect/introspect"];

    /// <summary>The standard lets another system's page post here (OpenID Connect Core 3.1.2.1, RP-Initiated Logout 2); they lead on to a page of ours and do nothing themselves.</summary>
    private static readonly string[] OpenToPages = ["connect/authorize", "connect/logout", "connect/end-session", "connect/endsession"];

    [Theory]
    [InlineData("cross-site"), InlineData("same-site"), InlineData(null)]
    public async Task Every_api_call_that_changes_something_refuses_a_foreign_page(string? site)
    {
        using var front = await Visitor.SignedInAsync(target.Host, "前台");
        var routes = target.Routes("POST").Where(r => r.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) is true).ToList();
        routes.Count.ShouldBeGreaterThan(40);
        foreach (var route in routes)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, Filled(route)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            if (site is not null) message.Headers.Add("Sec-Fetch-Site", site);
            using var answer = await front.Http.SendAsync(message, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, route.RoutePattern.RawText);
            await Target.LeaksNothingAsync(answer);
        }
    }

    [Fact]
    public async Task Every_page_that_takes_a_form_refuses_one_without_our_token()
    {
        using var admin = await Visitor.SignedInAsync(target.Host, "管理员");
        foreach (var route in target.Routes("POST").Where(r => r.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) is not true && !ForPrograms.Any(p => r.RoutePattern.RawText!.Contains(p, StringComparison.Ordinal))))
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "persona", ["persona"] = "审计" });
            using var answer = await admin.Http.PostAsync(Filled(route), form, TestContext.Current.CancellationToken);
            if (!OpenToPages.Any(p => route.RoutePattern.RawText!.Contains(p, StringComparison.Ordinal))) Target.Refused(answer.StatusCode).ShouldBeTrue($"{route.RoutePattern.RawText} answered {(int)answer.StatusCode}");
            answer.Headers.TryGetValues("Set-Cookie", out var set);
            (set ?? []).ShouldNotContain(c => c.StartsWith("anmin-session=", StringComparison.Ordinal) && !c.StartsWith("anmin-session=;", StringComparison.Ordinal), route.RoutePattern.RawText);
            await Target.LeaksNothingAsync(answer);
        }
    }

    [Fact]
    public async Task Somebody_elses_token_does_not_fit_my_cookie()
    {
        using var mine = await Visitor.SignedInAsync(target.Host, "前台");
        using var other = new Visitor(target.Host.Client());
        var page = await other.Http.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        token.ShouldNotBeEmpty();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = "persona", ["persona"] = "审计" });
        using var answer = await mine.Http.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/\\evil.example/"), InlineData("\\\\evil.example"), InlineData("/%2f%2fevil.example"), InlineData("/\t/evil.example"), InlineData("javascript:alert(1)"),
     InlineData("http:evil.example"), InlineData("/%0d%0aLocation:%20https://evil.example"), InlineData("/work\r\nSet-Cookie: a=b"), InlineData("https:/evil.example"), InlineData("//%65vil.example"), InlineData(" https://evil.example")]
    public async Task After_signing_in_the_way_leads_only_inside_this_site(string to)
    {
        using var visitor = new Visitor(target.Host.Client());
        using var answer = await visitor.PostFormAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(to), new() { ["persona"] = "前台" }, "persona");
        ((int)answer.StatusCode).ShouldBeOneOf(302, 303);
        var location = answer.Headers.Location!.OriginalString;
        new Uri(target.Host.Address, location).Host.ShouldBe(target.Host.Address.Host, location);
        location.ShouldStartWith("/");
        location.ShouldNotStartWith("//");
        location.ShouldNotContain("\\");
        answer.Headers.TryGetValues("Set-Cookie", out var set);
        (set ?? []).ShouldNotContain(c => c.StartsWith("a=b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_host_name_leads_nobody_away()
    {
        using var visitor = new Visitor(target.Host.Client());
        visitor.Http.DefaultRequestHeaders.Host = "evil.example";
        using var answer = await visitor.Http.GetAsync("/work", TestContext.Current.CancellationToken);
        (answer.Headers.Location?.OriginalString ?? "/").ShouldStartWith("/");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_made_up_or_altered_cookie_is_nobody()
    {
        using var real = await Visitor.SignedInAsync(target.Host, "前台");
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = target.Host.Address };
        foreach (var cookie in new[] { "t-qiantai", "CfDJ8", new string('A', 400), "../../etc/passwd", "%00" })
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
            message.Headers.TryAddWithoutValidation("Cookie", "anmin-session=" + cookie);
            using var answer = await http.SendAsync(message, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, cookie);
            await Target.LeaksNothingAsync(answer);
        }
    }

    private static string Filled(RouteEndpoint route)
    {
        var path = "/" + route.RoutePattern.RawText!.TrimStart('/');
        foreach (var parameter in route.RoutePattern.Parameters) path = System.Text.RegularExpressions.Regex.Replace(path, "\\{\\*{0,2}" + parameter.Name + "[^}]*\\}", Nobody.ToString());
        return path;
    }
}
