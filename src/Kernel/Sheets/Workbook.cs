using System.IO.Compression;
using System.Text;
using System.Xml;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Sheets;

/// <summary>The first sheet of an XLSX: texts and numbers as they stand; formulas are refused, links and macros never looked at.</summary>
public static class Workbook
{
    private const int MostColumns = 64;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What a browser is told that a workbook is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static Outcome<IReadOnlyList<SheetLine>> Read(byte[] content, SheetLimits limits)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var shared = Shared(zip, limits);
            return zip.GetEntry(FirstSheet(zip, limits)) is { } sheet ? Rows(sheet, shared, limits) : SheetProblems.Unread;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException)
        {
            return SheetProblems.Unread;
        }
    }

    private static string FirstSheet(ZipArchive zip, SheetLimits limits)
    {
        string? id = null;
        if (zip.GetEntry("xl/workbook.xml") is { } book)
            using (var xml = Open(book, limits))
                while (id is null && xml.Read())
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" }) id = xml.GetAttribute("id", Links);
        if (id is not null && zip.GetEntry("xl/_rels/workbook.xml.rels") is { } links)
            using (var xml = Open(links, limits))
                while (xml.Read())
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") == id && xml.GetAttribute("Target") is { } target)
                        return target.StartsWith('/') ? target[1..] : "xl/" + target;
        return "xl/worksheets/sheet1.xml";
    }

    private static List<string> Shared(ZipArchive zip, SheetLimits limits)
    {
        var texts = new List<string>();
        if (zip.GetEntry("xl/sharedStrings.xml") is not { } entry) return texts;
        using var xml = Open(entry, limits);
        while (xml.ReadToFollowing("si")) texts.Add(Text(xml));
        return texts;
    }

    /// <summary>Of an element: its texts together, without the reading aids (rPh) that East Asian programs add.</summary>
    private static string Text(XmlReader outer)
    {
        var text = new StringBuilder();
        using var xml = outer.ReadSubtree();
        var skip = 0;
        while (xml.Read())
        {
            if (xml.LocalName == "rPh" && xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement) skip++;
            else if (xml.LocalName == "rPh" && xml.NodeType == XmlNodeType.EndElement) skip--;
            else if (skip == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace) text.Append(skip == 0 ? xml.Value : "");
        }
        return text.ToString();
    }

    private static List<SheetLine> Rows(ZipArchiveEntry sheet, List<string> shared, SheetLimits limits)
    {
        var lines = new List<SheetLine>();
        using var xml = Open(sheet, limits);
        var number = 0;
        while (xml.Read() && lines.Count <= limits.MostRows)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            number = xml.GetAttribute("r") is { } r ? int.Parse(r, System.Globalization.CultureInfo.InvariantCulture) : number + 1;
            using var row = xml.ReadSubtree();
            var (cells, fault) = Cells(row, shared);
            if (cells.Exists(c => c.Length > 0) || fault is not null) lines.Add(new(number, cells, fault));
        }
        return lines;
    }

    private static (List<string> Cells, string? Fault) Cells(XmlReader row, List<string> shared)
    {
        var cells = new List<string>();
        string? fault = null;
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var at = row.GetAttribute("r") is { } place ? Column(place) : cells.Count;
            if (at >= MostColumns) throw new FormatException();
            var type = row.GetAttribute("t");
            var (value, formula) = Cell(row, type, shared);
            if (formula) fault ??= $"第{at + 1}列是公式，请改成文字或者数字";
            while (cells.Count <= at) cells.Add("");
            cells[at] = value.Trim(' ', '\u3000', '\n', '\r');
        }
        return (cells, fault);
    }

    private static (string Value, bool Formula) Cell(XmlReader outer, string? type, List<string> shared)
    {
        using var xml = outer.ReadSubtree();
        var (value, formula) = ("", false);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f") formula = true;
            else if (xml.LocalName == "is") value = Text(xml);
            else if (xml.LocalName == "v") value = Text(xml);
        }
        if (type == "s") value = shared[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)];
        else if (type is null or "n" && value.Contains('E') && decimal.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)) value = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (value, formula);
    }

    /// <summary>0 for A, 26 for AA.</summary>
    private static int Column(string place)
    {
        var column = 0;
        foreach (var c in place.TakeWhile(char.IsAsciiLetter)) column = checked((column * 26) + char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1 is var at and >= 0 ? at : throw new FormatException();
    }

    /// <summary>No entities, nothing fetched, and no more than so much unpacked: a small file may unpack to a mountain.</summary>
    private static XmlReader Open(ZipArchiveEntry entry, SheetLimits limits) => entry.Length > limits.MostUnpacked
        ? throw new InvalidDataException()
        : XmlReader.Create(new Bounded(entry.Open(), limits.MostUnpacked), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = limits.MostUnpacked });

    private sealed class Bounded(Stream inner, long most) : Stream
    {
        private long left = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            return (left -= read) < 0 ? throw new InvalidDataException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>The smallest workbook that spreadsheet programs open: one sheet called <paramref name="name"/>; every cell a text, so nothing in it is ever run.</summary>
    public static byte[] Write(string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var text = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
            foreach (var row in rows)
            {
                text.Append("<row>");
                foreach (var cell in row) text.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape(new string([.. cell.Where(c => c >= ' ')]))).Append("</t></is></c>");
                text.Append("</row>");
            }
            Part(zip, "xl/worksheets/sheet1.xml", text.Append("</sheetData></worksheet>").ToString());
        }
        return kept.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        part.Write(text);
    }
}
