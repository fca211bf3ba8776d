namespace Anmin.Architecture;

/// <summary>The project's own files, found from where the tests run.</summary>
internal static class Sources
{
    public static string Root { get; } = Testing.Checkout.Root;

    /// <summary>Files written by hand; generated and built ones are not ours to style.</summary>
    public static IReadOnlyList<string> Files(params string[] patterns) =>
    [
        .. new[] { "src", "modules", "tests", "bench", "eng" }.Select(top => Path.Combine(Root, top)).Where(Directory.Exists)
            .SelectMany(top => patterns.SelectMany(p => Directory.EnumerateFiles(top, p, SearchOption.AllDirectories)))
            .Select(Relative).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("/Migrations/") && !f.Contains("/wwwroot/lib/")).Order(StringComparer.Ordinal),
    ];

    /// <summary>Product code: what is deployed.</summary>
    public static IReadOnlyList<string> Product(params string[] patterns) => [.. Files(patterns).Where(f => (f.StartsWith("src/", StringComparison.Ordinal) || f.StartsWith("modules/", StringComparison.Ordinal)) && !f.Contains("/Tests/"))];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary><c>file:line: text</c> of every line that holds.</summary>
    public static IReadOnlyList<string> Hits(IEnumerable<string> files, Func<string, bool> holds) =>
        [.. files.SelectMany(f => Lines(f).Select((text, i) => (text, i)).Where(l => holds(l.text)).Select(l => $"{f}:{l.i + 1}: {l.text.Trim()}"))];

    public static bool IsComment(string line) => line.TrimStart() is ['/', '/', ..] or ['@', '*', ..] or ['*', ..];

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
