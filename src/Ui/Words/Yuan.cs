using System.Globalization;
using Anmin.Ui.Frame;

namespace Anmin.Ui.Words;

/// <summary>Amounts in 分 written as 元 with two decimals; a minus is the sign, never a hyphen.</summary>
public static class Yuan
{
    private static readonly NumberFormatInfo Commas = new() { NumberGroupSeparator = "," };
    private static readonly NumberFormatInfo Spaces = new() { NumberGroupSeparator = "\u00A0" };

    /// <summary><c>1,230.00</c> for citizens, <c>1 230.00</c> for staff, as their papers print it.</summary>
    /// <param name="signed">Write a plus before gains too: for differences.</param>
    public static string Write(long fen, Surface surface = Surface.Citizen, bool signed = false)
    {
        var digits = (Math.Abs((decimal)fen) / 100m).ToString("N2", surface == Surface.Work ? Spaces : Commas);
        return fen switch
        {
            < 0 => (surface == Surface.Work ? "−" : "－") + digits,
            > 0 when signed => (surface == Surface.Work ? "+" : "＋") + digits,
            _ => digits,
        };
    }
}
