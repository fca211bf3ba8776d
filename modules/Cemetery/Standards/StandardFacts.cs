using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;

namespace Anmin.Cemetery.Standards;

/// <summary>The place as built. Sizes in whole centimetres and square centimetres; null where nobody measured.</summary>
internal sealed record PlotFacts(GroundNature Nature, SectionKind Kind, int Capacity, bool ForBody, int? AreaCm2, StoneKind Stone, int? StoneHeightCm, int? HardenedCm2);

/// <summary>The days of a contract or of a renewal, both included.</summary>
/// <param name="CareUntil">Last day of the maintenance paid at once; null for none.</param>
internal sealed record TermFacts(RightKind Kind, DateOnly From, DateOnly? Until, DateOnly CareFrom, DateOnly? CareUntil);

/// <summary>On what ground a place is given.</summary>
/// <param name="Age">Full years of a living person who is to rest there; null where unknown.</param>
internal sealed record BasisFacts(RightBasis Basis, int? Age = null);

/// <summary>Who is to rest there.</summary>
/// <param name="Serves">Whether the ground's approval covers the person's home; null where the home is not known.</param>
internal sealed record PersonFacts(GroundNature Nature, bool Limited, bool? Serves);

internal enum ChangeKind
{
    /// <summary>更名.</summary>
    Rename,

    /// <summary>继承.</summary>
    Inherit,

    /// <summary>转让.</summary>
    Transfer,
}

/// <summary>Everything known about a contract; what is null is not judged.</summary>
internal sealed record ContractFacts
{
    public PlotFacts? Plot { get; init; }

    public TermFacts? Term { get; init; }

    public BasisFacts? Basis { get; init; }

    public PersonFacts? Person { get; init; }

    public ChangeKind? Change { get; init; }
}
