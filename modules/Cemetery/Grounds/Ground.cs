using Anmin.Kernel.Packs;

namespace Anmin.Cemetery.Grounds;

/// <summary>公益性, 经营性, 农村公益性: decides how prices are managed, who may rest here and which stones may stand.</summary>
public enum GroundNature
{
    PublicWelfare,
    Commercial,
    RuralPublicWelfare,
}

/// <summary>墓园: what an institution with graves or niches is by its approval. From grounds.csv; its id is the institution's.</summary>
internal sealed class Ground
{
    public required string Id { get; init; }

    public required GroundNature Nature { get; set; }

    /// <summary>Divisions whose people may rest here, separated by blanks; empty for everybody. Of a village's ground its own people only.</summary>
    public string ServiceArea { get; set; } = "";

    /// <summary>Number of the approval.</summary>
    public string? Approval { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public string? Note { get; set; }

    public bool Retired { get; set; }

    public bool Serves(string division) => ServiceArea.Length == 0 || ServiceArea.Split(' ').Any(d => division.StartsWith(d, StringComparison.Ordinal));
}

/// <summary>grounds.csv of a city pack.</summary>
internal static class GroundFile
{
    public static IPackFile File { get; } = new TablePackFile<Ground>("grounds.csv", 208,
        [
            PackColumn.Refers("institution", "institutions.csv").AsKey(), PackColumn.OneOf("nature", "public-welfare", "commercial", "rural-public-welfare"),
            PackColumn.Text("service_area", 120).Optional(), PackColumn.Text("approval", 100).Optional(), PackColumn.Date("opened_on").Optional(), PackColumn.Text("note", 200).Optional(),
        ],
        row => new Ground
        {
            Id = row["institution"],
            Nature = row["nature"] switch { "commercial" => GroundNature.Commercial, "rural-public-welfare" => GroundNature.RuralPublicWelfare, _ => GroundNature.PublicWelfare },
            ServiceArea = row["service_area"],
            Approval = row.TextOrNull("approval"),
            OpenedOn = row.DateOrNull("opened_on"),
            Note = row.TextOrNull("note"),
        })
    {
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (ground, _) => !ground.Retired && (ground.Retired = true),
    };
}
