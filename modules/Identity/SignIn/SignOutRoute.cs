using Anmin.Kernel.Commands;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.SignIn;

public static class SignOutRoute
{
    /// <summary>POST <c>/sign-out</c> with the form's antiforgery token; ends on the sign-in page.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext context, Gate gate) =>
    {
        await gate.RunAsync(new SignOut(), new SignOut.Request(), ct: context.RequestAborted);
        await SessionCookie.EndAsync(context);
        return Results.Redirect("/sign-in");
    }).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
}
