namespace Anmin.Kernel.Packs;

/// <summary>
/// The system's clock, except inside <see cref="At"/>: filling a new database with demonstration data runs the use cases
/// at the times they would have happened. The told time belongs to the calling flow alone and ends with it.
/// </summary>
public sealed class ToldClock : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Told = new();

    public static ToldClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => Told.Value ?? System.GetUtcNow();

    /// <summary>From here on, in this flow, it is <paramref name="instant"/>; null gives the system's time back.</summary>
    public static void At(DateTimeOffset? instant) => Told.Value = instant;
}
