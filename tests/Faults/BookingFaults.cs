using System.Collections.Concurrent;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Faults;

/// <summary>Places in a slot while the program is killed, or while its owner sleeps. What was told yes is there, once, and no slot holds more than it has.</summary>
public abstract class BookingFaults(DatabaseKind kind, ITestOutputHelper output)
{
    private const int Clients = 12;
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentDictionary<string, (string Slot, string Phone)> wishes = new();
    private int serial, attempts, refused, unanswered, changed;

    private static int Kills => (Environment.GetEnvironmentVariable("ANMIN_LONG") == "1" ? 200 : 12) / 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_program_during_booking_loses_nothing_acknowledged_and_sells_nothing_twice()
    {
        await using var database = await TestDatabase.CopyAsync(kind);
        var chance = new Random(20260415);
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(database, Ct);
            var bookers = Enumerable.Range(0, Clients).Select(_ => new Booker(host.Client())).ToArray();
            var slots = await bookers[0].SlotsAsync(Ct);
            // what got no answer is asked again with the same key, and so is some of what did
            foreach (var keys in wishes.Keys.Where(k => !acknowledged.ContainsKey(k)).Concat(acknowledged.Keys.Take(kill == Kills ? int.MaxValue : 8)).Chunk(Clients))
                await Task.WhenAll(keys.Select((key, i) => SendAsync(bookers[i], key)));
            if (kill < Kills) await UntilKilledAsync(host, bookers, slots, chance.Next(1, 40));
            foreach (var booker in bookers) booker.Dispose();
        }
        await CompareAsync(database, $"{Kills} kills");
        unanswered.ShouldBeGreaterThan(0); // or the kills hit nobody at work
    }

    [Fact]
    public async Task An_owner_that_sleeps_is_replaced_and_writes_nothing_when_it_wakes()
    {
        await using var database = await TestDatabase.CopyAsync(kind);
        await using var first = await HostProcess.StartAsync(database, Ct);
        await using var second = await HostProcess.StartAsync(database, Ct);
        using var one = new Booker(first.Client());
        using var two = new Booker(second.Client());
        var slots = await one.SlotsAsync(Ct);
        for (var i = 0; i < 10; i++) await SendAsync(one, Wish(slots, i));
        acknowledged.Count.ShouldBe(10);

        var sleeping = Enumerable.Range(0, 4).Select(i => SendAsync(one, Wish(slots, i))).ToList();
        if (kind == DatabaseKind.Sqlite) await Task.WhenAll(sleeping); // asleep inside a commit it would hold the one file
        first.Stop();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var key = Wish(slots, 1);
        while (!acknowledged.ContainsKey(key)) await SendAsync(two, key);
        var replaced = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        for (var i = 0; i < 20; i++) await SendAsync(two, Wish(slots, i));
        first.Continue();
        await Task.WhenAll(sleeping);
        for (var i = 0; i < 20; i++) await Task.WhenAll(SendAsync(one, Wish(slots, i)), SendAsync(two, Wish(slots, i)));
        // whoever has it now, the same keys find out what became of everything
        foreach (var open in wishes.Keys.Where(k => !acknowledged.ContainsKey(k)).ToList())
            while (!acknowledged.ContainsKey(open) && await SendAsync(two, open) is null)
                await SendAsync(one, open);
        await CompareAsync(database, $"owner asleep, replaced after {replaced.TotalSeconds:0.0} s");
    }

    private string Wish(IReadOnlyList<Booker.Slot> slots, int i)
    {
        var key = Guid.NewGuid().ToString("N");
        wishes[key] = (slots[i % slots.Count].Id, $"139{Interlocked.Increment(ref serial):D8}");
        return key;
    }

    private async Task<string?> SendAsync(Booker booker, string key)
    {
        Interlocked.Increment(ref attempts);
        var (slot, phone) = wishes[key];
        var answer = await booker.BookAsync(key, slot, phone, Ct);
        if (answer is null) Interlocked.Increment(ref unanswered);
        else if (answer.Length == 0)
        {
            Interlocked.Increment(ref refused);
            wishes.TryRemove(key, out _);
            if (acknowledged.ContainsKey(key)) Interlocked.Increment(ref changed);
        }
        else if (acknowledged.GetOrAdd(key, answer) != answer) Interlocked.Increment(ref changed);
        return answer;
    }

    private async Task UntilKilledAsync(HostProcess host, Booker[] bookers, IReadOnlyList<Booker.Slot> slots, int after)
    {
        var (dead, left, next) = (new TaskCompletionSource(), after, 0);
        var working = bookers.Select(booker => Task.Run(async () =>
        {
            while (!dead.Task.IsCompleted)
            {
                await SendAsync(booker, Wish(slots, Interlocked.Increment(ref next)));
                if (Interlocked.Decrement(ref left) == 0) dead.SetResult();
            }
        })).ToList();
        await await Task.WhenAny([dead.Task, .. working]);
        await host.KillAsync();
        await Task.WhenAll(working);
    }

    /// <summary>A row for every number told, none without one, no slot beyond its capacity, and a journal that fits the rows.</summary>
    private async Task CompareAsync(TestDatabase database, string what)
    {
        var rows = await Rows.ReadAsync(database, "select s.serial || '/' || p.ordinal from booking_place p join booking_slot s on s.id = p.slot_id", Ct);
        var told = acknowledged.Values.Select(n => $"{int.Parse(n.AsSpan(1, 7), null)}/{int.Parse(n.AsSpan(9, 4), null)}").ToList();
        var lost = told.Count(n => !rows.Contains(n));
        var doubled = told.Count - told.Distinct().Count() + Math.Max(0, rows.Count - told.Distinct().Count());
        var oversold = (await Rows.ReadAsync(database, "select s.id from booking_slot s join booking_place p on p.slot_id = s.id where p.state = 'Booked' group by s.id, s.capacity having sum(p.people) > s.capacity", Ct)).Count;
        var (code, verified) = await HostProcess.CommandAsync(database, "journal verify", Ct);
        output.WriteLine($"{kind}: {what}, {attempts} attempts, {unanswered} cut off or put off, {acknowledged.Count} acknowledged, {refused} refused, {lost} lost, {doubled} doubled, {changed} answered otherwise, {oversold} oversold, {(code == 0 ? 0 : 1)} broken");
        (lost, doubled, changed, oversold).ShouldBe((0, 0, 0, 0));
        code.ShouldBe(0, verified);
        acknowledged.Count.ShouldBeGreaterThan(Kills);
    }
}

public sealed class BookingFaultsOnSqlite(ITestOutputHelper output) : BookingFaults(DatabaseKind.Sqlite, output);

public sealed class BookingFaultsOnPostgres(ITestOutputHelper output) : BookingFaults(DatabaseKind.Postgres, output);
