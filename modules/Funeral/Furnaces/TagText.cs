using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Furnaces;

/// <summary>
/// What a scanner or a hand in a glove gives for a wrist tag. A number of our own series carries a check character (ISO/IEC 7064 MOD 37,36),
/// so a code that was read badly is told apart from a tag that belongs to somebody else.
/// </summary>
internal static class TagText
{
    private const int Length = 18;
    private const int Shortest = 10;

    /// <summary>The tag in capitals, or <c>funeral.tag.damaged</c>. Tags of other makes are taken as they are.</summary>
    public static Outcome<string> Read(string? text)
    {
        var tag = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '-').Select(Narrow)]).ToUpperInvariant();
        if (!LooksLikeOurs(tag)) return tag;
        return tag.Length == Length && CheckCharacter.VerifyMod37Radix36(tag) ? tag : FurnaceProblems.TagDamaged;
    }

    private static bool LooksLikeOurs(string tag) => tag.Length >= Shortest && tag[0] == 'T' && tag.AsSpan(1, tag.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0;

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
}
