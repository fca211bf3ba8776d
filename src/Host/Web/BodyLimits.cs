using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Anmin.Host.Web;

/// <summary>Too large is refused by its announced length, before a byte of it is read; an unannounced one where it passes the limit.</summary>
internal static class BodyLimits
{
    public static IServiceCollection AddBodyLimits(this IServiceCollection services, WebOptions options)
    {
        services.Configure<KestrelServerOptions>(o =>
        {
            o.Limits.MaxRequestBodySize = options.MostUpload + 65_536;
            o.AddServerHeader = false;
            // a client that sends a few bytes a minute holds nothing for long
            o.Limits.RequestHeadersTimeout = options.SlowestHead;
            o.Limits.MinRequestBodyDataRate = new MinDataRate(240, options.SlowestBody);
            o.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            o.Limits.MaxRequestHeaderCount = 60;
        });
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = options.MostUpload;
            o.ValueLengthLimit = 65_536;
            o.ValueCountLimit = 512;
        });
        return services;
    }

    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app, WebOptions options) => app.Use((context, next) =>
    {
        var request = context.Request;
        var most = request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true ? options.MostUpload + 65_536 : options.MostBody;
        if (request.ContentLength > most)
        {
            context.Response.Headers.Connection = "close";
            return Faults.RefuseAsync(context, WebProblems.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
        if (request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        return next(context);
    });
}

/// <summary>Nobody else's page may act in the name of who is signed in here.</summary>
internal static class SameSite
{
    /// <summary>A cookie-carrying call that changes something must come from our own page, or carry a header that a foreign page cannot send.</summary>
    public static IApplicationBuilder UseSameSiteApi(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var harmless = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (harmless || !request.Path.StartsWithSegments("/api") || context.User.Identity is not { IsAuthenticated: true }) return next(context);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var ours = site.Length > 0 ? site is "same-origin" or "none" : request.Headers.ContainsKey("Idempotency-Key");
        return ours ? next(context) : Faults.RefuseAsync(context, WebProblems.CrossSite, StatusCodes.Status403Forbidden);
    });

    /// <summary>A form whose token does not fit is refused here, for every endpoint that asks for one.</summary>
    public static IApplicationBuilder UseFreshForms(this IApplicationBuilder app) => app.Use((context, next)
        => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Faults.RefuseAsync(context, WebProblems.StaleForm, StatusCodes.Status400BadRequest)
            : next(context));
}
