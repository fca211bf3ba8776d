using System.Diagnostics;
using System.Globalization;
using System.Text;
using Anmin.Kernel.Data;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Monitoring;

namespace Anmin.Host.Web;

/// <summary>A few counters in Prometheus' text form: answers by class and their time, memory, and what <see cref="Health"/> sees. No label names a person.</summary>
internal sealed class Metrics(TimeProvider clock, HostOptions options) : IVitals
{
    private readonly long[] answers = new long[6];
    private readonly long begun = clock.GetTimestamp();
    private long microseconds;
    private long open;

    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var from = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref open);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref open);
            Interlocked.Increment(ref answers[Math.Clamp(context.Response.StatusCode / 100, 0, 5)]);
            Interlocked.Add(ref microseconds, (long)Stopwatch.GetElapsedTime(from).TotalMicroseconds);
        }
    }

    public VitalSigns Read()
    {
        var (free, total) = Disk();
        return new(typeof(Metrics).Assembly.GetName().Version?.ToString(3) ?? "0", answers.Sum(), Interlocked.Read(ref answers[5]), Interlocked.Read(ref microseconds) / 1e6, Interlocked.Read(ref open), clock.GetElapsedTime(begun), Environment.WorkingSet, free, total);
    }

    public async Task<IReadOnlyList<Dependency>> DependenciesAsync(AnminDb db, CancellationToken ct) => (await Health.AskAsync(db, clock, ct)).Dependencies;

    private (long? Free, long? Total) Disk()
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(options.Data));
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return (null, null);
        }
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("# TYPE anmin_http_answers_total counter\n");
        for (var kind = 1; kind <= 5; kind++) text.Append(CultureInfo.InvariantCulture, $"anmin_http_answers_total{{class=\"{kind}xx\"}} {Interlocked.Read(ref answers[kind])}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE anmin_http_seconds_total counter\nanmin_http_seconds_total {Interlocked.Read(ref microseconds) / 1e6}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE anmin_http_open gauge\nanmin_http_open {Interlocked.Read(ref open)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE anmin_up_seconds gauge\nanmin_up_seconds {clock.GetElapsedTime(begun).TotalSeconds:F0}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE anmin_memory_bytes gauge\nanmin_memory_bytes {Environment.WorkingSet}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE anmin_gc_heap_bytes gauge\nanmin_gc_heap_bytes {GC.GetTotalMemory(false)}\n");
        return text.ToString();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", async (Metrics metrics, LaneMeters lanes, AnminDb db, TimeProvider time, CancellationToken ct)
        => Results.Text(metrics.Write() + lanes.Text() + Health.Gauges(await Health.AskAsync(db, time, ct)), "text/plain; version=0.0.4", Encoding.UTF8)).ExcludeFromDescription();
}
