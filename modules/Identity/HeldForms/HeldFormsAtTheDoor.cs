using Anmin.Identity.Entering;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Ui.Forms;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.HeldForms;

/// <summary>
/// Nothing typed is lost at the door. A form that comes after its session ended, or with a token that no longer fits, is kept and shown again
/// with everything in it; so is one sent by 稍后继续. Shown again it is drawn as if it had been sent and refused: the Gate does nothing.
/// Stands behind the antiforgery middleware and before whoever refuses a bad token.
/// </summary>
public static class HeldFormsAtTheDoor
{
    private const string Query = "held", Purpose = "held-form";

    private static readonly string[] NotHere = ["/sign-in", "/sign-out", "/me/sign-in", "/later", "/connect", "/problem"];

    public static IApplicationBuilder UseHeldForms(this IApplicationBuilder app) => app.Use((context, next)
        => !IsPage(context) ? next(context)
            : HttpMethods.IsPost(context.Request.Method) ? PostedAsync(context, next)
            : HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey(Query) ? ShowAsync(context, next)
            : next(context));

    private static bool IsPage(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && !Array.Exists(NotHere, root => context.Request.Path.StartsWithSegments(root));

    private static async Task PostedAsync(HttpContext context, RequestDelegate next)
    {
        var fresh = context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false };
        if (!fresh)
        {
            if (!FromHere(context) || await HoldAsync(context, asked: false) is not { } late) await next(context);
            else context.Response.Redirect(SignedIn(context) || late.Owner is null ? late.Address : SignIn(context, late.Address));
            return;
        }
        if (context.Request.HasFormContentType && context.Request.Form.ContainsKey(LaterButton.Name) && Surfaces.Of(context.Request.Path) == Surface.Citizen && await HoldAsync(context, asked: true) is { } kept)
        {
            context.Response.Redirect("/later?kept=" + Uri.EscapeDataString(kept.Ticket));
            return;
        }
        // a page that leads elsewhere begins its answer itself: afterwards it is too late to say where to
        context.Response.OnStarting(() => LedOnAsync(context));
        await next(context);
    }

    private static async Task LedOnAsync(HttpContext context)
    {
        if (context.Response is not { StatusCode: StatusCodes.Status302Found or StatusCodes.Status303SeeOther } answer) return;
        if (IsSignIn(answer.Headers.Location.ToString()))
        {
            // a citizen's form carries nobody's token: the page itself found the session over
            if (await HoldAsync(context, asked: false) is { } held) answer.Headers.Location = SignIn(context, held.Address);
        }
        else if (CodeOf(context) is { } done)
        {
            await context.RequestServices.GetRequiredService<Gate>().RunAsync(context.RequestServices.GetRequiredService<DropHeldForm>(), new DropHeldForm.Request(done), null, context.RequestAborted);
        }
    }

    /// <summary>Draws the page as if the kept form had just been sent; the Gate says what it is told to say and does nothing.</summary>
    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        var asked = new OpenHeldForm.Request(CodeOf(context));
        if (!(await context.RequestServices.GetRequiredService<Gate>().RunAsync(context.RequestServices.GetRequiredService<OpenHeldForm>(), asked, null, context.RequestAborted)).Try(out var held, out _)
            || !string.Equals(HeldContent.PathOf(held.Page), context.Request.Path, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        context.RequestServices.GetRequiredService<CommandContext>().OnlyShow = HeldFormProblems.Shown(held.Asked, held.Fields.ContainsKey(HeldContent.Files));
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Form = HeldContent.FormOf(held.Fields);
        context.Features.Set<IAntiforgeryValidationFeature>(new Fits());
        await next(context);
    }

    private static async Task<Kept?> HoldAsync(HttpContext context, bool asked)
    {
        var feature = context.Features.Get<IAntiforgeryValidationFeature>();
        // the framework forbids reading a form whose token does not fit; it is read only to be shown to who sent it
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        context.Features.Set(feature);
        var (fields, actor) = (HeldContent.Of(form), context.RequestServices.GetRequiredService<CurrentActor>().Actor);
        var owner = actor.IsSignedIn ? actor.Id : form[FormPage.ByField].ToString() is { Length: > 0 } typist ? typist : null;
        // without a name a staff page's form would be shown to whoever signs in next on this machine
        if (owner is null && Surfaces.Of(context.Request.Path) != Surface.Citizen || fields.Count == 0) return null;
        var request = new KeepForm.Request(context.Request.Path + WithoutTicket(context), fields, owner, asked, CodeOf(context));
        if (!(await context.RequestServices.GetRequiredService<Gate>().RunAsync(context.RequestServices.GetRequiredService<KeepForm>(), request, null, context.RequestAborted)).Try(out var reply, out _)) return null;
        var ticket = TicketOf(context, reply.Code, reply.Until);
        return new(AddressOf(request.Page, ticket), ticket, owner);
    }

    private static string WithoutTicket(HttpContext context) => QueryString.Create(context.Request.Query.Where(q => q.Key != Query)).ToString();

    internal static string AddressOf(string page, string ticket) => page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query + "=" + Uri.EscapeDataString(ticket);

    /// <summary>The code in an address: sealed, so that what stays in a browser's history is worth nothing once the form is gone.</summary>
    internal static string TicketOf(HttpContext context, string code, DateTimeOffset until)
        => context.RequestServices.GetRequiredService<TimedSeal>().Close(Purpose, code, until - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    internal static string? CodeIn(HttpContext context, string? ticket) => context.RequestServices.GetRequiredService<TimedSeal>().Open(Purpose, ticket);

    private static string? CodeOf(HttpContext context) => context.Request.Query[Query].ToString() is { Length: > 0 } ticket ? CodeIn(context, ticket) : null;

    private static bool SignedIn(HttpContext context) => context.RequestServices.GetRequiredService<CurrentActor>().Actor.IsSignedIn;

    private static string SignIn(HttpContext context, string address)
        => (Surfaces.Of(context.Request.Path) == Surface.Citizen ? "/me/sign-in?over=1&returnUrl=" : "/sign-in?returnUrl=") + Uri.EscapeDataString(address);

    private static bool IsSignIn(string location)
        => (Uri.TryCreate(location, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal) ? url.AbsolutePath : location.Split('?')[0]) is "/sign-in" or "/me/sign-in";

    /// <summary>A foreign page may not fill our forms: what it sends is refused as before.</summary>
    /// <summary>The browser says so; who says nothing may be another site acting with our cookie, and is refused like any bad token.</summary>
    private static bool FromHere(HttpContext context) => context.Request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site is "same-origin" or "none"
        : Uri.TryCreate(context.Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == context.Request.Host.Value;

    private sealed record Kept(string Address, string Ticket, string? Owner);

    private sealed class Fits : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;

        public Exception? Error => null;
    }
}
