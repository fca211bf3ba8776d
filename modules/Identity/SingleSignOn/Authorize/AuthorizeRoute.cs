using Anmin.Identity.Clients;
using Anmin.Identity.Sessions;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>The front door for other systems: whoever is signed in goes back with a code, whoever is not signs in first.</summary>
internal sealed class AuthorizeRoute(ClientBook clients, SiteAddress site, TokenMint mint, GrantCode grant, FindConsent consents, Gate gate, CurrentSession present, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Path = "/connect/authorize";
    private const string AskedField = "asked";
    private static readonly TimeSpan AskedLife = TimeSpan.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, AuthorizeRoute route) => route.AnswerAsync(http)).ExcludeFromDescription();
        // a form of another site does not carry our cookie, so the same question is asked again as a GET
        routes.MapPost(Path, async (HttpContext http) => await SentForm.ReadAsync(http) is { } form
            ? Results.Redirect(QueryHelpers.AddQueryString(Path, form))
            : Results.Redirect("/connect/refused")).DisableAntiforgery().ExcludeFromDescription();
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (AuthorizeRequest.Address(http.Request.Query, clients) is not { } address) return Results.Redirect("/connect/refused");
        var (request, error) = address.Read(http.Request.Query.ToDictionary(p => p.Key, p => p.Value));
        if (error is not null) return Results.Redirect(request.Refuse(site.Issuer, error));
        var session = present.Session;
        if (session is null || !await IsProvedAsync(http, request, session))
            return request.Silent ? Refuse(request, "login_required", "The person has to sign in.") : SignInFirst(http, request);
        var agreed = request.Client.FirstParty || (await gate.RunAsync(consents, new FindConsent.Request(request.Client.Id), ct: http.RequestAborted)) is { Value: { } given } && request.Scopes.All(given.Scopes.Contains);
        if (!agreed || (request.Prompt.Contains("consent") && !JustAsked(http, request)))
            return request.Silent ? Refuse(request, "consent_required", "The person has to agree first.") : Results.Redirect("/connect/consent" + WithAsked(http, request));
        return await GrantAsync(http, request, session);
    }

    private async Task<IResult> GrantAsync(HttpContext http, AuthorizeRequest request, Session session)
    {
        var outcome = await gate.RunAsync(grant, new GrantCode.Request(request, session), ct: http.RequestAborted);
        return outcome.Try(out var given, out _) ? Results.Redirect(request.Back(site.Issuer, ("code", given.Code))) : Refuse(request, "server_error", "Please try again.");
    }

    private async Task<bool> IsProvedAsync(HttpContext http, AuthorizeRequest request, Session session)
    {
        if (request.Hint is { } hint && await mint.SubjectOfHintAsync(hint, request.Client.Id) != session.StaffId) return false;
        if (request.ProveAnew) return Asked(http, request) is { } asked && session.ProvedAt >= asked;
        return request.MaxAge is not { } age || session.ProvedAt.AddSeconds(age) >= clock.GetUtcNow();
    }

    private IResult Refuse(AuthorizeRequest request, string code, string why) => Results.Redirect(request.Refuse(site.Issuer, new(code, why)));

    /// <summary>Back here afterwards by a page of its own: a browser holds a form's whole chain of redirects to <c>form-action 'self'</c>.</summary>
    private IResult SignInFirst(HttpContext http, AuthorizeRequest request)
        => Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString("/connect/onward" + WithAsked(http, request)));

    /// <summary>The request as it came, with the moment it first did: what "anew" is measured from. Only we can write that moment.</summary>
    private string WithAsked(HttpContext http, AuthorizeRequest request)
    {
        var sent = http.Request.Query.Where(p => p.Key != AskedField).Append(new(AskedField, new StringValues(Protector(request).Protect(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        return Asked(http, request) is null ? QueryHelpers.AddQueryString("", sent) : http.Request.QueryString.Value!;
    }

    private DateTimeOffset? Asked(HttpContext http, AuthorizeRequest request)
    {
        if (http.Request.Query[AskedField] is not [{ Length: > 0 and < 500 } text]) return null;
        try
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Protector(request).Unprotect(text), System.Globalization.CultureInfo.InvariantCulture));
            return clock.GetUtcNow() - at < AskedLife ? at : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The person has just said yes on the consent page of this very request.</summary>
    private bool JustAsked(HttpContext http, AuthorizeRequest request) => http.Request.Query.ContainsKey(ConsentPage.AgreedField) && Asked(http, request) is not null;

    /// <summary>Bound to client, address and challenge, so that it serves no other request.</summary>
    private IDataProtector Protector(AuthorizeRequest request) => protection.CreateProtector("identity.sso.asked", request.Client.Id, request.RedirectUri, request.Challenge);
}
