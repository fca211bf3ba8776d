using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Anmin.Bench;

/// <summary>The lines that are read, and the same as JSON.</summary>
internal sealed class Ratios
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<Line> lines = [];

    private sealed record Line(string Case, string Ours, string Peer, double Ratio, string Goal, bool Met, string? Note);

    /// <param name="ours">Figure with its unit, e.g. <c>1234/s</c>.</param>
    /// <param name="peer">Name and figure, e.g. <c>bare-sha256:2345/s</c>.</param>
    public void Say(string bench, string ours, string peer, double ratio, string goal, bool met, string? note = null)
    {
        var line = new Line(bench, ours, peer, Math.Round(ratio, 3), goal, met, note);
        lines.Add(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RATIO {line.Case} ours={ours} peer={peer} ratio={ratio:0.##} goal={goal} {(met ? "met" : "short")}{(note is null ? "" : "  " + note)}"));
    }

    public static void Remark(string text) => Console.WriteLine("  " + text);

    /// <summary>Lines of other benches from earlier runs stay.</summary>
    public void Keep(string path)
    {
        var old = File.Exists(path) ? JsonSerializer.Deserialize<Kept>(File.ReadAllText(path), Json)?.Lines ?? [] : [];
        Line[] all = [.. old.Where(o => lines.All(l => l.Case != o.Case)), .. lines];
        File.WriteAllText(path, JsonSerializer.Serialize(new Kept(TimeProvider.System.GetUtcNow(), Environment.ProcessorCount, [.. all.OrderBy(l => l.Case, StringComparer.Ordinal)]), Json));
    }

    private sealed record Kept(DateTimeOffset At, int Cores, IReadOnlyList<Line> Lines);

    public static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0}/s");

    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00}s");

    public static string Milliseconds(double ms) => string.Create(CultureInfo.InvariantCulture, $"{ms:0.00}ms");
}
