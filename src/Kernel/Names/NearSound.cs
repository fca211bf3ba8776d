namespace Anmin.Kernel.Names;

/// <summary>
/// Which syllables dialect speakers and those who listen to them confuse: l/n/r, zh/z, ch/c, sh/s, f/hu, an/ang, en/eng, in/ing.
/// All of these are one in some part of Jianghuai Mandarin, Wu or the Central Plains, where our cities lie.
/// </summary>
internal static class NearSound
{
    /// <summary>The syllable with every confusable part replaced by one of its kind.</summary>
    public static string Blur(string syllable)
    {
        var blurred = syllable switch
        {
            ['z' or 'c' or 's', 'h', ..] => string.Concat(syllable.AsSpan(0, 1), syllable.AsSpan(2)),
            ['n' or 'r', _, ..] => string.Concat("l", syllable.AsSpan(1)),
            "hu" => "fu",
            "hui" => "fei",
            "hun" => "fen",
            ['h', 'u', ..] => string.Concat("f", syllable.AsSpan(2)),
            _ => syllable,
        };
        return blurred.EndsWith("ang", StringComparison.Ordinal) || blurred.EndsWith("eng", StringComparison.Ordinal) || blurred.EndsWith("ing", StringComparison.Ordinal)
            ? blurred[..^1]
            : blurred;
    }
}
