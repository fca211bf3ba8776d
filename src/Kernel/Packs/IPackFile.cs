using Anmin.Kernel.Data;

namespace Anmin.Kernel.Packs;

/// <summary>
/// One kind of file a city pack may hold. Modules register theirs in DI as singletons that need nothing from the container:
/// <c>pack check</c> makes them without a database. For a plain table use <see cref="TablePackFile{T}"/>.
/// </summary>
public interface IPackFile
{
    /// <summary>A CSV in the pack's folder, e.g. <c>vehicles.csv</c>.</summary>
    string FileName { get; }

    /// <summary>Files are loaded in this order: pack.json 0, divisions 10, holidays 20, rules 30, numbering 40, templates 50; institutions 100, what refers to them later.</summary>
    int Order { get; }

    /// <summary>At least one pack of the chain must hold the file.</summary>
    bool Required => false;

    IReadOnlyList<PackColumn> Columns { get; }

    /// <summary>What single cells cannot show. Cells and keys were checked before; rows with a bad cell are among these, so read with care.</summary>
    void Check(IReadOnlyList<PackRow> rows, PackCheck check);

    /// <summary>Makes the tables say what the rows say, tracked in <paramref name="db"/> and not saved: the loader saves, a diff forgets.</summary>
    Task<PackChanges> ApplyAsync(AnminDb db, IReadOnlyList<PackRow> rows, PackScope scope, CancellationToken ct);
}

/// <summary>For whom and when a pack is applied.</summary>
/// <param name="Chain">Base first, the city last.</param>
/// <param name="Today">In the city.</param>
public sealed record PackScope(IReadOnlyList<PackProfile> Chain, DateOnly Today, DateTimeOffset Now)
{
    public PackProfile City => Chain[^1];

    /// <summary>Rows of another file of the chain, where one file's rows need a fact of another's.</summary>
    public Func<string, IReadOnlyList<PackRow>> RowsOf { get; init; } = _ => [];

    /// <summary>Whether this pack, with its base, speaks for the division: the city with all below it, and all above county level.</summary>
    public bool Owns(string division) => division.StartsWith(City.Division, StringComparison.Ordinal) || City.Division == "0" || City.Division.StartsWith(division, StringComparison.Ordinal) || division == "0";
}

public enum PackAct
{
    Added,
    Changed,
    Retired,
    Removed,
}

/// <param name="Column">Null for a row added or removed whole.</param>
public sealed record PackDifference(PackAct Act, string Key, string? Column = null, string? Old = null, string? New = null);

/// <summary>What applying one file did or would do.</summary>
public sealed class PackChanges
{
    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Gone from the pack, marked as no longer in force.</summary>
    public int Retired { get; set; }

    /// <summary>Gone from the pack and from the database.</summary>
    public int Removed { get; set; }

    /// <summary>Gone from the pack, left as it is.</summary>
    public int Kept { get; set; }

    public List<PackDifference> Differences { get; } = [];

    public bool Any => Added + Changed + Retired + Removed > 0;
}
