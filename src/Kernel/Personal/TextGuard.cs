using System.Buffers;
using System.Globalization;
using System.Text;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// What no text that people type may contain, whatever it is for: characters nobody can see but which make two equal-looking
/// names differ, turn a printed line around, or cannot be stored at all.
/// </summary>
public static class TextGuard
{
    /// <summary>Longer input is refused before it is looked at, so that a pasted file costs nothing.</summary>
    public const int LongestInput = 2000;

    /// <summary>
    /// The first thing wrong with <paramref name="text"/>, or null. Guarantees on null: well-formed UTF-16, at most
    /// <see cref="LongestInput"/> units, no control, zero-width, bidirectional, private-use or unassigned character;
    /// so <see cref="string.Normalize()"/> cannot throw.
    /// </summary>
    /// <param name="text">What was typed, not yet trimmed.</param>
    /// <param name="what">How the sentence calls it, such as 姓名.</param>
    public static Problem? Check(string text, string what)
    {
        if (text.Length > LongestInput) return TooLong(what, LongestInput);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != OperationStatus.Done || rune == Rune.ReplacementChar)
                return Invalid("text.broken-character", $"{what}里有一个残缺的字，请删去后用输入法重新输入");
            if (Refusal(rune, what) is { } problem) return problem;
            i += used;
        }
        return null;
    }

    internal static Problem TooLong(string what, int most) =>
        Invalid("text.too-long", string.Create(CultureInfo.InvariantCulture, $"{what}太长，请缩短到{most}个字以内"));

    internal static Problem Invalid(string code, string message) => new(code, message, ProblemKind.Invalid);

    private static Problem? Refusal(Rune rune, string what)
    {
        if (IsBidi(rune.Value)) return Invalid("text.bidi", $"{what}里有改变文字方向的隐藏字符，请全部删去后重新输入");
        if (IsZeroWidth(rune.Value)) return Invalid("text.zero-width", $"{what}里有看不见的字符，请全部删去后重新输入");
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                Invalid("text.control", $"{what}里有换行或控制字符，请写在一行里"),
            UnicodeCategory.Format => Invalid("text.zero-width", $"{what}里有看不见的字符，请全部删去后重新输入"),
            // old systems put rare characters here, each a different one: it would read differently on the next computer
            UnicodeCategory.PrivateUse => Invalid("text.private-use", $"{what}里有自造字，请改用国标字形，打不出的字先写拼音"),
            UnicodeCategory.OtherNotAssigned => Invalid("text.unassigned", $"{what}里有无法识别的字，请重新输入，打不出的字先写拼音"),
            _ => null,
        };
    }

    private static bool IsBidi(int c) => c is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // joiners, fillers, invisible operators, variation selectors and tags; not all of them are category Cf
    private static bool IsZeroWidth(int c) => c is 0x00AD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2065) or 0x2800 or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);
}
