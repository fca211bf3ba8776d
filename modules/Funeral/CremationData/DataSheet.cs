using System.IO.Compression;
using System.Text;
using Anmin.Ui.Words;

namespace Anmin.Funeral.CremationData;

/// <summary>Writes rows of text as they come, so that a month of a province needs no more memory than a day of a village.</summary>
internal abstract class DataSheet : IAsyncDisposable
{
    public abstract Task RowAsync(IReadOnlyList<string> cells, CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    /// <param name="format">csv, gbk or xlsx.</param>
    public static DataSheet On(Stream stream, string format) => format == "xlsx" ? new Workbook(stream) : new Commas(stream, format == "gbk" ? Gb18030() : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>GB 18030 holds GBK whole, and the rare characters of names that GBK lacks.</summary>
    public static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }

    private sealed class Commas(Stream stream, Encoding encoding) : DataSheet
    {
        private readonly StreamWriter writer = new(stream, encoding, 1 << 16, leaveOpen: true) { NewLine = "\r\n" };

        public override Task RowAsync(IReadOnlyList<string> cells, CancellationToken ct) => writer.WriteLineAsync(string.Join(',', cells.Select(CsvCell.Of)).AsMemory(), ct);

        public override ValueTask DisposeAsync() => writer.DisposeAsync();
    }

    /// <summary>The smallest workbook that spreadsheet programs open: one sheet, every cell a text, so that no number of a person loses its digits.</summary>
    private sealed class Workbook : DataSheet
    {
        private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private readonly ZipArchive zip;
        private readonly StreamWriter writer;
        private int row;

        public Workbook(Stream stream)
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="火化数据" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            writer = new(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
            writer.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><sheetData>""");
        }

        public override Task RowAsync(IReadOnlyList<string> cells, CancellationToken ct)
        {
            var line = new StringBuilder(64 * cells.Count).Append("<row r=\"").Append(++row).Append("\">");
            foreach (var cell in cells)
                if (cell.Length == 0) line.Append("<c/>");
                else line.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape(Clean(cell))).Append("</t></is></c>");
            return writer.WriteAsync(line.Append("</row>"), ct);
        }

        public override async ValueTask DisposeAsync()
        {
            await writer.WriteAsync("</sheetData></worksheet>");
            await writer.DisposeAsync();
            zip.Dispose();
        }

        private void Part(string name, string text)
        {
            using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
            part.Write(text);
        }

        /// <summary>XML 1.0 knows no control characters but tab and line ends.</summary>
        private static string Clean(string text) => text.Any(c => c < ' ' && c is not '\t' and not '\n' and not '\r') ? new string([.. text.Where(c => c >= ' ' || c is '\t' or '\n' or '\r')]) : text;
    }
}
