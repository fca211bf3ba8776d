using System.Net;
using System.Net.Sockets;

namespace Anmin.Browser;

/// <summary>The line between a phone and the server, which a test can cut and mend: for page, worker and restarted browser alike.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly Uri server;
    private readonly List<TcpClient> lines = [];
    private readonly Lock gate = new();
    private TcpListener? listener;
    private int port;

    public Wire(string server)
    {
        this.server = new(server);
        Mend();
    }

    public string Address => $"http://127.0.0.1:{port}";

    public void Mend()
    {
        if (listener is not null) return;
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public void Cut()
    {
        listener?.Stop();
        listener = null;
        lock (gate)
        {
            foreach (var line in lines) line.Dispose();
            lines.Clear();
        }
    }

    private async Task AcceptAsync(TcpListener here)
    {
        try
        {
            while (true)
            {
                var phone = await here.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(server.Host, server.Port);
                lock (gate) lines.AddRange([phone, far]);
                _ = CopyAsync(phone, far);
                _ = CopyAsync(far, phone);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // cut
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // cut
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }
}
