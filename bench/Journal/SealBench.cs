using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Journal;

/// <summary>journal.seal: the whole backlog into blocks, each durable before the next begins.</summary>
internal static class SealBench
{
    private const double Goal = 40_000;

    public static async Task RunAsync(BenchDatabase database, int entries, Ratios ratios, CancellationToken ct)
    {
        var sealer = database.Services.GetRequiredService<Sealer>();
        var lease = await database.Services.GetRequiredService<Leases>().TakeAsync(sealer.Name, TimeSpan.FromMinutes(30), ct) ?? throw new OracleException("the sealer's lease is not to be had");
        // blocks cannot be taken back (append-only), so the backlog is sealed once
        var blocks = 0;
        var seconds = await Rounds.TimeAsync(async () =>
        {
            while (await sealer.SealAsync(lease, ct) > 0) blocks++;
        });
        OracleException.Equal(entries, await database.ScalarAsync("select sum(count) from kernel_journal_block"), "entries in blocks");
        var rate = entries / seconds;
        ratios.Say($"journal.seal.{database.Name}", Ratios.Rate(rate), $"goal:{Ratios.Rate(Goal)}", rate / Goal, $">={Goal:0}/s", rate >= Goal, $"{entries} entries, {blocks} blocks; {Disk.Note(database.Folder)}");
    }
}
