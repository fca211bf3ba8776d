using Anmin.Kernel.Actors;

namespace Anmin.Host.Web;

/// <summary>What every answer says to the browser: our own origin only, no frames, no sniffing, nothing personal kept.</summary>
internal static class Headers
{
    public const string Csp = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseAnminHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Csp;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        // a static file says itself how long it keeps; everything else is made for one person
        var isFile = headers.ETag.Count > 0 || headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal);
        if (!isFile || context.RequestServices.GetRequiredService<CurrentActor>().Actor.IsSignedIn && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            headers.CacheControl = "no-store";
        // our own address is what the visitor typed, not what a proxy told us
        var self = $"{context.Request.Scheme}://{context.Request.Host}/";
        if (headers.Location.ToString() is { } to && to.StartsWith(self, StringComparison.OrdinalIgnoreCase)) headers.Location = to[(self.Length - 1)..];
        // after a POST the browser shall GET, whatever its version of 302 is
        if (context.Response.StatusCode == 302 && HttpMethods.IsPost(context.Request.Method)) context.Response.StatusCode = 303;
    }
}
