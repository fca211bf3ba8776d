using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Driving;

/// <summary>What the driver's page needs beside itself: its worker and manifest at the root of /m/, pictures through the Gate.</summary>
internal static class DrivingPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // a worker reaches what lies beside and below it, so it stands at /m/
        routes.MapGet("/m/worker.js", (HttpContext http, IWebHostEnvironment site) => File(http, site, "_content/Anmin.Funeral/m/worker.js", "text/javascript")).ExcludeFromDescription();
        routes.MapGet("/m/app.webmanifest", (HttpContext http, IWebHostEnvironment site) => File(http, site, "_content/Anmin.Funeral/m/app.webmanifest", "application/manifest+json")).ExcludeFromDescription();
        routes.MapGet("/m/village.webmanifest", (HttpContext http, IWebHostEnvironment site) => File(http, site, "_content/Anmin.Funeral/m/village.webmanifest", "application/manifest+json")).ExcludeFromDescription();
        routes.MapGet("/work/trips/pictures/{id:guid}", async (Guid id, HttpContext http, Gate gate, GetPicture get) =>
            (await gate.RunAsync(get, new GetPicture.Request(id), null, http.RequestAborted)).Try(out var picture, out var problem) ? Results.File(Convert.FromBase64String(picture.Data), picture.ContentType) : Answers.Of(problem)).ExcludeFromDescription();
    }

    private static IResult File(HttpContext http, IWebHostEnvironment site, string path, string type)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var file = site.WebRootFileProvider.GetFileInfo(path);
        return file.Exists ? Results.Stream(file.CreateReadStream(), type) : Results.NotFound();
    }
}
