namespace Anmin.Bench;

/// <param name="Root">The project's folder.</param>
/// <param name="Work">Temporary; bench/run removes it.</param>
/// <param name="Postgres">Connection string of a private server with fsync on; null where there is none.</param>
internal sealed record Settings(string Root, string Work, string? Postgres, bool Quick, bool Full, string? Only)
{
    /// <summary>Whether this case of a bench is asked for: <c>bench/run journal.verify</c> runs that one alone.</summary>
    public bool Wants(string part) => Only is null || Only == part;

    public int Rounds => Quick ? 3 : 5;

    public static Settings Read(bool quick, bool full, string? only)
    {
        var work = Environment.GetEnvironmentVariable("ANMIN_BENCH_WORK") is { Length: > 0 } given ? given : Directory.CreateTempSubdirectory("anmin-bench-").FullName;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Anmin.slnx"))) root = root.Parent;
        return new(root?.FullName ?? Directory.GetCurrentDirectory(), work, Environment.GetEnvironmentVariable("ANMIN_BENCH_POSTGRES"), quick, full, only);
    }
}
