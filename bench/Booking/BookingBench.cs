using Anmin.Kernel.Data;

namespace Anmin.Bench.Booking;

/// <summary>Places in a slot that thousands want at once: the lane alone, and through the real HTTP API.</summary>
internal static class BookingBench
{
    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            var lane = settings.Wants(kind == DatabaseKind.Postgres ? "postgres" : "sqlite");
            if (!lane && !settings.Wants("http")) continue;
            await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: true);
            var stage = new Stage(database);
            await LaneBench.ProveAsync(stage);
            if (lane) await (kind == DatabaseKind.Postgres ? LaneBench.PostgresAsync(stage, settings, ratios) : LaneBench.SqliteAsync(stage, settings, ratios));
            if (settings.Wants("http")) await HttpBench.RunAsync(stage, settings, ratios);
        }
    }
}
