namespace Anmin.Identity.People;

/// <summary>Ids of what an administrator enters here. No pack has such a one, so a reload never meets it.</summary>
internal static class LocalId
{
    public static string New() => "local-" + Drawn();

    /// <summary>A person's, which stands in journals for good.</summary>
    public static string NewStaff() => "s-" + Drawn();

    private static string Drawn() => Guid.CreateVersion7().ToString("N")[^12..];
}
