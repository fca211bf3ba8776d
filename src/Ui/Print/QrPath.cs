using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Anmin.Ui.Print;

internal static class QrPath
{
    private const int Quiet = 4; // modules QRCoder leaves around; the box around ours draws one

    /// <summary>Runs of dark modules as rectangles, row by row, and the side of the drawing with one module around.</summary>
    internal static (string Path, int Side) Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var size = rows.Count - (2 * Quiet);
        var path = new StringBuilder();
        for (var y = 0; y < size; y++) Row(path, rows[y + Quiet], y, size);
        return (path.ToString(), size + 2);
    }

    private static void Row(StringBuilder path, BitArray row, int y, int size)
    {
        for (var x = 0; x < size; x++)
        {
            var from = x;
            while (x < size && row[x + Quiet]) x++;
            if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
        }
    }
}
