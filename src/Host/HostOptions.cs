namespace Anmin.Host;

/// <summary>What the command line, or a test, says about where and how to run.</summary>
public sealed record HostOptions
{
    /// <summary>SQLite file, keys and uploads.</summary>
    public string Data { get; init; } = "data";

    /// <summary>PostgreSQL connection string; SQLite in <see cref="Data"/> where empty.</summary>
    public string? Database { get; init; }

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Folder of the city pack that an empty database is filled from.</summary>
    public string Pack { get; init; } = PackPlaces.Default;

    /// <summary>Invented cases where the database is empty; implies <see cref="Personas"/>.</summary>
    public bool Demo { get; init; }

    /// <summary>The sign-in page offers one button per persona. Never where real people are served.</summary>
    public bool Personas { get; init; }

    public bool Json { get; init; }

    /// <summary>Sealing, delivery and the other recurring jobs run in this process.</summary>
    public bool Jobs { get; init; } = true;

    /// <summary>Structured log on standard error.</summary>
    public bool Log { get; init; }

    /// <summary>Looks only: creates no folder, no key file, no database.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>SQLite only; OFF while an empty database is filled with invented data.</summary>
    public string Synchronous { get; init; } = "FULL";

    public bool OffersPersonas => Demo || Personas;

    public string KeyFile => Path.Combine(Data, "keys", "personal.json");

    public string SqliteFile => Path.Combine(Data, "anmin.db");
}
