namespace Anmin.Bench.Journal;

/// <summary>What the journal costs a command, and how fast it is appended to, sealed and verified.</summary>
internal static class JournalBench
{
    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            await using (var database = await BenchDatabase.MakeAsync(settings, kind, pack: true))
            {
                await CommitBench.RunAsync(database, settings, ratios);
                await HeadRowBench.RunAsync(database, settings, ratios);
            }
            await using (var database = await BenchDatabase.MakeAsync(settings, kind, pack: false))
            {
                var entries = await BulkEntries.WriteAsync(database, settings.Quick ? 100_000 : 200_000, ct);
                await SealBench.RunAsync(database, entries.Count, ratios, ct);
                await VerifyBench.RunAsync(database, entries, settings, ratios, ct);
            }
        }
    }
}
