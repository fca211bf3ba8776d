using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;

namespace Anmin.Notifications.Delivery;

/// <summary>Stands in where there is no gateway: each message is one line of JSON below the data folder, in <c>sms/日期.节点.jsonl</c> (no two processes write one file), readable by the owner alone.</summary>
internal sealed class FileSmsPort(DatabaseSettings place, Reference reference, TimeProvider clock) : ISmsPort, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly string node = RandomNumberGenerator.GetHexString(6, lowercase: true);

    public sealed record Line(Guid Id, DateTimeOffset At, string To, string Text);

    public string Name => "文件";

    public string Folder => Path.Combine(place.Folder, "sms");

    public async Task<SendAnswer> SendAsync(Guid id, PhoneNumber to, string text, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await one.WaitAsync(ct);
        try
        {
            await using var file = Open(Path.Combine(Folder, $"{LocalClock.DateOf(now, reference.Now.Zone):yyyy-MM-dd}.{node}.jsonl"));
            await file.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(new Line(id, now, to.Reveal(), text), Json), (byte)'\n'], ct);
            return SendAnswer.Taken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new($"写不进文件：{e.GetType().Name}");
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The last ones, newest first; a repeated try of one message counts once.</summary>
    public async Task<IReadOnlyList<Line>> LastAsync(int most, CancellationToken ct)
    {
        if (!Directory.Exists(Folder)) return [];
        var lines = new List<Line>();
        foreach (var day in Directory.EnumerateFiles(Folder, "*.jsonl").GroupBy(p => Path.GetFileName(p)[..10]).OrderByDescending(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var path in day) lines.AddRange((await File.ReadAllLinesAsync(path, ct)).Select(l => JsonSerializer.Deserialize<Line>(l, Json)!));
            if (lines.Count >= most) break;
        }
        return [.. lines.OrderByDescending(l => l.At).DistinctBy(l => l.Id).Take(most)];
    }

    public void Dispose() => one.Dispose();

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new(path, options);
    }
}
