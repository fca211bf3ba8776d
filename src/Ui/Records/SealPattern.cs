using System.Globalization;
using System.Text;

namespace Anmin.Ui.Records;

/// <summary>The drawing of a hash: 15 bits for the left half and the middle, mirrored; four bytes as letters.</summary>
internal static class SealPattern
{
    /// <param name="hash">Hexadecimal, at least eight digits.</param>
    internal static (string Cells, string Letters) Of(string hash)
    {
        if (hash.Length < 8 || !uint.TryParse(hash.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var word))
            return ("", "未封");
        return (Cells(word >> 17), $"{word >> 16:X4} {word & 0xFFFF:X4}");
    }

    private static string Cells(uint bits)
    {
        var path = new StringBuilder();
        for (var cell = 0; cell < 15; cell++)
        {
            if ((bits >> (14 - cell) & 1) == 0) continue;
            var (row, column) = (cell / 3, cell % 3);
            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            if (column < 2) path.Append(CultureInfo.InvariantCulture, $"M{4 - column} {row}h1v1h-1z");
        }
        return path.ToString();
    }
}
