using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Lanes;

/// <summary>What all lanes of a process share.</summary>
public sealed class LaneShop(DatabaseSettings settings, WriteTurn turn, PersonalVault vault, ConstraintProblems constraints, LaneMeters meters, LaneOptions options, TimeProvider clock, ILogger<LaneShop> log)
{
    internal string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..12]}";

    internal LaneOptions Options => options;

    internal LaneMeters Meters => meters;

    internal ConstraintProblems Constraints => constraints;

    internal ICipherSuite Suite => vault.Suite;

    internal TimeProvider Clock => clock;

    internal ILogger Log => log;

    internal bool IsClosing { get; set; }

    /// <summary>A test puts a faulty wire between.</summary>
    internal Func<LaneStore, LaneStore> Wire { get; set; } = store => store;

    internal LaneStore Store(string partition) => Wire(settings.Kind == DatabaseKind.Postgres
        ? new PostgresLane(settings.ConnectionString, partition, Owner, options)
        : new SqliteLane(settings, turn, partition, Owner, options));
}
