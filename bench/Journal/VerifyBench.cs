using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Journal;

/// <summary>
/// journal.verify: everything re-computed from the database, against SHA-256 alone over the same bytes in memory on one core:
/// every line, leaf and node that the verifier hashes.
/// </summary>
internal static class VerifyBench
{
    private const double Goal = 0.8;

    public static async Task RunAsync(BenchDatabase database, BulkEntries entries, Settings settings, Ratios ratios, CancellationToken ct)
    {
        await OracleAsync(database, entries.Count, ct);
        var tree = await TreeAsync(database, ct);
        var hash = new byte[32];

        var (work, bareWork) = (new List<double>(), new List<double>());
        Task<double> Bare(int _) => WorkAsync(bareWork, () =>
        {
            foreach (var (at, length) in entries.Texts) SHA256.HashData(entries.Bytes.AsSpan(at, length), hash);
            foreach (var text in tree) SHA256.HashData(text, hash);
            return Task.CompletedTask;
        });
        Task<double> Ours(int _) => WorkAsync(work, () => VerifyAsync(database, ct));
        Task<double> Read(int _) => Rounds.TimeAsync(() => ReadAsync(database, ct));

        var result = await Rounds.RunAsync(settings.Rounds, Ours, Bare);
        var speed = 1 / result.Ratio;
        ratios.Say($"journal.verify.{database.Name}", Ratios.Rate(entries.Count / result.OursMedian), "bare-sha256:" + Ratios.Rate(entries.Count / result.PeerMedian), speed, $">={Goal}", speed >= Goal, $"{entries.Count} entries, {entries.Bytes.Length / entries.Count} bytes each, every line, leaf and node; processor {Rounds.Median(work) / entries.Count * 1e6:0.00}us an entry, peer {Rounds.Median(bareWork) / entries.Count * 1e6:0.00}us; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        var reading = await Rounds.RunAsync(settings.Rounds, Ours, Read);
        ratios.Say($"journal.verify-read.{database.Name}", Ratios.Rate(entries.Count / reading.OursMedian), "reading-the-same-rows:" + Ratios.Rate(entries.Count / reading.PeerMedian), 1 / reading.Ratio, $">={Goal}", 1 / reading.Ratio >= Goal, "peer reads every column and does nothing");
    }

    private static async Task<double> WorkAsync(List<double> processor, Func<Task> work)
    {
        var before = Rounds.Processor();
        var seconds = await Rounds.TimeAsync(work);
        processor.Add(Rounds.Processor() - before);
        return seconds;
    }

    private static async Task<JournalVerifier.Report> VerifyAsync(BenchDatabase database, CancellationToken ct)
    {
        await using var scope = database.Request();
        return await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(ct);
    }

    /// <summary>What is whole is called whole, and one changed letter is found and named.</summary>
    private static async Task OracleAsync(BenchDatabase database, int entries, CancellationToken ct)
    {
        var report = await VerifyAsync(database, ct);
        OracleException.Equal(null, report.Broken, "verify");
        OracleException.Equal((entries, 0L), ((int)report.Entries, report.Unsealed), "entries and unsealed");
        var middle = await database.ScalarAsync("select max(id) / 2 from kernel_journal");
        async Task ChangeAsync(string from, string to)
        {
            var trigger = database.Kind == DatabaseKind.Postgres ? ("alter table kernel_journal disable trigger all", "alter table kernel_journal enable trigger all") : ("drop trigger kernel_journal_no_update", "create trigger kernel_journal_no_update before update on kernel_journal begin select raise(abort, 'append-only'); end");
            await database.SqlAsync(trigger.Item1);
            await database.SqlAsync($"update kernel_journal set data = replace(data, '{from}', '{to}') where id = {middle}");
            await database.SqlAsync(trigger.Item2);
        }
        await ChangeAsync("告别厅", "告别庁");
        report = await VerifyAsync(database, ct);
        OracleException.Equal(true, report.Broken?.Contains($"第{middle}条", StringComparison.Ordinal), "the changed entry is named");
        await ChangeAsync("告别庁", "告别厅");
        OracleException.Equal(null, (await VerifyAsync(database, ct)).Broken, "verify after putting it back");
    }

    /// <summary>The bytes of all leaves and nodes.</summary>
    private static async Task<List<byte[]>> TreeAsync(BenchDatabase database, CancellationToken ct)
    {
        var texts = new List<byte[]>();
        await database.WithAsync(async db =>
        {
            foreach (var block in await db.Set<JournalBlock>().AsNoTracking().OrderBy(b => b.Number).ToListAsync(ct))
            {
                var level = new List<byte[]>();
                await foreach (var (_, id, tx, hash) in JournalRows.RangeAsync(db, block.FromMark, block.ToMark, ct))
                {
                    texts.Add([0, .. Encoding.ASCII.GetBytes($"{id}|{tx}|{Convert.ToHexStringLower(hash)}")]);
                    level.Add(SHA256.HashData(texts[^1]));
                }
                while (level.Count > 1)
                {
                    var up = new List<byte[]>();
                    foreach (var pair in level.Chunk(2))
                    {
                        if (pair.Length == 2) texts.Add([1, .. pair[0], .. pair[1]]);
                        up.Add(pair.Length == 2 ? SHA256.HashData(texts[^1]) : pair[0]);
                    }
                    level = up;
                }
                OracleException.Equal(Convert.ToHexStringLower(block.Root), Convert.ToHexStringLower(level[0]), $"root of block {block.Number}");
            }
        });
        return texts;
    }

    private static Task ReadAsync(BenchDatabase database, CancellationToken ct) => database.WithAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (ChainCheck.Select, 600);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            _ = reader.GetInt64(0);
            _ = reader.GetGuid(2);
            for (var i = 3; i < 9; i++) _ = i is 3 or 5 ? reader.GetInt64(i) : reader.GetString(i).Length;
            _ = reader.GetString(1);
            _ = reader.GetFieldValue<byte[]>(9);
        }
    });
}
