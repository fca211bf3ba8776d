using Anmin.Host;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anmin.Testing;

/// <summary>The real host with its real pipeline and jobs on a free loopback port and a database of its own: for journeys and the browser.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private TestHost(TestDatabase database, WebApplication app, MovingClock clock, Uri address) => (this.database, this.app, Clock, Address) = (database, app, clock, address);

    public Uri Address { get; }

    /// <summary>Runs from a fixed day on; jump it over waiting rules.</summary>
    public MovingClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<TestHost> StartAsync(DatabaseKind kind, bool personas = true, Action<WebApplicationBuilder>? adjust = null)
    {
        var database = await TestDatabase.CopyAsync(kind);
        var clock = new MovingClock();
        var app = AnminApp.Build(new HostOptions { Data = database.Folder, Database = database.Connection, Urls = "http://127.0.0.1:0", Personas = personas },
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                adjust?.Invoke(builder);
            });
        await Anmin.Host.Database.PrepareAsync(app.Services);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(database, app, clock, new Uri(address));
    }

    /// <summary>A browser's worth of cookies; redirects are not followed, so that a test sees them.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
