using System.Text;
using System.Text.RegularExpressions;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;

namespace Anmin.Kernel.Numbering;

/// <summary>Brings a business number as people type it (no dashes, small letters, full width) to the way it was printed.</summary>
public static partial class TypedNumber
{
    private const int Longest = 60;

    /// <returns>The printed form, or null where it cannot be a number of this kind.</returns>
    public static string? Read(ReferenceData data, string kind, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest || !data.Numbers.TryGetValue(kind, out var format)) return null;
        var core = TypedText.Compact(typed);
        if (!core.All(char.IsAsciiLetterOrDigit)) return null;
        var (pattern, printed) = Shape(format.Format, data.City.CasePrefix);
        var match = Regex.Match(core, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return match.Success ? match.Result(printed) : null;
    }

    /// <summary>The letters and digits as a pattern of groups, and how the groups are printed with everything between.</summary>
    private static (string Pattern, string Printed) Shape(string format, string prefix)
    {
        StringBuilder pattern = new("^"), printed = new();
        var group = 0;
        void Part(string shape)
        {
            pattern.Append('(').Append(shape).Append(')');
            printed.Append("${").Append(++group).Append('}');
        }
        foreach (Match piece in Piece().Matches(format))
        {
            switch (piece.Groups[1].Value)
            {
                case "prefix": Part(Regex.Escape(prefix.ToUpperInvariant())); break;
                case "home": Part("[0-9]{9}"); break;
                case "yy": Part("[0-9]{2}"); break;
                case "yyyy": Part("[0-9]{4}"); break;
                case "yyyyMMdd": Part("[0-9]{8}"); break;
                case "seq": Part($"[0-9]{{{(piece.Groups[2].Success ? piece.Groups[2].Value : "1")}}}"); break;
                case "check": Part("[0-9A-Z]"); break;
                default:
                    if (char.IsAsciiLetterOrDigit(piece.Value[0])) Part(Regex.Escape(piece.Value.ToUpperInvariant()));
                    else printed.Append(piece.Value == "$" ? "$$" : piece.Value);
                    break;
            }
        }
        return (pattern.Append('$').ToString(), printed.ToString());
    }

    [GeneratedRegex(@"\{(\w+?)(?::(\d+))?\}|.")]
    private static partial Regex Piece();
}
