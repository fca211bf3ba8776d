using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Dossiers.Filing;

internal enum FilingState
{
    /// <summary>Put forward by one, waits for the second look.</summary>
    Asked,
    Filed,
    SentBack,
}

/// <summary>归档: one says it is complete, or names what lacks and why; another looks and files it under an archive number, or sends it back.</summary>
internal sealed class DossierFiling
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public FilingState State { get; private set; }

    /// <summary>Codes as in <see cref="Dossier.Missing"/> when it was put forward.</summary>
    public required string Missing { get; init; }

    public string? Reason { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>档号.</summary>
    public string? Number { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? Answer { get; private set; }

    /// <summary>By the rule archive.retention of the day; null where there is none.</summary>
    public DateTimeOffset? RetainUntil { get; private set; }

    public Outcome<Done> File(string number, DateTimeOffset? until, string by, DateTimeOffset at)
    {
        if (Decided(by) is { } problem) return problem;
        (State, Number, RetainUntil, DecidedBy, DecidedAt) = (FilingState.Filed, number, until, by, at);
        return Done.It;
    }

    public Outcome<Done> SendBack(string why, string by, DateTimeOffset at)
    {
        if (Decided(by) is { } problem) return problem;
        (State, Answer, DecidedBy, DecidedAt) = (FilingState.SentBack, why, by, at);
        return Done.It;
    }

    private Problem? Decided(string by) => State != FilingState.Asked ? DossierProblems.NotAsked : by == AskedBy ? DossierProblems.TwoPersons : null;
}
