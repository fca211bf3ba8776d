using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Kernel.Data;
using Anmin.Kernel.Lanes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Booking;

/// <summary>The lane alone against a commit each, all by turns on the same server in the same run.</summary>
internal static class LaneBench
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2.5);

    private sealed record Contender(string Name, Func<Task<double>> Run)
    {
        public List<double> Figures { get; } = [];
    }

    public static async Task PostgresAsync(Stage stage, Settings settings, Ratios ratios)
    {
        var lane = stage.Database.Services.GetRequiredService<GroupCommit<PlaceTask, PlaceReply>>();
        await using var pool = Peers.Pool(stage.Database.Settings, 64);
        var other = await stage.Database.BesideAsync(settings);
        await Peers.MakePgBenchAsync(other);
        Contender Ours(int slots, int clients) => new($"lane.{slots}.{clients}", () => FightAsync(stage, slots, clients, id => AskAsync(lane, id)));
        Contender Lock(int slots) => new($"for-update.{slots}", () => FightAsync(stage, slots, 64, id => Peers.RowLockAsync(pool, id)));
        Contender Conditional(int slots) => new($"conditional.{slots}", () => FightAsync(stage, slots, 64, id => Peers.ConditionalAsync(pool, id)));
        Contender[] all =
        [
            Ours(1, 64), Ours(1, 1000), Ours(20, 64), Ours(20, 1000), Lock(1), Lock(20), Conditional(1), Conditional(20),
            new("pgbench", () => Peers.PgBenchAsync(other, (int)Math.Ceiling(Time.TotalSeconds))),
        ];
        await RunAsync(all, settings);
        var note = Note(stage);
        void Say(string name, string ours, string peer, double goal) => Tell(ratios, all, "booking.postgres." + name, ours, peer, goal, note);
        Say("1-slot", "lane.1.1000", "for-update.1", 60);
        Say("20-slots", "lane.20.1000", "for-update.20", 20);
        Say("pgbench", "lane.20.1000", "pgbench", 10);
        Say("pgbench-1-slot", "lane.1.1000", "pgbench", 10);
        Say("1-slot-conditional", "lane.1.1000", "conditional.1", 20);
        Say("20-slots-conditional", "lane.20.1000", "conditional.20", 10);
        Say("1-slot-64-clients", "lane.1.64", "for-update.1", 10);
        Say("20-slots-64-clients", "lane.20.64", "for-update.20", 2);
        ratios.Say("booking.postgres.oversold", "0", "capacity:0", 0, "=0", true, "counted in the rows after every round");
    }

    public static async Task SqliteAsync(Stage stage, Settings settings, Ratios ratios)
    {
        var lane = stage.Database.Services.GetRequiredService<GroupCommit<PlaceTask, PlaceReply>>();
        using var single = new Peers.OneByOne(stage.Database.Settings);
        Contender[] all =
        [
            new("lane.1.1000", () => FightAsync(stage, 1, 1000, id => AskAsync(lane, id))),
            new("lane.1.64", () => FightAsync(stage, 1, 64, id => AskAsync(lane, id))),
            new("lane.20.1000", () => FightAsync(stage, 20, 1000, id => AskAsync(lane, id))),
            new("begin-immediate", () => FightAsync(stage, 1, 64, single.BookAsync)),
        ];
        await RunAsync(all, settings);
        Tell(ratios, all, "booking.sqlite.1-slot", "lane.1.1000", "begin-immediate", 50, Note(stage));
        Tell(ratios, all, "booking.sqlite.20-slots", "lane.20.1000", "begin-immediate", 50, Note(stage));
        Tell(ratios, all, "booking.sqlite.1-slot-64-clients", "lane.1.64", "begin-immediate", 10, Note(stage));
        ratios.Say("booking.sqlite.oversold", "0", "capacity:0", 0, "=0", true, "counted in the rows after every round");
    }

    /// <summary>A hundred places and far more who want one: exactly a hundred are told yes, whoever sells.</summary>
    public static async Task ProveAsync(Stage stage)
    {
        var lane = stage.Database.Services.GetRequiredService<GroupCommit<PlaceTask, PlaceReply>>();
        var slots = await stage.SlotsAsync(2, 100);
        var told = 0;
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Task.Run(async () =>
        {
            if (await AskAsync(lane, slots[i % 2])) Interlocked.Increment(ref told);
        })));
        OracleException.Equal(200, told, "told yes");
        await stage.OversoldAsync(slots, told, "two slots of a hundred");
    }

    private static async Task<bool> AskAsync(GroupCommit<PlaceTask, PlaceReply> lane, Guid slot)
        => (await lane.AskAsync(Stage.Institution, Stage.Wish(slot), default)).Ok;

    private static async Task<double> FightAsync(Stage stage, int slots, int clients, Func<Guid, Task<bool>> book)
    {
        var ids = await stage.SlotsAsync(slots, 100_000_000);
        var (rate, granted) = await Crowd.AskAsync(clients, Time, client => book(ids[client % slots]));
        await stage.OversoldAsync(ids, granted, $"{slots} slots, {clients} clients");
        return rate;
    }

    private static async Task RunAsync(Contender[] all, Settings settings)
    {
        foreach (var one in all) await one.Run(); // warm
        for (var round = 0; round < settings.Rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                var one = all[(i + round) % all.Length];
                one.Figures.Add(await one.Run());
            }
            Ratios.Remark($"round {round + 1}: " + string.Join("  ", all.Select(c => $"{c.Name}={Ratios.Rate(c.Figures[^1])}")));
        }
    }

    private static void Tell(Ratios ratios, Contender[] all, string name, string ours, string peer, double goal, string note)
    {
        var (a, b) = (all.First(c => c.Name == ours), all.First(c => c.Name == peer));
        var result = new Rounds.Result(a.Figures, b.Figures);
        ratios.Say(name, Ratios.Rate(result.OursMedian), $"{peer}:{Ratios.Rate(result.PeerMedian)}", result.Ratio, $">={goal}", result.Ratio >= goal, note);
    }

    private static string Note(Stage stage) => $"{Disk.Note(stage.Database.Folder)}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";
}
