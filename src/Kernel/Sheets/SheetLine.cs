namespace Anmin.Kernel.Sheets;

/// <summary>One row of a sheet somebody uploaded.</summary>
/// <param name="Number">Row of the sheet from 1, as the spreadsheet program shows it.</param>
/// <param name="Fault">Why the row cannot be read at all.</param>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells, string? Fault = null)
{
    /// <summary>A cell that a spreadsheet program would run as a formula; such a text is refused, or written with a mark before it.</summary>
    public static bool IsFormula(string cell) => cell is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠';
}

/// <summary>How much of a file is read at most; what is beyond is refused, never cut.</summary>
/// <param name="MostRows">Rows with anything in them, the heading included.</param>
/// <param name="MostUnpacked">Bytes that one part of a workbook may unpack to: a small file may unpack to a mountain.</param>
public sealed record SheetLimits(int MostBytes, int MostRows, int MostUnpacked = 16 << 20);
