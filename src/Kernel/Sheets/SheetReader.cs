using System.Text;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;

namespace Anmin.Kernel.Sheets;

/// <summary>Rows of text out of a CSV (UTF-8 or GB 18030) or the first sheet of an XLSX, without running anything in it.</summary>
public static class SheetReader
{
    /// <summary>
    /// All rows that are not blank, in order, the heading among them; cells are trimmed. A CSV or an XLSX is told by its first bytes, never by its name.
    /// A row that cannot be read (quotes, formulas) comes with its <see cref="SheetLine.Fault"/>; a file that cannot be read is a <see cref="SheetProblems"/>.
    /// </summary>
    public static Outcome<IReadOnlyList<SheetLine>> Read(byte[] content, SheetLimits limits)
    {
        if (content.Length == 0) return SheetProblems.Missing;
        if (content.Length > limits.MostBytes) return SheetProblems.TooLarge(limits);
        var read = content is [0x50, 0x4B, 0x03, 0x04, ..] ? Workbook.Read(content, limits) : Commas(content, limits);
        return read.Try(out var lines, out var problem) ? lines.Count > limits.MostRows ? SheetProblems.TooManyRows(limits) : read : problem;
    }

    private static Outcome<IReadOnlyList<SheetLine>> Commas(byte[] content, SheetLimits limits)
    {
        if (content.Contains((byte)0)) return SheetProblems.Unread;
        return new CsvLines(Text(content)).All().Take(limits.MostRows + 1).Select(l => new SheetLine(l.Number, l.Cells, l.Fault)).ToList();
    }

    /// <summary>Spreadsheet programs here save CSV as GBK unless told otherwise.</summary>
    private static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(content);
        }
    }
}
