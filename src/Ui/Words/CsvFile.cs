using System.Text;

namespace Anmin.Ui.Words;

/// <summary>A CSV as people open it: UTF-8 that says so, else a spreadsheet reads the Chinese wrong.</summary>
public static class CsvFile
{
    public const string Media = "text/csv; charset=utf-8";

    public static byte[] Of(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

    /// <summary>Rows of cells as they are, each quoted where it must be.</summary>
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows) => Of(string.Concat(rows.Select(r => string.Join(',', r.Select(CsvCell.Of)) + "\r\n")));
}
