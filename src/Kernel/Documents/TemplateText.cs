using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Anmin.Kernel.Documents;

/// <summary>
/// Fills <c>{{name}}</c> of a pack's letter. Every value is written as text, whatever it holds, except the names that begin
/// with <c>rows.</c> or end in <c>.qr</c>: those bring HTML of our own making. A name without a value is left blank to be written by hand.
/// </summary>
public static partial class TemplateText
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Fill(string template, IReadOnlyDictionary<string, string?> values) => Word().Replace(template, m =>
    {
        var name = m.Groups[1].Value;
        var value = values.GetValueOrDefault(name);
        if (string.IsNullOrEmpty(value)) return "";
        return IsHtml(name) ? value : Html.Encode(value);
    });

    /// <summary>The letter as nobody has filled it in: a line to write on for every value, nothing for what is ours to draw.</summary>
    public static string Blank(string template) => Word().Replace(template, m => m.Groups[1].Value switch
    {
        "print.page" or "print.pages" => "1",
        "print.at" or "print.by" => "",
        var name => IsHtml(name) ? "" : "＿＿＿＿＿＿",
    });

    /// <summary>A whole page with the style inside it, so that it prints alike from a file and needs no other request.</summary>
    public static string WithStyle(string html, string css)
    {
        var at = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html : new StringBuilder(html).Insert(at, $"{Policy}<style>{css.Replace("</", "<\\/", StringComparison.Ordinal)}</style>\n").ToString();
    }

    /// <summary>What is printed from a file has no header to say it: nothing is fetched, nothing runs.</summary>
    private const string Policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">""";

    private static bool IsHtml(string name) => name.StartsWith("rows.", StringComparison.Ordinal) || name.EndsWith(".qr", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{\s*([a-z_.0-9]+)\s*\}\}")]
    private static partial Regex Word();
}
