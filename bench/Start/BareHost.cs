using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Anmin.Bench.Start;

/// <summary>The peer of start: a minimal ASP.NET Core host with one route and nothing behind it, in a process of its own.</summary>
internal static class BareHost
{
    public static async Task<int> ServeAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/sign-in", () => Results.Text("ok"));
        app.MapGet("/health/ready", () => Results.Text("ok"));
        await app.RunAsync();
        return 0;
    }
}
