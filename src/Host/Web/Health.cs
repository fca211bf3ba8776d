using System.Diagnostics;
using System.Globalization;
using Anmin.Kernel.Auditing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Monitoring;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Host.Web;

/// <summary>/health/live: the process answers. /health/ready: send it visitors. /health/deps: one line per dependency.</summary>
internal static class Health
{
    private static readonly TimeSpan LateSeal = TimeSpan.FromSeconds(30), LateOutbox = TimeSpan.FromMinutes(2), LateAudit = TimeSpan.FromMinutes(5);

    internal sealed record Report(string State, IReadOnlyList<Dependency> Dependencies);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { state = "ok" })).ExcludeFromDescription().DisableHttpMetrics();
        routes.MapGet("/health/ready", async (AnminDb db, Reference reference, CancellationToken ct) =>
        {
            var database = await DatabaseAsync(db, ct);
            var packed = reference.Now.Divisions.Count > 0;
            return Results.Json(new { state = database.State == "ok" ? "ok" : "down", database = database.State, pack = packed ? "ok" : "none" }, statusCode: database.State == "ok" ? 200 : 503);
        }).ExcludeFromDescription();
        routes.MapGet("/health/deps", async (AnminDb db, TimeProvider clock, CancellationToken ct) =>
        {
            var report = await AskAsync(db, clock, ct);
            return Results.Json(report, statusCode: report.State == "down" ? 503 : 200);
        }).ExcludeFromDescription();
    }

    public static async Task<Report> AskAsync(AnminDb db, TimeProvider clock, CancellationToken ct)
    {
        var database = await DatabaseAsync(db, ct);
        if (database.State == "down") return new("down", [database]);
        var now = clock.GetUtcNow();
        Dependency[] all = [database, await SealerAsync(db, now, ct), await AuditAsync(db, now, ct), await OutboxAsync(db, now, ct), await ParkedAsync(db, ct)];
        return new(all.All(d => d.State == "ok") ? "ok" : "late", all);
    }

    private static async Task<Dependency> DatabaseAsync(AnminDb db, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await db.Database.ExecuteSqlRawAsync("select 1", ct);
            return new("database", "ok", Math.Round(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 2));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new("database", "down");
        }
    }

    private static async Task<Dependency> SealerAsync(AnminDb db, DateTimeOffset now, CancellationToken ct)
    {
        var sealedTo = await db.Set<JournalBlock>().AsNoTracking().OrderByDescending(b => b.Number).Select(b => (long?)b.ToMark).FirstOrDefaultAsync(ct) ?? 0;
        var waiting = db.Kind == DatabaseKind.Postgres ? db.Set<JournalEntry>().Where(e => e.Tx >= sealedTo) : db.Set<JournalEntry>().Where(e => e.Id >= sealedTo);
        var count = await waiting.LongCountAsync(ct);
        var oldest = count == 0 ? (long?)null : await waiting.MinAsync(e => (long?)e.At, ct);
        var lag = oldest is null ? TimeSpan.Zero : Max(now - DateTimeOffset.UnixEpoch.AddTicks(oldest.Value * 10));
        return new("sealer", lag > LateSeal ? "late" : "ok", LagSeconds: Seconds(lag), Waiting: count);
    }

    private static async Task<Dependency> AuditAsync(AnminDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (count, oldest) = await AuditSealer.WaitingAsync(db, ct);
        var lag = oldest is null ? TimeSpan.Zero : Max(now - oldest.Value);
        return new("audit", lag > LateAudit ? "late" : "ok", LagSeconds: Seconds(lag), Waiting: count);
    }

    private static async Task<Dependency> OutboxAsync(AnminDb db, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = db.Set<OutboxMessage>().Where(m => m.DoneAt == null && m.ParkedAt == null);
        var count = await waiting.LongCountAsync(ct);
        var oldest = count == 0 ? null : await waiting.MinAsync(m => (DateTimeOffset?)m.At, ct);
        var lag = oldest is null ? TimeSpan.Zero : Max(now - oldest.Value);
        return new("outbox", lag > LateOutbox ? "late" : "ok", LagSeconds: Seconds(lag), Waiting: count);
    }

    private static async Task<Dependency> ParkedAsync(AnminDb db, CancellationToken ct)
    {
        var count = await db.Set<OutboxMessage>().LongCountAsync(m => m.ParkedAt != null, ct);
        return new("parked", count > 0 ? "late" : "ok", Waiting: count);
    }

    private static TimeSpan Max(TimeSpan lag) => lag < TimeSpan.Zero ? TimeSpan.Zero : lag;

    private static double Seconds(TimeSpan lag) => Math.Round(lag.TotalSeconds, 1);

    /// <summary>The same numbers for a monitoring system.</summary>
    internal static string Gauges(Report report) => string.Concat(report.Dependencies.SelectMany(d => new[]
    {
        $"anmin_dependency_up{{name=\"{d.Name}\"}} {(d.State == "down" ? 0 : 1)}\n",
        d.LagSeconds is { } lag ? string.Create(CultureInfo.InvariantCulture, $"anmin_lag_seconds{{name=\"{d.Name}\"}} {lag}\n") : "",
        d.Waiting is { } waiting ? string.Create(CultureInfo.InvariantCulture, $"anmin_waiting{{name=\"{d.Name}\"}} {waiting}\n") : "",
    }));
}
