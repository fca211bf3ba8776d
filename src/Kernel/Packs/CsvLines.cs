using System.Text;

namespace Anmin.Kernel.Packs;

/// <summary>
/// RFC 4180, and where each record begins. Our own because a fault must name its line, a quote never closed included;
/// the library's newest version tells neither.
/// </summary>
public sealed class CsvLines(string text)
{
    private readonly StringBuilder cell = new();
    private int at;
    private int line = 1;

    /// <param name="Line">Where the record begins, from 1.</param>
    /// <param name="Fault">What is wrong with its quotes, or null.</param>
    public sealed record Line(int Number, string[] Cells, string? Fault);

    /// <summary>Blank lines are passed over.</summary>
    public IEnumerable<Line> All()
    {
        while (at < text.Length)
        {
            var number = line;
            string? fault = null;
            var cells = new List<string>();
            do cells.Add(Cell(ref fault));
            while (Comma());
            Break();
            if (cells is not [""] || fault is not null) yield return new(number, [.. cells], fault);
        }
    }

    private string Cell(ref string? fault)
    {
        if (at < text.Length && text[at] == '"') return Quoted(ref fault);
        var from = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
            if (text[at++] == '"') fault = "引号出现在没有用引号括起的单元格里";
        return text[from..at].Trim();
    }

    private string Quoted(ref string? fault)
    {
        cell.Clear();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else return Closed(ref fault);
        }
        fault = "引号没有成对，到文件末尾都算在这一格里了";
        return cell.ToString();
    }

    private string Closed(ref string? fault)
    {
        at++;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
            if (!char.IsWhiteSpace(text[at++])) fault = "右引号后面还有字，引号可能没有成对";
        return cell.ToString().Trim();
    }

    private bool Comma()
    {
        if (at >= text.Length || text[at] != ',') return false;
        at++;
        return true;
    }

    private void Break()
    {
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        line++;
    }
}
