namespace Anmin.Kernel.Actors;

/// <summary>
/// Which rows a person may reach with one permission: everything, divisions with all below them, institutions, what an institution
/// or the person themself opened, what is assigned to them, or several of these together. Division codes are in significant-digit form
/// (nation 0, province 2, city 4, county 6, town 9, village 12 digits), so that "below" is "starts with".
/// </summary>
public sealed class DataScope : IEquatable<DataScope>
{
    /// <summary>How many divisions, none below another, one permission may reach. The query filter has that many places.</summary>
    public const int MostDivisions = 2;

    private DataScope()
    {
    }

    public bool All { get; private init; }

    /// <summary>At most <see cref="MostDivisions"/>, none below another.</summary>
    public IReadOnlyList<string> Divisions { get; private init; } = [];

    /// <summary>Institutions whose rows are reached.</summary>
    public IReadOnlyList<string> Institutions { get; private init; } = [];

    /// <summary>Institutions whose people opened the row, wherever it went since.</summary>
    public IReadOnlyList<string> Origins { get; private init; } = [];

    /// <summary>Id of the person who opened the row.</summary>
    public string? Opener { get; private init; }

    /// <summary>Id of the person whom the row is assigned to.</summary>
    public string? Assignee { get; private init; }

    public static DataScope Nothing { get; } = new();

    public static DataScope Everything { get; } = new() { All = true };

    public static DataScope Below(string division) => division == "0" ? Everything : new() { Divisions = [division] };

    public static DataScope Of(string institution) => new() { Institutions = [institution] };

    public static DataScope OpenedAt(string institution) => new() { Origins = [institution] };

    public static DataScope OpenedBy(string person) => new() { Opener = person };

    public static DataScope AssignedTo(string person) => new() { Assignee = person };

    /// <summary>Both together, of one person. Of more divisions than there are places the widest stay: less is seen, never more.</summary>
    public DataScope Or(DataScope other)
    {
        if (All || other.All) return Everything;
        return new()
        {
            Divisions = Widest([.. Divisions, .. other.Divisions]),
            Institutions = Together(Institutions, other.Institutions),
            Origins = Together(Origins, other.Origins),
            Opener = Opener ?? other.Opener,
            Assignee = Assignee ?? other.Assignee,
        };
    }

    public bool Equals(DataScope? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as DataScope);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Canonical: equal scopes read alike.</summary>
    public override string ToString()
        => All ? "all" : string.Join(' ', [.. Divisions.Select(d => "division:" + d), .. Institutions.Select(i => "institution:" + i), .. Origins.Select(o => "origin:" + o), .. Opener is null ? Array.Empty<string>() : ["own:" + Opener], .. Assignee is null ? Array.Empty<string>() : ["assigned:" + Assignee]]);

    /// <summary>What <see cref="ToString"/> wrote, for work that goes on with the reach of the moment it was asked for.</summary>
    /// <exception cref="FormatException">It is no scope; nothing is reached by mistake.</exception>
    public static DataScope Parse(string text) => text == "all" ? Everything : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Nothing, (sum, word) => sum.Or(word.Split(':', 2) switch
    {
        ["division", { Length: > 1 } code] => Below(code),
        ["institution", var id] => Of(id),
        ["origin", var id] => OpenedAt(id),
        ["own", var person] => OpenedBy(person),
        ["assigned", var person] => AssignedTo(person),
        _ => throw new FormatException("No data scope."),
    }));

    private static List<string> Widest(List<string> divisions)
        => [.. divisions.Distinct().Where(d => !divisions.Exists(o => o != d && d.StartsWith(o, StringComparison.Ordinal))).OrderBy(d => d.Length).ThenBy(d => d, StringComparer.Ordinal).Take(MostDivisions)];

    private static List<string> Together(IReadOnlyList<string> a, IReadOnlyList<string> b) => [.. a.Concat(b).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A row that belongs to a place, to whoever opened it and, once somebody has taken it on, to an institution.</summary>
public interface IOwnedByUnit
{
    /// <summary>What an <see cref="Assignment"/> names.</summary>
    Guid Id { get; }

    string Division { get; }

    string? Institution { get; }

    /// <summary>Id of the person who opened it; null for the public.</summary>
    string? OpenedBy { get; }

    /// <summary>Institution of the person who opened it.</summary>
    string? Origin { get; }
}
