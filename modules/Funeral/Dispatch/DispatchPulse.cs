using System.Globalization;
using System.Text;
using System.Text.Json;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anmin.Funeral.Dispatch;

/// <summary>
/// What changed since when, looked up once a second at most for however many boards are open, and not at all while none is.
/// It asks the database, so that a step taken on another node is seen too.
/// </summary>
internal sealed class DispatchPulse(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private DateTimeOffset lookedAt;
    private List<Change> recent = [];

    /// <param name="At">When; what a board resumes from.</param>
    public sealed record Change(Guid OrderId, string Institution, DateTimeOffset At);

    /// <summary>Oldest first; at most the last ten minutes.</summary>
    public async Task<IReadOnlyList<Change>> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (now - lookedAt >= Beat || now < lookedAt) (recent, lookedAt) = (await LookAsync(now.AddMinutes(-10), ct), now);
            return recent.Where(c => c.At > since).ToList();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<List<Change>> LookAsync(DateTimeOffset since, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        return await db.Pickups.AsNoTracking().Where(p => p.ChangedAt > since).OrderBy(p => p.ChangedAt).Take(2000).Select(p => new Change(p.Id, p.Institution, p.ChangedAt)).ToListAsync(ct);
    }

    public void Dispose() => one.Dispose();
}

/// <summary>
/// GET /work/dispatch/stream, server-sent events: <c>changed</c> with ids of orders the actor reaches and nothing else, a comment as heartbeat.
/// The event's id is an instant in microseconds; a board that lost the line gives it back as Last-Event-ID and misses nothing for ten minutes.
/// </summary>
internal static class DispatchStream
{
    private static readonly TimeSpan Heart = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/work/dispatch/stream", RunAsync).ExcludeFromDescription();

    private static async Task RunAsync(HttpContext http, DispatchPulse pulse, CurrentActor current, IInstitutionDirectory institutions, IHostApplicationLifetime life, TimeProvider clock)
    {
        var actor = current.Actor;
        if (!actor.May(FuneralPermissions.ReadDispatch))
        {
            http.Response.StatusCode = actor.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
            return;
        }
        var reach = actor.ReachOf(FuneralPermissions.ReadDispatch);
        bool Mine(string home) => reach.All || reach.Institutions.Contains(home) || (institutions.Find(home) is { } place && reach.Divisions.Any(d => place.Division.StartsWith(d, StringComparison.Ordinal)));
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            var since = Resume(http) ?? clock.GetUtcNow();
            await WriteAsync(http, "retry: 3000\n\n", both.Token);
            for (var quiet = TimeSpan.Zero; ; quiet += DispatchPulse.Beat)
            {
                var all = await pulse.SinceAsync(since, both.Token);
                if (all.Count > 0) since = all[^1].At;
                if (all.Where(c => Mine(c.Institution)).Select(c => c.OrderId).Distinct().ToList() is { Count: > 0 } ids)
                {
                    await WriteAsync(http, string.Create(CultureInfo.InvariantCulture, $"id: {since.UtcTicks / 10}\nevent: changed\ndata: {JsonSerializer.Serialize(ids)}\n\n"), both.Token);
                    quiet = TimeSpan.Zero;
                }
                else if (quiet >= Heart)
                {
                    await WriteAsync(http, ": 在\n\n", both.Token);
                    quiet = TimeSpan.Zero;
                }
                await Task.Delay(DispatchPulse.Beat, both.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // the board was closed, or the program ends
        }
    }

    private static DateTimeOffset? Resume(HttpContext http)
        => long.TryParse(http.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros < DateTimeOffset.MaxValue.UtcTicks / 10 ? new DateTimeOffset(micros * 10, TimeSpan.Zero) : null;

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
