using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Attacks;

/// <summary>Too large, too many, too slow. Each is refused by the server itself, long before our code.</summary>
public sealed class FloodTests(Target target) : IClassFixture<Target>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private const string Head = "Host: 127.0.0.1\r\n";

    [Fact]
    public async Task Headers_without_measure_are_refused()
    {
        (await target.RawAsync($"GET / HTTP/1.1\r\n{Head}X-Large: {new string('a', 40_000)}\r\n\r\n", Ct)).ShouldContain(" 431 ");
        (await target.RawAsync($"GET / HTTP/1.1\r\n{Head}{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}\r\n", Ct)).ShouldContain(" 431 ");
        (await target.RawAsync($"GET /{new string('a', 20_000)} HTTP/1.1\r\n{Head}\r\n", Ct)).ShouldContain(" 414 ");
    }

    [Fact]
    public async Task A_body_is_refused_by_its_announced_length_before_it_is_sent()
    {
        (await target.RawAsync($"POST /api/v1/cases HTTP/1.1\r\n{Head}Content-Type: application/json\r\nContent-Length: 209715200\r\n\r\n", Ct)).ShouldContain(" 413 ");
        (await target.RawAsync($"POST /sign-in HTTP/1.1\r\n{Head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 209715200\r\n\r\n", Ct)).ShouldContain(" 413 ");
    }

    [Fact]
    public async Task An_unannounced_body_is_cut_where_it_passes_the_limit()
    {
        var chunk = new string('a', 60_000);
        var body = string.Concat(Enumerable.Range(0, 30).Select(_ => $"{chunk.Length:x}\r\n{chunk}\r\n")) + "0\r\n\r\n";
        (await target.RawAsync($"POST /connect/token HTTP/1.1\r\n{Head}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n", Ct, body)).ShouldNotContain(" 200 ");
    }

    [Fact]
    public async Task A_head_that_never_ends_is_not_waited_for() => (await target.RawAsync($"GET / HTTP/1.1\r\n{Head}X-Slow: a", Ct)).ShouldBeOneOf("", "HTTP/1.1 408 Request Timeout");

    [Fact]
    public async Task A_body_that_trickles_is_not_waited_for()
        => (await target.RawAsync($"POST /sign-in HTTP/1.1\r\n{Head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\na=", Ct)).ShouldNotContain(" 200 ");

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n"),
     InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"), InlineData("GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n"), InlineData("GET http://evil.example:99999/ HTTP/1.1\r\nHost: a\r\n\r\n"), InlineData("NONSENSE\r\n\r\n")]
    public async Task Smuggled_and_broken_requests_are_refused(string request) => (await target.RawAsync(request, Ct)).ShouldNotContain(" 200 ");

    [Fact]
    public async Task The_product_itself_is_patient_for_seconds_not_minutes()
    {
        await using var host = await TestHost.StartAsync(Anmin.Kernel.Data.DatabaseKind.Sqlite);
        var limits = ((Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>)host.Services.GetService(typeof(Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>))!).Value.Limits;
        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        limits.MinRequestBodyDataRate.ShouldNotBeNull();
        limits.MaxRequestHeadersTotalSize.ShouldBeLessThanOrEqualTo(32 * 1024);
    }
}
