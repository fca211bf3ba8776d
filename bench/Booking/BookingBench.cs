using Anmin.Kernel.Data;

namespace Anmin.Bench.Booking;

/// <summary>Places in a slot that thousands want at once: the lane alone, and through the real HTTP API.</summary>
internal static class BookingBench
{
    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            if (!settings.Wants("postgres") && !settings.Wants("sqlite")) break;
            if (!settings.Wants(kind == DatabaseKind.Postgres ? "postgres" : "sqlite")) continue;
            await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: false);
            var stage = new Stage(database);
            await LaneBench.ProveAsync(stage);
            await (kind == DatabaseKind.Postgres ? LaneBench.PostgresAsync(stage, settings, ratios) : LaneBench.SqliteAsync(stage, settings, ratios));
        }
    }
}
