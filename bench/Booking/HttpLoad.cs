using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Anmin.Bench.Booking;

/// <summary>A load generator that takes little itself: keep-alive connections, bytes made beforehand, of the answer only status and length read.</summary>
internal sealed class HttpLoad(Uri address)
{
    /// <returns>Answers a second, by status.</returns>
    public async Task<(double Rate, long Asked, IReadOnlyDictionary<int, long> Statuses)> RunAsync(int connections, TimeSpan time, Func<int, byte[]> request)
    {
        var statuses = new Dictionary<int, long>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(client => Task.Run(async () =>
        {
            var mine = new Dictionary<int, long>();
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            var buffer = new byte[16 * 1024];
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                await socket.SendAsync(request(client));
                var status = await ReadAsync(socket, buffer);
                mine[status] = mine.GetValueOrDefault(status) + 1;
            }
            lock (statuses)
                foreach (var (status, count) in mine) statuses[status] = statuses.GetValueOrDefault(status) + count;
        })));
        var asked = statuses.Values.Sum();
        return (asked / Stopwatch.GetElapsedTime(began).TotalSeconds, asked, statuses);
    }

    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    public static byte[] Post(string path, string key, string json)
        => Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nIdempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{json}");

    private static async Task<int> ReadAsync(Socket socket, byte[] buffer)
    {
        var (filled, whole, status) = (0, -1, 0);
        while (whole < 0 || filled < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0) throw new OracleException("The host closed a connection.");
            filled += read;
            if (whole < 0 && buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is var end and >= 0) (status, whole) = Head(buffer.AsSpan(0, filled), end + 4);
            // chunked: the last chunk is empty
            if (whole == int.MaxValue && buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8)) return status;
        }
        return status;
    }

    private static (int Status, int Whole) Head(ReadOnlySpan<byte> bytes, int body)
    {
        var status = int.Parse(bytes.Slice(9, 3), CultureInfo.InvariantCulture);
        var at = bytes[..body].IndexOf("Content-Length: "u8);
        if (at < 0) return (status, int.MaxValue);
        var rest = bytes[(at + 16)..];
        return (status, body + int.Parse(rest[..rest.IndexOf((byte)'\r')], CultureInfo.InvariantCulture));
    }
}
