namespace Anmin.Identity.Entering;

/// <summary>Addresses on the way in, with the page that was asked for.</summary>
internal static class EntryWay
{
    public static string Query(string? returnUrl) => SignIn.ReturnUrl.Local(returnUrl, "") is { Length: > 0 } asked ? "?returnUrl=" + Uri.EscapeDataString(asked) : "";

    /// <summary>Where the next proof is given.</summary>
    public static string PathOf(EntryStep step, string? returnUrl) => step switch
    {
        EntryStep.Code => "/sign-in/code" + Query(returnUrl),
        EntryStep.NewPassword => "/sign-in/password" + Query(returnUrl),
        EntryStep.Enrol => "/sign-in/enrol" + Query(returnUrl),
        _ => "/sign-in" + Query(returnUrl),
    };
}
