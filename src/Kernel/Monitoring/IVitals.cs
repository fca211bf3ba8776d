using Anmin.Kernel.Data;

namespace Anmin.Kernel.Monitoring;

/// <summary>How this process is doing, answered by the host. Numbers only: no address, no name, no secret.</summary>
public interface IVitals
{
    VitalSigns Read();

    /// <summary>What the process stands on, asked now; the same as <c>/health/deps</c>.</summary>
    Task<IReadOnlyList<Dependency>> DependenciesAsync(AnminDb db, CancellationToken ct);
}

/// <param name="Answers">Requests answered since the start.</param>
/// <param name="Faults">Of these, answered with 5xx.</param>
/// <param name="Seconds">Time spent on them, added up.</param>
/// <param name="Open">Requests being answered now.</param>
/// <param name="DiskFree">Bytes free where the data folder lies; null where the system does not say.</param>
public sealed record VitalSigns(string Version, long Answers, long Faults, double Seconds, long Open, TimeSpan Up, long Memory, long? DiskFree, long? DiskTotal);

/// <param name="State"><c>ok</c>, <c>late</c> or <c>down</c>.</param>
public sealed record Dependency(string Name, string State, double? Milliseconds = null, double? LagSeconds = null, long? Waiting = null);
