namespace Anmin.Ui.Frame;

/// <summary>For whom a page is drawn; the layouts cascade it, so that one component suits both.</summary>
public enum Surface
{
    /// <summary>便民服务端: large, calm, phone first.</summary>
    Citizen,
    /// <summary>工作端、监管端、管理端、门户: dense.</summary>
    Work,
    /// <summary>驾驶舱: the wall.</summary>
    Cockpit,
}

/// <summary>Which look a path has.</summary>
public static class Surfaces
{
    private static readonly string[] Staff = ["/work", "/admin", "/portal", "/watch", "/m"];

    public static Surface Of(string? path) => path switch
    {
        null => Surface.Citizen,
        _ when Under(path, "/cockpit") => Surface.Cockpit,
        _ when Staff.Any(root => Under(path, root)) => Surface.Work,
        _ => Surface.Citizen,
    };

    internal static string Name(this Surface surface) => surface switch
    {
        Surface.Work => "work",
        Surface.Cockpit => "cockpit",
        _ => "citizen",
    };

    internal static bool Under(string path, string root) =>
        path.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (path.Length == root.Length || path[root.Length] == '/');
}
