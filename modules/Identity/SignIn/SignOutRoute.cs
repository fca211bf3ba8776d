using Anmin.Kernel.Commands;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SignIn;

public static class SignOutRoute
{
    /// <summary>POST <c>/sign-out</c> with the form's antiforgery token; ends on the sign-in page. A local <c>returnUrl</c> brings whoever signs in next back to the page: 换第二人登录.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext context, Gate gate) =>
    {
        var asked = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))["returnUrl"].ToString() : "";
        await gate.RunAsync(context.RequestServices.GetRequiredService<SignOut>(), new SignOut.Request(), ct: context.RequestAborted);
        await SessionCookie.EndAsync(context);
        var back = ReturnUrl.Local(asked, "");
        return Results.Redirect(back.Length > 0 ? "/sign-in?returnUrl=" + Uri.EscapeDataString(back) : "/sign-in");
    }).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
}
