using System.Collections.Frozen;

namespace Anmin.Kernel.Names;

/// <summary>The embedded <c>pinyin.tsv</c>, turned round: from character to readings.</summary>
internal static class PinyinTable
{
    private const string Resource = "Anmin.Kernel.Names.pinyin.tsv";

    private static readonly Lazy<FrozenDictionary<char, string[]>> Table = new(Load);

    public static string[]? Of(char character) => Table.Value.GetValueOrDefault(character);

    private static FrozenDictionary<char, string[]> Load()
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
        // one shared array per syllable for the many characters that have only one reading
        var single = usual.Values.Distinct().ToDictionary(syllable => syllable, syllable => new[] { syllable });
        return usual.ToFrozenDictionary(
            pair => pair.Key,
            pair => further.TryGetValue(pair.Key, out var more) ? [pair.Value, .. more] : single[pair.Value]);
    }
}
