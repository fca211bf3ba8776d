using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Anmin.Kernel.Documents;

/// <summary>What a virus scanner said of a file. Kept as words of the register.</summary>
public enum ScanState
{
    /// <summary>No scanner is set up, or it has not answered yet.</summary>
    NotScanned,
    Clean,
    Blocked,
}

/// <summary>病毒扫描, where the city has one.</summary>
public interface IFileScanning
{
    /// <summary>False where none is set up: files then stay 未扫描, and people are told so.</summary>
    bool IsSetUp { get; }

    /// <summary><see cref="ScanState.NotScanned"/> where the scanner does not answer: asked again later.</summary>
    Task<ScanState> ScanAsync(byte[] content, CancellationToken ct);
}

/// <summary>No scanner: says so, and never that a file is clean.</summary>
public sealed class NoFileScanning : IFileScanning
{
    public bool IsSetUp => false;

    public Task<ScanState> ScanAsync(byte[] content, CancellationToken ct) => Task.FromResult(ScanState.NotScanned);
}

/// <summary>ClamAV's daemon over TCP, command INSTREAM (https://docs.clamav.net/manual/Usage/Scanning.html#clamd).</summary>
public sealed class ClamFileScanning(string host, int port) : IFileScanning
{
    private const int Piece = 64 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public bool IsSetUp => true;

    public async Task<ScanState> ScanAsync(byte[] content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Longest);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(host, port, patience.Token);
            await using var stream = line.GetStream();
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), patience.Token);
            var size = new byte[4];
            for (var at = 0; at < content.Length; at += Piece)
            {
                var piece = content.AsMemory(at, Math.Min(Piece, content.Length - at));
                BinaryPrimitives.WriteInt32BigEndian(size, piece.Length);
                await stream.WriteAsync(size, patience.Token);
                await stream.WriteAsync(piece, patience.Token);
            }
            await stream.WriteAsync(new byte[4], patience.Token);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var said = (await reader.ReadToEndAsync(patience.Token)).TrimEnd('\0', '\n', ' ');
            return said.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanState.Blocked : said.EndsWith(": OK", StringComparison.Ordinal) ? ScanState.Clean : ScanState.NotScanned;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return ScanState.NotScanned;
        }
    }
}
