using System.Text;
using Anmin.Cemetery.Demonstration;
using Anmin.Cemetery.Register.Loading;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Cemetery;

/// <summary>
/// A register of 200 000 positions and sixty years, and one of 10 000, brought in by the product's own import, file by file and batch by batch;
/// proved against the file and, on SQLite, put beside bare inserts of the same rows; then the plan of one section on the large ground beside the small one, and the kept counters beside counting.
/// </summary>
internal static class CemeteryBench
{
    private const int PerSection = 2000;
    private const int SectionsPerFile = 25;
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: true);
            if (!settings.Wants(database.Name)) continue;
            var grounds = database.Services.GetRequiredService<IInstitutionDirectory>().OfKind("cemetery");
            var (large, small) = (await LoadAsync(database, grounds[0].Id, settings.Quick ? 20_000 : 200_000, ct), await LoadAsync(database, grounds[1].Id, settings.Quick ? 4_000 : 10_000, ct));
            await SayLoadAsync(database, settings, ratios, large, ct);
            if (kind == DatabaseKind.Sqlite) await SayFloorAsync(database, ratios, large, small);
            if (kind == DatabaseKind.Postgres) await database.SqlAsync("vacuum analyze");
            await PlanBench.RunAsync(database, settings, ratios, large.Ground, small.Ground, ct);
        }
    }

    internal sealed record Loaded(string Ground, int Plots, long Rows, double CheckSeconds, double LoadSeconds, double Processor);

    private static async Task<Loaded> LoadAsync(BenchDatabase database, string ground, int plots, CancellationToken ct)
    {
        var (said, check, load, processor) = (new Said(), 0.0, 0.0, 0.0);
        for (var (at, file) = (0, 0); at < plots; file++)
        {
            var sections = Enumerable.Range(0, Math.Min(SectionsPerFile, (plots - at) / PerSection)).Select(i => new InventedSection($"{file}{(char)('A' + i)}区", "墓葬", PerSection, 50)).ToList();
            var content = new InventedRegister($"{ground}-{file}", Today, 17 + file).Csv(sections);
            said.Read(content);
            at += sections.Count * PerSection;
            CheckRegister.Reply? done = null;
            check += await Rounds.TimeAsync(async () => done = await database.RunAsync(s => s.GetRequiredService<CheckRegister>(), new CheckRegister.Request(ground, $"{file}.csv", content)));
            OracleException.Equal(0, done!.BadRows, "rows that come back");
            await database.RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(done.Id));
            var used = Rounds.Processor();
            load += await Rounds.TimeAsync(() => RegisterRound.WholeAsync(database.Services.GetRequiredService<IServiceScopeFactory>(), done.Id, ct));
            processor += Rounds.Processor() - used;
        }
        await said.ProveAsync(database, ground);
        return new(ground, plots, await RowsAsync(database, ground), check, load, processor);
    }

    private static async Task<long> RowsAsync(BenchDatabase database, string ground)
        => await database.ScalarAsync($"select count(*) from cemetery_position where institution = '{ground}'") + await database.ScalarAsync($"select count(*) from cemetery_right where institution = '{ground}'")
            + await database.ScalarAsync($"select count(*) from cemetery_right_term t join cemetery_right r on r.id = t.right_id where r.institution = '{ground}'")
            + await database.ScalarAsync($"select count(*) from cemetery_interment where institution = '{ground}'") + await database.ScalarAsync($"select count(*) from cemetery_fee_entry where institution = '{ground}'");

    private static async Task SayLoadAsync(BenchDatabase database, Settings settings, Ratios ratios, Loaded large, CancellationToken ct)
    {
        var scaled = large.LoadSeconds * 200_000 / large.Plots;
        var note = $"{large.Plots} positions, {large.Rows} rows, check {Ratios.Seconds(large.CheckSeconds)} besides; {Ratios.Seconds(large.Processor)} of processor in this process, {Rounds.Load()}, {Disk.Note(settings.Work)}";
        ratios.Say($"cemetery.load.{database.Name}", Ratios.Seconds(large.LoadSeconds), "goal:60.00s", scaled / 60, "<=1 at 200000", scaled <= 60, note);
        var peer = await SavePeer.RateAsync(database, settings.Quick ? 500 : 2_000, ct);
        var ours = large.Rows / large.LoadSeconds;
        ratios.Say($"cemetery.load-rate.{database.Name}", Ratios.Rate(ours), "ef-savechanges:" + Ratios.Rate(peer), ours / peer, ">=3", ours / peer >= 3, "rows a second, guards and triggers on");
    }

    private static async Task SayFloorAsync(BenchDatabase database, Ratios ratios, Loaded large, Loaded small)
    {
        var used = Rounds.Processor();
        var floor = await BareInsert.SecondsAsync(database, (large.Plots + small.Plots) / CheckRegister.PerBatch);
        used = Rounds.Processor() - used;
        var ours = (large.LoadSeconds + small.LoadSeconds, large.Processor + small.Processor);
        ratios.Say($"cemetery.load-floor.{database.Name}", Ratios.Seconds(ours.Item1), "bare-insert-select:" + Ratios.Seconds(floor), ours.Item1 / floor, "<=4", ours.Item1 / floor <= 4, $"of processor {Ratios.Seconds(ours.Item2)} to {Ratios.Seconds(used)}; the same rows without reading, sealing and triggers, {Rounds.Load()}");
    }

    /// <summary>What the files say, counted from their text alone.</summary>
    private sealed class Said
    {
        private long positions, contracts, persons, terms, free;

        public void Read(byte[] content)
        {
            var lines = Encoding.UTF8.GetString(content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var heads = lines[0].Split(',');
            int At(string head) => Array.IndexOf(heads, head);
            foreach (var cells in lines.Skip(1).Select(l => l.Split(',')))
            {
                positions++;
                if (cells[At("合同编号")].Length > 0) contracts++;
                else free++;
                persons += ((string[])["逝者1", "逝者2"]).Count(p => cells[At(p)].Length > 0);
                terms += ((string[])["使用期止", "续至1", "续至2", "续至3"]).Count(p => cells[At(p)].Length > 0);
            }
        }

        public async Task ProveAsync(BenchDatabase database, string ground)
        {
            OracleException.Equal(positions, await database.ScalarAsync($"select count(*) from cemetery_position where institution = '{ground}'"), "positions");
            OracleException.Equal(contracts, await database.ScalarAsync($"select count(*) from cemetery_right where institution = '{ground}' and state = 'Active'"), "rights");
            OracleException.Equal(persons, await database.ScalarAsync($"select count(*) from cemetery_interment where institution = '{ground}'"), "interments");
            OracleException.Equal(terms, await database.ScalarAsync($"select count(*) from cemetery_right_term t join cemetery_right r on r.id = t.right_id where r.institution = '{ground}'"), "terms");
            OracleException.Equal(positions, await database.ScalarAsync($"select sum(total) from cemetery_section where institution = '{ground}'"), "counted by the sections");
            OracleException.Equal(free, await database.ScalarAsync($"select sum(free) from cemetery_section where institution = '{ground}'"), "free by the sections");
        }
    }
}
