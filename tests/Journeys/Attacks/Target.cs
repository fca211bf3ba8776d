using System.Net;
using System.Net.Sockets;
using System.Text;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Attacks;

/// <summary>One running host, attacked from outside. Its patience with slow clients is a second, so that a test need not wait long.</summary>
public sealed class Target : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(DatabaseKind.Sqlite, adjust: builder => builder.WebHost.ConfigureKestrel(o =>
    {
        o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
        o.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(1.1));
    }));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Every route of the running application that answers this method.</summary>
    public IEnumerable<RouteEndpoint> Routes(string method) => Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(method, StringComparer.OrdinalIgnoreCase))
        .DistinctBy(e => e.RoutePattern.RawText);

    /// <summary>Sends these bytes as they are and returns the status line, or an empty text where the connection was closed without one.</summary>
    public async Task<string> RawAsync(string request, CancellationToken ct, string? later = null)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Host.Address.Host, Host.Address.Port, ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), ct);
        if (later is not null) await stream.WriteAsync(Encoding.ASCII.GetBytes(later), ct);
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadLineAsync(ct) ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Nothing of the inside is told: no type, no stack, no path, no query.</summary>
    public static async Task LeaksNothingAsync(HttpResponseMessage answer)
    {
        // addresses of styles and scripts name our assemblies, which are public
        var text = (await answer.Content.ReadAsStringAsync()).Replace("_content/Anmin.", "", StringComparison.Ordinal);
        foreach (var word in new[] { "Exception", "   at ", "Anmin.", "System.", "Microsoft.", "Npgsql", "SQLite", "select ", "/work/", ".cs:" })
            text.ShouldNotContain(word, Case.Sensitive, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    public static bool Refused(HttpStatusCode status) => (int)status is >= 400 and < 500;
}
