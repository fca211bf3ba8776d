namespace Anmin.Ui.Forms;

/// <summary>One id for a field, from its form name or from a problem's <c>Field</c>: both give the same.</summary>
public static class FieldId
{
    private static readonly string[] Prefixes = ["Form.", "Input.", "Request."];

    public static string Of(string name)
    {
        var bare = Bare(name);
        return "f-" + string.Concat(bare.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).TrimEnd('-');
    }

    internal static bool Same(string? one, string other) => one is not null && string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name)
    {
        var prefix = Array.Find(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        return prefix is null ? name : name[prefix.Length..];
    }
}
