using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(Anmin.Browser.RobotTable))]

namespace Anmin.Browser;

/// <summary>What the robots counted against the table of UX.md B3, printed once when all have run. A count above the target fails its robot.</summary>
public sealed class RobotTable : IDisposable
{
    private static readonly ConcurrentDictionary<(string Journey, string What), (int Counted, int Target)> Counts = new();

    /// <param name="journey">J1, or J3 with a word for the way: <c>J3 读卡</c>.</param>
    /// <param name="what">screens, typed, taps, clicks, scans, keys.</param>
    public static void Count(string journey, string what, int counted, int target)
    {
        Counts.AddOrUpdate((journey, what), (counted, target), (_, before) => (Math.Max(before.Counted, counted), target));
        counted.ShouldBeLessThanOrEqualTo(target, $"{journey}: {what}");
    }

    public void Dispose()
    {
        if (Counts.IsEmpty) return;
        var text = new StringBuilder("Journeys counted by the robots, ours against the target:\n");
        foreach (var (key, value) in Counts.OrderBy(c => c.Key.Journey, StringComparer.Ordinal).ThenBy(c => c.Key.What, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {key.Journey,-10} {key.What,-8} {value.Counted,3} of {value.Target,3}{(value.Counted > value.Target ? "  above" : "")}\n");
        Console.Out.WriteLine(text.ToString());
        Console.Out.Flush();
    }
}
