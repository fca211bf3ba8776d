namespace Anmin.Kernel.Packs;

/// <summary>A day that is not what its weekday says: a holiday, or a weekend worked in exchange (调休).</summary>
public sealed class CalendarDay
{
    public required DateOnly Date { get; init; }

    public required bool IsWorkday { get; set; }

    public required string Name { get; set; }
}

/// <summary>The text of a letter or certificate, with <c>{{placeholders}}</c>.</summary>
public sealed class Template
{
    public required string Name { get; init; }

    public required string Body { get; set; }
}

/// <summary>A pack this database was filled from.</summary>
public sealed class LoadedPack
{
    public required string Id { get; init; }

    public required string Division { get; set; }

    /// <summary>The pack.json as loaded.</summary>
    public required string Profile { get; set; }

    public DateTimeOffset LoadedAt { get; set; }
}

/// <summary>A key of ASP.NET Core data protection; kept here so that every node can read every cookie.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
