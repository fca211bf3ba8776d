using System.Threading.Channels;

namespace Anmin.Testing;

/// <summary>Stands still until told to move; timers fire when it passes them. Starts on an ordinary Wednesday at 10:00 in the city.</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly Channel<bool> made = Channel.CreateUnbounded<bool>();
    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    public void Set(DateTimeOffset to)
    {
        List<Timer> due;
        lock (gate)
        {
            now = to;
            due = [.. timers.Where(t => t.DueAt <= now).OrderBy(t => t.DueAt)];
            foreach (var timer in due) timer.DueAt = timer.Period is { } period ? now + period : DateTimeOffset.MaxValue;
        }
        foreach (var timer in due) timer.Fire();
    }

    /// <summary>Returns once somebody has begun to wait on this clock, so that advancing it is not too early.</summary>
    public ValueTask<bool> SomebodyWaitsAsync(CancellationToken ct) => made.Reader.ReadAsync(ct);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate) timers.Add(timer);
        made.Writer.TryWrite(true);
        return timer;
    }

    private sealed class Timer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; } = DateTimeOffset.MaxValue;

        public TimeSpan? Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Starts where <see cref="FakeClock"/> does and then runs like any clock, with jumps on demand: for a whole host, whose jobs must come round.</summary>
public sealed class MovingClock : TimeProvider
{
    private readonly long begun = System.GetTimestamp();
    private long ahead;

    public override DateTimeOffset GetUtcNow() => FakeClock.Start + System.GetElapsedTime(begun) + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
