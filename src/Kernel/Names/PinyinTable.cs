using System.Collections.Frozen;

namespace Anmin.Kernel.Names;

/// <summary>The embedded <c>pinyin.tsv</c>, turned round: from character to readings.</summary>
internal static class PinyinTable
{
    private const string Resource = "Anmin.Kernel.Names.pinyin.tsv";

    private static readonly Lazy<FrozenDictionary<char, Entry>> Table = new(Load);

    /// <param name="Readings">The most usual first.</param>
    /// <param name="Blurred">The same through <see cref="NearSound.Blur"/>, worked out once: matching registers asks too often.</param>
    public sealed record Entry(string[] Readings, string[] Blurred)
    {
        public static readonly Entry None = new([], []);

        public static Entry Of(params string[] readings) => new(readings, [.. readings.Select(NearSound.Blur)]);
    }

    public static Entry Of(int character) =>
        character <= char.MaxValue && Table.Value.TryGetValue((char)character, out var entry) ? entry : Entry.None;

    private static FrozenDictionary<char, Entry> Load()
    {
        var (usual, further) = (new Dictionary<char, string>(21_000), new Dictionary<char, List<string>>(2_500));
        using var stream = typeof(PinyinTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split('\t');
            foreach (var c in parts[1]) usual[c] = parts[0];
            foreach (var c in parts[2]) (further.TryGetValue(c, out var list) ? list : further[c] = []).Add(parts[0]);
        }
        // one shared entry per syllable for the many characters that have only one reading
        var single = usual.Values.Distinct().ToDictionary(syllable => syllable, syllable => Entry.Of(syllable));
        return usual.ToFrozenDictionary(
            pair => pair.Key,
            pair => further.TryGetValue(pair.Key, out var more) ? Entry.Of([pair.Value, .. more]) : single[pair.Value]);
    }
}
