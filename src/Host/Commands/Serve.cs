using System.Net;
using System.Net.Sockets;
using Anmin.Identity.SignIn;

namespace Anmin.Host.Commands;

internal static class Serve
{
    public static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        EnsureFree(input.Options.Urls);
        if (input.Options.Demo) await Demo.FillAsync(input, needEmpty: false, ct);
        await using var app = AnminApp.Build(input.Options with { Log = true });
        await Demo.PrepareAsync(app.Services, input, ct);
        await app.StartAsync(ct);
        input.Print.Line($"安民已启动：{string.Join("  ", app.Urls)}　（按 Ctrl+C 停止）");
        if (input.Options.OffersPersonas) input.Print.Line("演示方式：登录页可以直接选身份。不要用来办真实业务。");
        if (await EntryLink.DrawAsync(app.Services, ct) is { } link) input.Print.Line($"管理员登录链接（只能用一次，30分钟内有效，不要转发）：{app.Urls.First()}{link}");
        input.Print.Document(new { urls = app.Urls, pid = Environment.ProcessId });
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>A taken port is told at once, not after a minute of preparing data.</summary>
    private static void EnsureFree(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Port == 0) continue;
            if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address)) address = uri.Host == "localhost" ? IPAddress.Loopback : null;
            if (address is null) continue;
            var probe = new TcpListener(address, uri.Port);
            try
            {
                probe.Start();
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new RefusalException($"端口 {uri.Port} 已被占用，请停掉占用它的程序，或用 --urls http://127.0.0.1:{(uri.Port < 65000 ? uri.Port + 1 : 5080)} 换一个端口。");
            }
            finally
            {
                probe.Stop();
            }
        }
    }
}
