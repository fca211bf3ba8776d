namespace Anmin.Kernel.Actors;

/// <summary>
/// Which rows a person may see: a division with everything below it, or one institution, or everything, or nothing.
/// Division codes are in significant-digit form (nation 0, province 2, city 4, county 6, town 9, village 12 digits),
/// so that "below" is "starts with".
/// </summary>
public readonly record struct DataScope
{
    private DataScope(bool all, string? division, string? institution) => (All, Division, Institution) = (all, division, institution);

    public bool All { get; }

    public string? Division { get; }

    public string? Institution { get; }

    public static DataScope Nothing => default;

    public static DataScope Everything => new(true, null, null);

    public static DataScope Below(string division) => division == "0" ? Everything : new(false, division, null);

    public static DataScope Of(string institution) => new(false, null, institution);
}

/// <summary>A row that belongs to a place and, once somebody has taken it on, to an institution.</summary>
public interface IOwnedByUnit
{
    string Division { get; }

    string? Institution { get; }
}
