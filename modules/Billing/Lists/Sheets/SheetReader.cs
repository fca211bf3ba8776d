using System.Text;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;

namespace Anmin.Billing.Lists.Sheets;

/// <param name="Number">Row of the sheet from 1, as the spreadsheet program shows it.</param>
/// <param name="Fault">Why the row cannot be read at all.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<string> Cells, string? Fault = null);

/// <summary>Rows of text out of a CSV (UTF-8 or GB 18030) or a workbook, without running anything in it.</summary>
internal static class SheetReader
{
    public const int MostBytes = 2 << 20;
    public const int MostRows = 2000;

    public static Outcome<IReadOnlyList<SheetLine>> Read(byte[] content)
    {
        if (content.Length == 0) return ListProblems.FileMissing;
        if (content.Length > MostBytes) return ListProblems.FileTooLarge;
        var read = content is [0x50, 0x4B, 0x03, 0x04, ..] ? Workbook.Read(content) : Commas(content);
        return read.Try(out var lines, out var problem) ? lines.Count > MostRows ? ListProblems.TooManyRows : read : problem;
    }

    private static Outcome<IReadOnlyList<SheetLine>> Commas(byte[] content)
    {
        if (content.Contains((byte)0)) return ListProblems.FileUnread;
        return new CsvLines(Text(content)).All().Take(MostRows + 1).Select(l => new SheetLine(l.Number, l.Cells, l.Fault)).ToList();
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
