using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Clients;

/// <summary>Addresses of other systems. They are compared as written, letter by letter, so only one way of writing is taken.</summary>
internal static class ClientAddresses
{
    public const int Most = 10;
    public const int Longest = 500;

    /// <summary>One a line. Empty lines and repeats fall away.</summary>
    public static Outcome<IReadOnlyList<string>> ReadAll(IEnumerable<string>? texts, string field)
    {
        var all = (texts ?? []).SelectMany(t => t.Split('\n')).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > Most) return ClientProblems.TooManyAddresses(field);
        foreach (var text in all)
            if (Refusal(text, field) is { } problem) return problem;
        return all;
    }

    /// <summary>Null where the address may be registered.</summary>
    public static Problem? Refusal(string text, string field)
    {
        if (text.Length > Longest || text.Any(c => c is <= ' ' or >= (char)127 or '\\' or '"' or '<' or '>' or '\'')) return ClientProblems.BadAddress(field, Short(text));
        if (text.Contains('*')) return ClientProblems.Wildcard(field);
        if (text.Contains('#')) return ClientProblems.Fragment(field);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0) return ClientProblems.BadAddress(field, Short(text));
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) return ClientProblems.NotHttps(field, Short(text));
        // what a browser would write differently would never compare equal: upper case, dot segments, a default port
        return uri.AbsoluteUri == text || uri.AbsoluteUri == text + "/" ? null : ClientProblems.BadAddress(field, Short(text));
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
