using System.Net;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Attacks;

/// <summary>What every answer tells the browser, over every address there is.</summary>
public sealed class HeaderTests(Target target) : IClassFixture<Target>
{
    [Theory]
    [InlineData(null), InlineData("前台"), InlineData("管理员"), InlineData("安全管理员"), InlineData("审计")]
    public async Task Every_page_and_every_refusal_carries_the_security_headers(string? persona)
    {
        using var visitor = persona is null ? new Visitor(target.Host.Client()) : await Visitor.SignedInAsync(target.Host, persona);
        var addresses = target.Routes("GET").Select(r => "/" + (r.RoutePattern.RawText ?? "").TrimStart('/')).Where(a => !a.Contains('{') && !a.StartsWith("/health", StringComparison.Ordinal)).Append("/no-such-page").Append("/api/v1/no-such-route").ToList();
        addresses.Count.ShouldBeGreaterThan(40);
        foreach (var address in addresses)
        {
            using var answer = await visitor.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var csp = Header(answer, "Content-Security-Policy");
            csp.ShouldContain("default-src 'self'", Case.Sensitive, address);
            csp.ShouldContain("frame-ancestors 'none'", Case.Sensitive, address);
            csp.ShouldContain("object-src 'none'", Case.Sensitive, address);
            csp.ShouldContain("base-uri 'self'", Case.Sensitive, address);
            foreach (var hole in new[] { "unsafe-inline", "unsafe-eval", "*", "http:" }) csp.ShouldNotContain(hole, Case.Sensitive, address);
            Header(answer, "X-Content-Type-Options").ShouldBe("nosniff", address);
            Header(answer, "Referrer-Policy").ShouldBeOneOf("same-origin", "no-referrer");
            Header(answer, "Permissions-Policy").ShouldContain("payment=()", Case.Sensitive, address);
            if (persona is not null && answer.Content.Headers.ContentType?.MediaType == "text/html") Header(answer, "Cache-Control").ShouldContain("no-store", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task Behind_tls_the_browser_is_told_to_stay_there_and_cookies_are_tied_to_the_host()
    {
        using var http = target.Host.Client();
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        Header(answer, "Strict-Transport-Security").ShouldContain("max-age=31536000");
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) cookie.ShouldContain("secure", Case.Insensitive);
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_of_its_own()
    {
        using var visitor = await Visitor.SignedInAsync(target.Host, "前台");
        foreach (var address in target.Routes("GET").Select(r => "/" + (r.RoutePattern.RawText ?? "").TrimStart('/')).Where(a => !a.Contains('{') && !a.StartsWith("/health", StringComparison.Ordinal) && !a.Contains('.')))
        {
            using var answer = await visitor.Http.GetAsync(address, TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            page.ShouldNotContain("<style", Case.Insensitive, address);
            page.ShouldNotContain(" style=\"", Case.Insensitive, address);
            page.ShouldNotContain(" onclick=", Case.Insensitive, address);
            foreach (var part in page.Split("<script").Skip(1)) (part.Split('>')[0].Contains("src=", StringComparison.Ordinal) || part.Split('>')[0].Contains("application/json", StringComparison.Ordinal) || part.Split('>')[0].Contains("importmap", StringComparison.Ordinal)).ShouldBeTrue($"{address}: <script{part.Split('>')[0]}>");
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
