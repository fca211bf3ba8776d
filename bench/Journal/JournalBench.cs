namespace Anmin.Bench.Journal;

/// <summary>What the journal costs a command, and how fast it is appended to, sealed and verified.</summary>
internal static class JournalBench
{
    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            if (settings.Wants("commit") || settings.Wants("head-row"))
            {
                await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: true);
                if (settings.Wants("commit")) await CommitBench.RunAsync(database, settings, ratios);
                if (settings.Wants("head-row")) await HeadRowBench.RunAsync(database, settings, ratios);
            }
            if (settings.Wants("seal") || settings.Wants("verify"))
            {
                await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: false);
                var entries = await BulkEntries.WriteAsync(database, settings.Quick ? 100_000 : 240_000, ct);
                await SealBench.RunAsync(database, entries.Count, ratios, ct);
                if (settings.Wants("verify")) await VerifyBench.RunAsync(database, entries, settings, ratios, ct);
            }
        }
    }
}
