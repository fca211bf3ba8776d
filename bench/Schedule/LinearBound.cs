using System.Diagnostics;
using System.Text.Json;
using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Bench.Schedule;

/// <summary>No plan of the day without a breach of a legal clock waits less than this: the time-indexed linear program, solved by HiGHS in node. Vehicles and crews are in it as halls and operators are.</summary>
internal static class LinearBound
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<double> OfAsync(Day day, string folder, CancellationToken ct)
    {
        // equal things are one group with a capacity: at any instant no more intervals than things is enough to give each its own
        var groups = day.Things.Select((t, i) => (t, i))
            .GroupBy(x => (x.t.Kind, x.t.Variant, x.t.Size, x.t.Turnaround, x.t.Minutes, string.Join(' ', x.t.Suits), string.Join(' ', x.t.Closed), string.Join(' ', x.t.Taken.Select(b => (b.From, b.Until)))))
            .Select(g => (First: g.First().t, Count: g.Count())).ToList();
        object? Part(int from, int wished, int? due, int weight, IEnumerable<int[]> options) => new { from, wished, due, weight, options };
        var program = new
        {
            day.Steps,
            day.Transfer,
            day.Operators,
            day.Crews,
            groups = groups.Select(g => new { kind = g.First.Kind.ToString(), g.Count, g.First.Turnaround, free = Free(g.First, day.Steps) }),
            jobs = day.Jobs.Select(j =>
            {
                var ready = j.Pickup is { } p ? p.From + p.Length + day.Transfer : 0;
                var after = j.Farewell is { } said ? Math.Max(ready, said.Wished) + said.Length + day.Transfer : ready;
                return new
                {
                    // its clock counts at arrival, the program's due at the end of the trip
                    pickup = j.Pickup is { } trip ? Part(trip.From, trip.From, trip.Due - trip.There + trip.Length, trip.Weight, Options(groups, ThingKind.Vehicle, trip.Variant, trip.Needs, 0, trip.Length)) : null,
                    farewell = j.Farewell is { } f ? Part(Math.Max(ready, f.Wished), f.Wished, null, j.Weight, Options(groups, ThingKind.Hall, f.Variant, f.Needs, f.People, f.Length)) : null,
                    cremation = j.Cremation is { } c ? Part(Math.Max(after, c.Earliest), c.Wished, c.Due, j.Weight, Options(groups, ThingKind.Cremator, c.Variant, c.Needs, 0, c.Extra)) : null,
                };
            }),
        };
        using var node = Process.Start(new ProcessStartInfo("node", ["bound.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(ct), node.StandardError.ReadToEndAsync(ct));
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, program, Web, ct);
        node.StandardInput.Close();
        await node.WaitForExitAsync(ct);
        if (node.ExitCode != 0) throw new OracleException("HiGHS: " + (await wrong)[..Math.Min(600, (await wrong).Length)]);
        var answer = JsonDocument.Parse((await said).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
        if (answer.GetProperty("status").GetString() != "Optimal") throw new OracleException("HiGHS: " + answer);
        return answer.GetProperty("bound").GetDouble();
    }

    private static IEnumerable<int[]> Options(List<(Thing First, int Count)> groups, ThingKind kind, string? variant, IReadOnlyList<string> needs, int size, int length)
        => groups.Select((g, i) => (g.First, i)).Where(x => x.First.Kind == kind && x.First.Fits(variant, needs, size)).Select(x => new[] { x.i, length + x.First.Minutes });

    private static List<int[]> Free(Thing thing, int steps)
    {
        List<int[]> free = [];
        var at = 0;
        foreach (var (from, until) in thing.Closed.Select(c => (c.From, c.Until)).Concat(thing.Taken.Select(t => (t.From, Until: t.Clear))).OrderBy(s => s.From))
        {
            if (from > at) free.Add([at, from]);
            at = Math.Max(at, until);
        }
        if (at < steps) free.Add([at, steps]);
        return free;
    }
}
