namespace Anmin.Cemetery.Dossiers.Counting;

/// <summary>What a nightly recount found. Append-only.</summary>
internal sealed class DossierCount
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    public required int Counted { get; init; }

    /// <summary>Dossiers whose row differed from what was counted, and was mended.</summary>
    public required int Mended { get; init; }

    /// <summary>Ids of the first of them, for whoever looks into it.</summary>
    public required string First { get; init; }
}
