namespace Anmin.Identity.SignIn;

/// <summary>Where to go after signing in: only inside this site, whatever the link says.</summary>
internal static class ReturnUrl
{
    /// <returns>The path when it is one of ours, else <paramref name="otherwise"/>.</returns>
    public static string Local(string? url, string otherwise)
        => url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(c => char.IsControl(c) || c == '\\')
           && !url.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) ? url : otherwise;
}
