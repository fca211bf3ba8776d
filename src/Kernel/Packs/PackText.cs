using System.Text;

namespace Anmin.Kernel.Packs;

/// <summary>Reads the text files of a pack, bounded and strictly UTF-8.</summary>
internal static class PackText
{
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostTemplates = 200;
    private const int TemplateBytes = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Name a person finds it by: pack folder and file.</summary>
    public static string Label(string folder, string file) => Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)) + "/" + file;

    /// <returns>The text without byte order mark, or null after a fault was noted.</returns>
    public static string? Read(string path, string file, int most, PackCheck check)
    {
        var found = new FileInfo(path);
        if (!found.Exists)
        {
            check.Fault(file, 0, 0, "缺少这个文件");
            return null;
        }
        if (found.Length > most)
        {
            check.Fault(file, 0, 0, $"文件有{found.Length / 1024} KB，最多{most / 1024} KB");
            return null;
        }
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            check.Fault(file, 0, 0, "读不到这个文件，请检查权限");
            return null;
        }
        return Decode(bytes, file, check);
    }

    private static string? Decode(byte[] bytes, string file, PackCheck check)
    {
        ReadOnlySpan<byte> body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        try
        {
            var text = Strict.GetString(body);
            var bad = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
            if (bad < 0) return text;
            check.Fault(file, text.AsSpan(0, bad).Count('\n') + 1, 0, "有不可见的控制字符");
        }
        catch (DecoderFallbackException e)
        {
            check.Fault(file, body[..Math.Clamp(e.Index, 0, body.Length)].Count((byte)'\n') + 1, 0, "不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8");
        }
        return null;
    }

    public static IEnumerable<PackRow> AsRow(string folder, string name, string[] header, Func<string, string[]> cells, PackCheck check)
    {
        if (Read(Path.Combine(folder, name), Label(folder, name), TemplateBytes, check) is not { } text) return [];
        var sheet = new PackSheet(Label(folder, name), header);
        sheet.Rows.Add(new(sheet, 1, cells(text)));
        return sheet.Rows;
    }

    /// <summary>Each letter is a row: its file name without ending, and its text.</summary>
    public static IEnumerable<PackRow> Templates(string folder, PackCheck check)
    {
        var place = Path.Combine(folder, "templates");
        if (!Directory.Exists(place)) yield break;
        var files = Directory.EnumerateFiles(place, "*.html").Order(StringComparer.Ordinal).ToList();
        if (files.Count > MostTemplates) check.Fault(Label(folder, "templates"), 0, 0, $"文书样式最多{MostTemplates}个");
        foreach (var path in files.Take(MostTemplates))
        {
            var name = Path.GetFileName(path);
            foreach (var row in AsRow(folder, "templates/" + name, ["name", "body"], text => [Path.GetFileNameWithoutExtension(name), text], check)) yield return row;
        }
    }
}
