using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Anmin.Kernel.Ciphers;

/// <summary>The JSON in which the keys lie: readable by its owner alone, replaced in one step, never half written.</summary>
internal static partial class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public sealed record Entry(ushort Id, DateTimeOffset Created, string Key);

    /// <param name="Keys">Oldest first; the last one seals.</param>
    /// <param name="IndexKey">Of the blind index; never rotates, for every index in the database hangs on it.</param>
    public sealed record Content(IReadOnlyList<Entry> Keys, string IndexKey);

    /// <exception cref="InvalidOperationException">Not a key file, or one that everybody on the machine may read.</exception>
    public static Content Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new InvalidOperationException($"密钥文件 {path} 谁都能读；请执行 chmod 600 后再启动。");
        try
        {
            if (JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Json) is { Keys.Count: > 0, IndexKey.Length: > 0 } content) return content;
        }
        catch (JsonException)
        {
            // the message of the parser may quote a key
        }
        throw new InvalidOperationException($"密钥文件 {path} 不完整；请把备份的密钥文件放回原处，不要新建。");
    }

    /// <summary>Writes beside the place, then moves: a crash leaves the old file or the new one.</summary>
    /// <returns>False when <paramref name="replace"/> is false and another process was first.</returns>
    public static bool Write(string path, Content content, bool replace)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var draft = Path.Combine(directory, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var stream = new FileStream(draft, options))
            {
                JsonSerializer.Serialize(stream, content, Json);
                stream.Flush(flushToDisk: true);
            }
            if (replace) File.Move(draft, path, overwrite: true);
            else MoveWhereNothingIs(draft, path);
            return true;
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // File.Move looks first and renames then on Unix: of two at once the later would overwrite. A hard link is one step.
    private static void MoveWhereNothingIs(string draft, string path)
    {
        if (!OperatingSystem.IsWindows() && Link(draft, path) == 0) return;
        File.Move(draft, path, overwrite: false); // Windows; a file system without hard links
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    public static string RandomKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealingKey.Size));
}
