using System.Diagnostics.Metrics;

namespace Anmin.Kernel.Lanes;

/// <summary>Figures of one lane over all its partitions, since start.</summary>
public sealed class LaneMeter(string name)
{
    private long waiting, batches, tasks, rows, refused, turnedAway, fenced, failed;

    public string Name => name;

    /// <summary>Requests in line now.</summary>
    public long Waiting => Interlocked.Read(ref waiting);

    public long Batches => Interlocked.Read(ref batches);

    /// <summary>Requests weighed.</summary>
    public long Tasks => Interlocked.Read(ref tasks);

    /// <summary>Changes committed.</summary>
    public long Rows => Interlocked.Read(ref rows);

    public long Fenced => Interlocked.Read(ref fenced);

    public long Failed => Interlocked.Read(ref failed);

    public long TurnedAway => Interlocked.Read(ref turnedAway);

    internal void Come() => Interlocked.Increment(ref waiting);

    internal void TurnAway() => Interlocked.Increment(ref turnedAway);

    internal void Serve(int count)
    {
        Interlocked.Add(ref waiting, -count);
        Interlocked.Add(ref tasks, count);
    }

    internal void Commit(int changed)
    {
        Interlocked.Increment(ref batches);
        Interlocked.Add(ref rows, changed);
    }

    internal void Refuse() => Interlocked.Increment(ref refused);

    internal void Fence() => Interlocked.Increment(ref fenced);

    internal void Fail() => Interlocked.Increment(ref failed);

    internal IEnumerable<(string Name, bool Gauge, long Value)> Figures() =>
    [
        ("waiting", true, Waiting), ("tasks_total", false, Tasks), ("batches_total", false, Batches), ("rows_total", false, Rows), ("refused_total", false, Interlocked.Read(ref refused)),
        ("turned_away_total", false, TurnedAway), ("fenced_total", false, Fenced), ("failed_total", false, Failed),
    ];
}

/// <summary>Every lane of this process, for /metrics and for any listener of the meter <c>Anmin.Lanes</c>.</summary>
public sealed class LaneMeters : IDisposable
{
    private readonly Meter meter = new("Anmin.Lanes");
    private readonly Lock gate = new();
    private LaneMeter[] all = [];

    public LaneMeters()
    {
        foreach (var (name, gauge, _) in new LaneMeter("").Figures())
        {
            IEnumerable<Measurement<long>> Read() => all.Select(l => new Measurement<long>(l.Figures().First(f => f.Name == name).Value, new KeyValuePair<string, object?>("lane", l.Name)));
            if (gauge) meter.CreateObservableGauge("anmin_lane_" + name, Read);
            else meter.CreateObservableCounter("anmin_lane_" + name, Read);
        }
    }

    public LaneMeter Of(string lane)
    {
        lock (gate)
        {
            if (all.FirstOrDefault(l => l.Name == lane) is { } known) return known;
            var made = new LaneMeter(lane);
            all = [.. all, made];
            return made;
        }
    }

    /// <summary>In Prometheus' text form.</summary>
    public string Text() => string.Concat(all.SelectMany(l => l.Figures().Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"anmin_lane_{f.Name}{{lane=\"{l.Name}\"}} {f.Value}\n"))));

    public void Dispose() => meter.Dispose();
}
