using Anmin.Cemetery.Rights;
using Anmin.Kernel.Packs;

namespace Anmin.Cemetery.Dossiers;

/// <summary>How often an item is asked for: of what in the right's life there must be one each.</summary>
internal enum ItemPer
{
    /// <summary>Once.</summary>
    Right,

    /// <summary>One for everybody who was laid to rest under the right; at least one where the place was given on a certificate.</summary>
    Person,

    /// <summary>Where the place was given on an exception.</summary>
    Exception,

    /// <summary>One for each renewal.</summary>
    Renewal,

    /// <summary>One for each time the right was passed on.</summary>
    NameChange,

    /// <summary>Where somebody was taken out again.</summary>
    Removal,

    /// <summary>Where the right has ended.</summary>
    Ending,

    /// <summary>Never missing.</summary>
    Free,
}

/// <summary>Which paper the platform made itself, so that no scan of it is needed. Of an old register it made none.</summary>
internal enum ItemShown
{
    None,
    Contract,
    Certificate,

    /// <summary>Somebody who died and was cremated in cases of this platform.</summary>
    Case,
}

/// <summary>One line of the checklist of 一墓一档, from the pack file dossier_items.csv.</summary>
internal sealed class DossierItem
{
    /// <summary>Code of the item; stands in <see cref="Dossier.Missing"/>.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Kinds of right it is for, separated by blanks; empty for all.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>Grounds of right (<see cref="RightBasis"/>) it is for, separated by blanks; empty for all.</summary>
    public string Bases { get; set; } = "";

    public required ItemPer Per { get; set; }

    public required ItemShown Shown { get; set; }

    public required bool Required { get; set; }

    /// <summary>Share in the score.</summary>
    public required int Weight { get; set; }

    public required int Place { get; set; }

    /// <summary>How long it is kept.</summary>
    public string Retention { get; set; } = "";

    public string Source { get; set; } = "";

    public bool IsFor(RightKind kind, RightBasis? basis)
        => (Kinds.Length == 0 || Kinds.Split(' ').Contains(kind.ToString())) && (Bases.Length == 0 || (basis is { } b && Bases.Split(' ').Contains(b.ToString())));

    public static IPackFile File { get; } = new TablePackFile<DossierItem>("dossier_items.csv", 230,
        [
            PackColumn.Code("code").AsKey(), PackColumn.Text("name", 60), PackColumn.Text("kinds", 120).And(t => Words<RightKind>(t)).Optional(), PackColumn.Text("bases", 200).And(t => Words<RightBasis>(t)).Optional(),
            PackColumn.OneOf("per", [.. Enum.GetNames<ItemPer>()]), PackColumn.OneOf("shown", [.. Enum.GetNames<ItemShown>()]), PackColumn.OneOf("required", "yes", "no"),
            PackColumn.Whole("weight", 0, 100), PackColumn.Whole("place", 1, 999), PackColumn.Text("retention", 120).Optional(), PackColumn.Text("source", 200),
        ],
        row => new DossierItem
        {
            Id = row["code"],
            Name = row["name"],
            Kinds = row["kinds"],
            Bases = row["bases"],
            Per = Enum.Parse<ItemPer>(row["per"]),
            Shown = Enum.Parse<ItemShown>(row["shown"]),
            Required = row["required"] == "yes",
            Weight = row.Whole("weight"),
            Place = row.Whole("place"),
            Retention = row["retention"],
            Source = row["source"],
        })
    { WhenGone = (_, _) => Vanished.Removed };

    private static string? Words<T>(string text) where T : struct, Enum
        => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => !Enum.IsDefined(typeof(T), w)) is { } unknown ? $"“{Short(unknown)}”不是{typeof(T).Name}的一种" : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
