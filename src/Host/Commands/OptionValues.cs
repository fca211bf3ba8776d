using Npgsql;

namespace Anmin.Host.Commands;

/// <summary>Values of options, checked before anything is touched.</summary>
internal static class OptionValues
{
    public static string Folder(string text, string name, CommandSpec command)
    {
        if (text.Length == 0 || text.Contains('\0')) throw new UsageException($"{name} 要写一个文件夹。", command);
        if (File.Exists(text)) throw new UsageException($"{name} 要写文件夹，{text} 是一个文件。", command);
        return Path.GetFullPath(text);
    }

    public static string? Database(string? text, CommandSpec command)
    {
        if (text is null) return null;
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(parts.Host)) throw new UsageException("--database 里要写 Host，例如 \"Host=127.0.0.1;Database=anmin;Username=anmin\"。", command);
            parts.Timeout = text.Contains("Timeout", StringComparison.OrdinalIgnoreCase) ? parts.Timeout : 5;
            return parts.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new UsageException("--database 不是 PostgreSQL 连接串，例如 \"Host=127.0.0.1;Database=anmin;Username=anmin\"。", command);
        }
    }

    public static string Urls(string text, CommandSpec command)
    {
        foreach (var url in text.Split(';'))
        {
            // * and + are Kestrel's "any address"
            var readable = url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.AbsolutePath != "/")
                throw new UsageException($"--urls 要写成 http://127.0.0.1:5080 的样子，现在是“{url}”。", command);
        }
        return text;
    }

    public static string Pack(string? text, string usual, CommandSpec command)
        => text is null ? usual : PackPlaces.Find(text) ?? throw new UsageException($"--pack 指的城市包“{text}”不存在。", command);
}
