namespace Anmin.Host;

/// <summary>Finds city packs: a folder as given, or a name beneath <c>packs</c> beside the binary or above it.</summary>
public static class PackPlaces
{
    public const string DefaultName = "suqian";

    public static string Default => Find(DefaultName) ?? Path.Combine("packs", DefaultName);

    /// <returns>The folder, or null where there is none of that name.</returns>
    public static string? Find(string given)
    {
        if (Directory.Exists(given)) return Path.GetFullPath(given);
        if (given.IndexOfAny(['/', '\\']) >= 0) return null;
        return Roots().Select(root => Path.Combine(root, "packs", given)).FirstOrDefault(Directory.Exists);
    }

    private static IEnumerable<string> Roots()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) yield return at.FullName;
        yield return Directory.GetCurrentDirectory();
    }
}
