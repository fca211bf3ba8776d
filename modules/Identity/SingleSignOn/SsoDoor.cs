using Anmin.Identity.Sessions;
using Anmin.Identity.Clients;
using Anmin.Identity.Clients.Registration;
using Anmin.Identity.Machines;
using Anmin.Identity.Outside;
using Anmin.Identity.SingleSignOn.Authorize;
using Anmin.Identity.SingleSignOn.Keys;
using Anmin.Identity.SingleSignOn.Logout;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Net;

namespace Anmin.Identity.SingleSignOn;

/// <summary>What the module's door says of single sign-on, clients and programs.</summary>
internal static class SsoDoor
{
    /// <summary>Name of the HTTP client for calls to other systems: no redirects, no cookies, ten seconds, little to read.</summary>
    public const string Outward = "identity.outward";

    public static void AddSingleSignOn(this IServiceCollection services)
    {
        services.AddSingleton<ClientBook>().AddSingleton<KeyRing>().AddSingleton<MachineLimits>().AddSingleton<SiteAddress>().AddSingleton<TokenMint>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<ClientBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<KeyRing>());
        services.AddTransient<ClientFields>().AddTransient<RefreshChain>().AddTransient<ClientAtTheDoor>();
        services.AddTransient<AuthorizeRoute>().AddTransient<TokenRoute>().AddTransient<EndSessionRoute>().AddTransient<WhenSessionEnded>();
        services.AddSingleton<OutsideProvider>().AddSingleton<OutsideDocuments>().AddTransient<OutsideProof>().AddTransient<OutsideRoutes>();
        services.AddSingleton<SendLogoutNotices>();
        services.AddSingleton<IJob, KeepKeys>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<SendLogoutNotices>());
        services.AddHttpClient(Outward, c => (c.Timeout, c.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 256 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, ConnectTimeout = TimeSpan.FromSeconds(5) })
            .RemoveAllLoggers();
        services.Configure<JsonOptions>(o => o.SerializerOptions.Converters.Add(new ShownOnce.InTheAnswer()));
        services.AddSingleton(new MenuEntry(940, IdentityPermissions.ManageClients, "/admin/clients", "接入系统", "swap") { Group = "开放接口" });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindClients.Map(routes);
        GetClient.Map(routes);
        RegisterClient.Map(routes);
        ChangeClient.Map(routes);
        RotateClientSecret.Map(routes);
        StopClient.Map(routes);
        RotateKeys.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        AuthorizeRoute.Map(routes);
        TokenRoute.Map(routes);
        DiscoveryRoute.Map(routes);
        EndSessionRoute.Map(routes);
        OutsideRoutes.Map(routes);
    }
}
