using System.Net;
using System.Net.Sockets;
using Anmin.Kernel.Settings;

namespace Anmin.Notifications.Delivery;

/// <summary>
/// How this program calls others. No redirect is followed, no proxy, no cookie, ten seconds. What people enter on a page goes over
/// <see cref="Guarded"/>: the address is looked at when the connection is made, after the name was resolved, so that no name leads inside.
/// </summary>
internal sealed class OutsideCalls(SettingBook settings) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private HttpClient? guarded, trusted;

    public HttpClient Guarded => LazyInitializer.EnsureInitialized(ref guarded, () => Client(ConnectAsync));

    /// <summary>For addresses out of the operator's own configuration.</summary>
    public HttpClient Trusted => LazyInitializer.EnsureInitialized(ref trusted, () => Client(null));

    public bool Allows(IPAddress address) => PublicAddress.Is(address) || settings.On(NotificationsSettings.PrivateAddresses);

    public void Dispose()
    {
        guarded?.Dispose();
        trusted?.Dispose();
    }

    private static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        ConnectCallback = connect,
    })
    { Timeout = Longest };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        // one inner address among outer ones is reason enough
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, Allows)) throw new InsideAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name resolves to an address of the inner network, where nothing is sent.</summary>
internal sealed class InsideAddressException() : IOException("inside address")
{
    /// <summary>The handler wraps what the connection threw.</summary>
    public static bool Caused(Exception e) => e is InsideAddressException or { InnerException: InsideAddressException };
}
