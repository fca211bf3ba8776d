namespace Anmin.Testing;

/// <summary>The sources these tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Anmin.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("No Anmin.slnx above " + AppContext.BaseDirectory);
    }
}
