namespace Anmin.Ui.Words;

/// <summary>A cell of a CSV that people open in a spreadsheet.</summary>
public static class CsvCell
{
    /// <summary>Quoted where needed; a text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
