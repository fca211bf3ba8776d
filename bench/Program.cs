namespace Anmin.Bench;

/// <summary>Benchmarks by name; each prints its RATIO lines and answers whether its oracle agreed.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<CancellationToken, Task<bool>>> Benches = [];

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var name] || (name != "all" && !Benches.ContainsKey(name)))
        {
            await Console.Error.WriteLineAsync($"bench/run NAME — {string.Join(", ", Benches.Keys.Append("all"))}");
            return 2;
        }
        var fine = true;
        foreach (var (_, run) in Benches.Where(b => name == "all" || b.Key == name)) fine &= await run(CancellationToken.None);
        return fine ? 0 : 1;
    }
}
