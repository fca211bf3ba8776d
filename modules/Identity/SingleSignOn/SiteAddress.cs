using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SingleSignOn;

/// <summary>
/// The address the world knows us by: the issuer of our tokens. It is told (<c>Anmin:PublicUrl</c>), never taken from a request's Host header,
/// which anybody can write. Untold, it is the first address this process listens on, which is right on one's own machine only.
/// </summary>
internal sealed class SiteAddress(IConfiguration configuration, IServiceProvider services)
{
    private readonly string? told = Told(configuration["Anmin:PublicUrl"]);

    /// <summary>True where an operator said it.</summary>
    public bool IsTold => told is not null;

    /// <summary>Without a slash at the end.</summary>
    public string Issuer => told ?? services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "http://localhost";

    private static string? Told(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri is not { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 } || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw new InvalidOperationException("Anmin:PublicUrl must be an https address such as https://mz.example.gov.cn (http only for loopback).");
        return uri.AbsoluteUri.TrimEnd('/');
    }
}
