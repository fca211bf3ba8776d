namespace Anmin.Kernel.Data;

public enum DatabaseKind
{
    /// <summary>Embedded default: one machine, one file.</summary>
    Sqlite,
    /// <summary>The city's and the province's.</summary>
    Postgres,
}

/// <summary>Where the data are.</summary>
/// <param name="Folder">SQLite file, keys and uploads.</param>
public sealed record DatabaseSettings(DatabaseKind Kind, string ConnectionString, string Folder)
{
    /// <summary>SQLite only: FULL survives power loss; OFF is allowed while an empty database is filled with invented data.</summary>
    public string Synchronous { get; init; } = "FULL";
}
