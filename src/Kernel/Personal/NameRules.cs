using System.Text;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>Which spellings a name may have, and which of them we keep.</summary>
internal static class NameRules
{
    public static readonly Problem Missing = TextGuard.Invalid("person-name.missing", "请填写姓名，确实不知道的请写“不详”");

    private const char Dot = '·';

    /// <summary>Chinese ideographs of all blocks known to Unicode 17, surrogate pairs included, and 〇.</summary>
    public static bool IsHan(int c) => c is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F) or (>= 0x30000 and <= 0x3347F);

    /// <summary>One spelling per name. Needs well-formed text; idempotent.</summary>
    public static string Canonical(string text)
    {
        // NFC twice: narrowing may put a letter before a combining mark that could not join it before
        var source = TypedText.Narrow(text.Normalize()).Normalize().AsSpan().Trim();
        var name = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c)) AppendBlank(name, source[(i + 1)..].TrimStart());
            else if (IsDot(c) || (c == '.' && !(name.Length > 0 && IsLatin(name[^1])))) AppendDot(name);
            else name.Append(c == '’' ? '\'' : c);
        }
        return name.ToString();
    }

    public static Problem? Refusal(string name)
    {
        var count = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            count++;
            if (Rune.IsDigit(rune)) return Invalid("digit", "姓名里不能有数字，请改用汉字或字母");
            if (rune.Value is '<' or '>' or '&' or '"' or '`' or '{' or '}' or '[' or ']' or '\\' or '/' or '=' or ';' or '$')
                return Invalid("markup", "姓名里不能有符号，请只写汉字、字母和间隔号“·”");
            if (!IsHan(rune.Value) && !IsLatin(rune.Value) && rune.Value is not (Dot or ' ' or '-' or '\'' or '.'))
                return Invalid("character", "姓名里有不能用的字符，请只写汉字、字母和间隔号“·”");
        }
        if (count > PersonName.Longest) return TextGuard.TooLong("姓名", PersonName.Longest);
        var first = Rune.GetRuneAt(name, 0).Value;
        if ((!IsHan(first) && !IsLatin(first)) || name[^1] is Dot or '-' or '\'')
            return Invalid("edge", "姓名的开头和结尾应是汉字或字母，请删去多余的符号");
        return name.Contains("··", StringComparison.Ordinal) ? Invalid("dots", "姓名里有连着的间隔号，请只保留一个“·”") : null;
    }

    public static string Mask(string name)
    {
        var cut = name.IndexOf(Dot, StringComparison.Ordinal);
        if (cut < 0) cut = name.IndexOf(' ', StringComparison.Ordinal);
        if (cut > 0) return string.Concat(name.AsSpan(0, cut + 1), "＊＊");
        var runes = name.EnumerateRunes().ToArray();
        return runes.Length switch
        {
            1 => "＊",
            2 => $"{runes[0]}＊",
            // a single Latin word: its length says too much
            _ when IsLatin(runes[0].Value) => $"{runes[0]}＊＊",
            var n => $"{runes[0]}{new string('＊', n - 2)}{runes[^1]}",
        };
    }

    // a blank separates Latin words; between Chinese characters it is only layout (周　兰) and goes
    private static void AppendBlank(StringBuilder name, ReadOnlySpan<char> rest)
    {
        if (name.Length > 0 && rest.Length > 0 && name[^1] is not (' ' or Dot) && !IsDot(rest[0])
            && !(IsHanUnit(name[^1]) && IsHanUnit(rest[0]))) name.Append(' ');
    }

    private static void AppendDot(StringBuilder name)
    {
        if (name.Length > 0 && name[^1] == ' ') name.Length--;
        name.Append(Dot);
    }

    // middle dots of every keyboard and code page, as registries and old files spell them
    private static bool IsDot(char c) => c is Dot or '•' or '‧' or '・' or '･' or '．' or '∙' or '⋅' or '●' or '᛫' or '﹒' or '⸱';

    private static bool IsHanUnit(char c) => IsHan(c) || char.IsSurrogate(c);

    private static bool IsLatin(int c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
        or ((>= 0x00C0 and <= 0x024F) and not (0x00D7 or 0x00F7)) or (>= 0x1E00 and <= 0x1EFF);

    private static Problem Invalid(string reason, string message) => TextGuard.Invalid("person-name." + reason, message);
}
