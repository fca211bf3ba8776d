using System.Text;

namespace Anmin.Kernel.Personal;

/// <summary>How what people type becomes what we compare: full-width letters and digits narrowed.</summary>
public static class TypedText
{
    /// <summary>U+FF01–U+FF5E to ASCII and U+3000 to a blank; everything else as it is. Same length as the input.</summary>
    public static string Narrow(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\u3000', '\uFF5E');
        return first < 0 ? text : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Narrow(source[i]);
        });
    }

    private static char Narrow(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    /// <summary>Narrowed, upper case, without the blanks, dashes and brackets people put between groups of digits.</summary>
    public static string Compact(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Narrow(text))
        {
            if (!char.IsWhiteSpace(c) && !IsDash(c) && c is not ('(' or ')')) kept.Append(char.ToUpperInvariant(c));
        }
        return kept.ToString();
    }

    private static bool IsDash(char c) => c is '-' or '_' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\u30FC';
}
