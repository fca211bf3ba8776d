using Anmin.Identity.Entering;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Anmin.Identity.Outside;

/// <summary>The way to the outside provider and back.</summary>
internal sealed class OutsideRoutes(OutsideProvider provider, OutsideDocuments documents, OutsideProof proof, Gate gate, CurrentActor current, IDataProtectionProvider protection, LinkOutside link, SignInFromOutside enter, TimeProvider clock, ILogger<OutsideRoutes> log)
{
    public const string StartPath = "/sign-in/outside";
    public const string LinkPath = "/work/me/outside/go";
    public const string CallbackPath = "/sign-in/outside/callback";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StartPath, (HttpContext http, OutsideRoutes route) => route.StartAsync(http, null)).ExcludeFromDescription();
        routes.MapGet(LinkPath, (HttpContext http, OutsideRoutes route) => route.LinkAsync(http)).ExcludeFromDescription();
        routes.MapGet(CallbackPath, (HttpContext http, OutsideRoutes route) => route.BackAsync(http)).ExcludeFromDescription();
    }

    /// <summary>Only from our own page, where the person pressed the button: a foreign page cannot write the word that goes with it.</summary>
    private Task<IResult> LinkAsync(HttpContext http)
    {
        var word = http.Request.Query["word"].ToString();
        return current.Actor.IsSignedIn && OutsideWord.Holds(protection, current.Actor.Id, word, clock.GetUtcNow()) ? StartAsync(http, current.Actor.Id) : Task.FromResult(Refuse(OutsideProblems.Failed));
    }

    private async Task<IResult> StartAsync(HttpContext http, string? linking)
    {
        if (!provider.IsOn) return Refuse(OutsideProblems.Off);
        try
        {
            var (document, _) = await documents.ReadAsync(null, http.RequestAborted);
            var ticket = OutsideTicket.Draw(ReturnUrl.Local(http.Request.Query["returnUrl"], "/work"), linking, clock.GetUtcNow());
            ticket.Give(http, protection);
            return Results.Redirect(QueryHelpers.AddQueryString(document.Authorize!, new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = provider.ClientId,
                ["redirect_uri"] = proof.RedirectUri,
                ["scope"] = "openid",
                ["state"] = ticket.State,
                ["nonce"] = ticket.Nonce,
                ["code_challenge"] = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(ticket.Verifier))),
                ["code_challenge_method"] = "S256",
            }));
        }
        catch (OutsideException e)
        {
            return Refuse(e);
        }
    }

    private async Task<IResult> BackAsync(HttpContext http)
    {
        var ticket = OutsideTicket.Take(http, protection, clock.GetUtcNow());
        if (!provider.IsOn) return Refuse(OutsideProblems.Off);
        var query = http.Request.Query;
        if (ticket is null || query["state"] is not [{ } state] || !ticket.IsStateOf(state) || query["code"] is not [{ Length: > 0 and < 4000 } code] || query.ContainsKey("error")) return Refuse(OutsideProblems.Failed);
        try
        {
            var (document, _) = await documents.ReadAsync(null, http.RequestAborted);
            if (query["iss"] is [var iss] ? iss != provider.Issuer : document.NamesItself) throw new OutsideException("iss");
            var subject = await proof.SubjectAsync(code, ticket, http.RequestAborted);
            return ticket.Linking is { } who ? await LinkedAsync(http, who, subject) : await EnteredAsync(http, subject, ticket.ReturnUrl);
        }
        catch (OutsideException e)
        {
            return Refuse(e);
        }
    }

    private async Task<IResult> LinkedAsync(HttpContext http, string who, string subject)
        => (await gate.RunAsync(link, new LinkOutside.Request(who, subject), ct: http.RequestAborted)).Problem is { } problem ? Refuse(problem) : Results.Redirect("/work/me/outside?linked=1");

    private async Task<IResult> EnteredAsync(HttpContext http, string subject, string returnUrl)
    {
        var outcome = await gate.RunAsync(enter, new SignInFromOutside.Request(subject), ct: http.RequestAborted);
        if (!outcome.Try(out var entered, out var problem)) return Refuse(problem);
        if (entered.Step == EntryStep.Refused) return Refuse(OutsideProblems.Shut);
        if (entered.Session is { } session) await SessionCookie.BeginAsync(http, session);
        else HalfwayCookie.Give(http, entered.Halfway!);
        return Results.Redirect(entered.Session is not null ? returnUrl : EntryWay.PathOf(entered.Step, returnUrl));
    }

    private IResult Refuse(OutsideException e)
    {
        log.LogWarning("Outside sign-in refused at {Step}", e.Message);
        return Refuse(OutsideProblems.Failed);
    }

    private static IResult Refuse(Problem problem) => Results.Redirect("/sign-in/refused?why=" + problem.Code);
}

/// <summary>Proof that the person asked for a link on our own page: bound to them, for five minutes.</summary>
internal static class OutsideWord
{
    public static string Draw(IDataProtectionProvider protection, string staffId, DateTimeOffset now) => Protector(protection, staffId).Protect(now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static bool Holds(IDataProtectionProvider protection, string staffId, string word, DateTimeOffset now)
    {
        try
        {
            return word.Length is > 0 and < 500 && now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(Protector(protection, staffId).Unprotect(word), System.Globalization.CultureInfo.InvariantCulture)) < TimeSpan.FromMinutes(5);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static IDataProtector Protector(IDataProtectionProvider protection, string staffId) => protection.CreateProtector("identity.outside.word", staffId);
}
