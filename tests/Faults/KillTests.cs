using System.Collections.Concurrent;
using System.Text.Json;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Faults;

/// <summary>
/// kill -9 of the program, not of the machine: what the operating system was told to write, it writes. Power loss is not tested here.
/// </summary>
public abstract class KillTests(DatabaseKind kind, ITestOutputHelper output)
{
    private const int Clients = 4;

    /// <summary>Half of them on each database; <c>./test --long</c> makes it 200.</summary>
    private static int Kills => (Environment.GetEnvironmentVariable("ANMIN_LONG") == "1" ? 200 : 20) / 2;

    [Fact]
    public async Task Killing_the_program_loses_nothing_acknowledged()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CopyAsync(kind);
        var (acknowledged, open, attempts) = (new ConcurrentDictionary<string, string>(), new ConcurrentQueue<string>(), 0);
        var (changed, unanswered) = (0, 0);
        var chance = new Random(20260415);
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(database, ct);
            var clerks = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Clerk.SignedInAsync(host.Client(), "前台", ct)));
            async Task SendAsync(Clerk clerk, string key)
            {
                Interlocked.Increment(ref attempts);
                if (await clerk.ReportAsync(key, ct) is not { } answer)
                {
                    Interlocked.Increment(ref unanswered);
                    open.Enqueue(key);
                }
                else if (acknowledged.GetOrAdd(key, answer) != answer) Interlocked.Increment(ref changed);
            }

            // what got no answer is asked again with the same key, and so is some of what did
            var again = Drain(open).Concat(acknowledged.Keys.Take(kill == Kills ? int.MaxValue : 8)).Chunk(Clients);
            foreach (var keys in again) await Task.WhenAll(keys.Select((key, i) => SendAsync(clerks[i], key)));
            if (kill == Kills) open.ShouldBeEmpty();
            else await UntilKilledAsync(host, clerks, SendAsync, chance.Next(1, 60));
            foreach (var clerk in clerks) clerk.Dispose();
        }

        var (lost, doubled) = await CompareAsync(database, acknowledged, ct);
        var (code, verified) = await HostProcess.CommandAsync(database, "journal verify", ct);
        output.WriteLine($"{kind}: {Kills} kills, {attempts} attempts, {unanswered} cut off, {acknowledged.Count} acknowledged, {lost} lost, {doubled} doubled, {changed} answered otherwise, {(code == 0 ? 0 : 1)} broken");
        (lost, doubled, changed).ShouldBe((0, 0, 0));
        code.ShouldBe(0, verified);
        acknowledged.Count.ShouldBeGreaterThan(Kills * Clients);
        unanswered.ShouldBeGreaterThan(0); // or the kills hit nobody at work
    }

    /// <summary>Everybody reports at once; after so many answers, and in the middle of others, the program is no more.</summary>
    private static async Task UntilKilledAsync(HostProcess host, Clerk[] clerks, Func<Clerk, string, Task> send, int after)
    {
        var (dead, left) = (new TaskCompletionSource(), after);
        var working = clerks.Select(clerk => Task.Run(async () =>
        {
            while (!dead.Task.IsCompleted)
            {
                await send(clerk, Guid.NewGuid().ToString("N"));
                if (Interlocked.Decrement(ref left) == 0) dead.SetResult();
            }
        })).ToList();
        // a clerk who was refused ends the test at once
        await await Task.WhenAny([dead.Task, .. working]);
        await host.KillAsync();
        await Task.WhenAll(working);
    }

    /// <summary>A case for every key, and no case without one.</summary>
    private static async Task<(int Lost, int Doubled)> CompareAsync(TestDatabase database, ConcurrentDictionary<string, string> acknowledged, CancellationToken ct)
    {
        var cases = await Rows.ReadAsync(database, "select number from funeral_case", ct);
        var stored = cases.ToHashSet();
        var numbers = acknowledged.Values.Select(a => JsonDocument.Parse(a).RootElement.GetProperty("number").GetString()!).ToList();
        return (numbers.Count(n => !stored.Contains(n)), cases.Count - numbers.Distinct().Count() + (numbers.Count - numbers.Distinct().Count()));
    }

    private static List<string> Drain(ConcurrentQueue<string> queue)
    {
        var all = new List<string>();
        while (queue.TryDequeue(out var key)) all.Add(key);
        return all;
    }
}

/// <summary>Two classes, so that the two run side by side: most of the time is starting the program again.</summary>
public sealed class KillOnSqlite(ITestOutputHelper output) : KillTests(DatabaseKind.Sqlite, output);

public sealed class KillOnPostgres(ITestOutputHelper output) : KillTests(DatabaseKind.Postgres, output);
