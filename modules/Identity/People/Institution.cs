namespace Anmin.Identity.People;

/// <summary>A place where people work, as the city pack names it.</summary>
internal sealed class Institution
{
    public required string Id { get; init; }

    public required string Kind { get; set; }

    public required string Name { get; set; }

    public required string Division { get; set; }

    public string Address { get; set; } = "";

    /// <summary>The institution's public number, not a person's.</summary>
    public string Phone { get; set; } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string Hours { get; set; } = "";

    public string Code { get; set; } = "";

    /// <summary><c>public</c> or <c>invented</c>.</summary>
    public string Provenance { get; set; } = "";

    /// <summary>The paper a public name was taken from, or what was invented.</summary>
    public string Source { get; set; } = "";

    /// <summary>Entered here by an administrator; a pack leaves it alone.</summary>
    public bool Local { get; init; }

    /// <summary>False once closed: its name stays on old records, nobody is appointed there.</summary>
    public bool Active { get; set; } = true;
}
