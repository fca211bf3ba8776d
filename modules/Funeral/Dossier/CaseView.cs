using Anmin.Funeral.Cases;
using Anmin.Ui.Status;

namespace Anmin.Funeral.Dossier;

/// <summary>Everything the case page shows, personal data masked, staff and places by name.</summary>
internal sealed record CaseView(CaseHead Head, IReadOnlyList<CaseClock> Clocks, IReadOnlyList<CaseStep> Steps, IReadOnlyList<CaseTask> Tasks)
{
    public required CustodyView Custody { get; init; }

    public required IReadOnlyList<FactLine> Facts { get; init; }

    public required IReadOnlyList<HandlerLine> Handlers { get; init; }

    public required IReadOnlyList<PaperLine> Papers { get; init; }

    public required IReadOnlyList<AshesLine> Ashes { get; init; }

    public required IReadOnlyList<HoldLine> Holds { get; init; }

    public required IReadOnlyList<TwinLine> Twins { get; init; }

    public required IReadOnlyList<JournalLine> Journal { get; init; }

    /// <summary>Who asked for the case to be voided, and why; null when nobody has.</summary>
    public VoidLine? Void { get; init; }

    /// <summary>承办人: whose the case is at the home; null while nobody's.</summary>
    public string? Clerk { get; init; }

    public PickupLine? Pickup { get; init; }

    public ContractLine? Contract { get; init; }

    public Guid Id => Head.Id;

    public IReadOnlyList<CaseTask> Of(TaskSide side) => [.. Tasks.Where(t => t.Side == side)];
}

internal sealed record CaseHead(
    Guid Id, string Number, string Name, bool NameKnown, string Sex, int? Age, DateOnly? BirthDate, string IdLabel, string? IdMasked, CaseStatus Status, string StatusLabel, StatusShape Shape,
    bool Infectious, bool Unnatural, bool Unidentified, string? Institution, string InstitutionName, string Division, string PlaceName, string Source, DateTimeOffset ReportedAt, DateTimeOffset? DiedAt,
    bool IsOpen, string Disposition);

/// <param name="What">火化时限, 证明补齐.</param>
internal sealed record CaseClock(string What, DateTimeOffset From, DateTimeOffset Due);

internal sealed record CaseStep(string Name, DateTimeOffset? At, StepState State);

internal enum TaskSide { Family, Ours, Done }

/// <param name="Do">Value of <c>?do=</c>; empty where there is nothing to open.</param>
/// <param name="Waits">What it waits for, when it cannot be begun.</param>
internal sealed record CaseTask(TaskSide Side, string Title, string Who, string Do, DateTimeOffset? Due = null, DateTimeOffset? From = null, DateTimeOffset? DoneAt = null, string? Waits = null);

internal sealed record CustodyView(BodyPlace Body, string Place, string Custodian, DateTimeOffset Since, string? Tag, bool InHome, bool IsFinal, IReadOnlyList<CustodyLine> Lines, bool Unbroken);

/// <param name="Hash">Hash of the journal line, hexadecimal; the same on paper and on the family's page.</param>
internal sealed record CustodyLine(string Item, int Seq, DateTimeOffset At, string From, string To, string GivenBy, string TakenBy, string? Witness, string? Tag, string Hash);

/// <param name="Fact">What a correction would change; null where it is not a fact of the register.</param>
/// <param name="Reveal">Value of <c>?what=</c> for the audited look; null where nothing is hidden.</param>
internal sealed record FactLine(string Label, string Value, CaseFact? Fact = null, string? Reveal = null, string? Corrected = null);

internal sealed record HandlerLine(Guid Id, int Rank, string Name, string PhoneMasked, string Relation);

/// <summary>Evidence and certificates alike.</summary>
internal sealed record PaperLine(Guid Id, string Kind, string Number, string Issuer, DateTimeOffset At, StatusShape Shape, string Word, string? Note = null);

internal sealed record AshesLine(Guid Id, string Number, AshesStatus Status, string StatusLabel, string Place, DateTimeOffset Since, DateOnly? Until, DateTimeOffset? UnclaimedAt, string? Receiver);

internal sealed record HoldLine(Guid Id, HoldKind Kind, string Label, string Reason, DateTimeOffset PlacedAt, string PlacedBy, string PlacedById, DateTimeOffset? LiftedAt, string? LiftedBy);

/// <param name="Name">Masked where the other case is outside the reader's scope.</param>
internal sealed record TwinLine(Guid OtherId, string Number, string Name, string Sex, string Birth, string Died, string Why, string Verdict, bool Mine);

internal sealed record VoidLine(DateTimeOffset At, string By, string ById, string Reason, DateTimeOffset? ApprovedAt);

internal sealed record PickupLine(Guid Id, string Number, string Status, bool IsBooked, bool HasAddress, string Access, string? Note, DateTimeOffset RequestedAt, DateTimeOffset? EarliestAt, DateTimeOffset? DueAt, string? Vehicle, string? Crew);

internal sealed record ContractLine(Disposition Disposition, string Label, string SignedBy, DateTimeOffset SignedAt, string Wishes, DateTimeOffset EarliestAt, DateTimeOffset? DueAt);

/// <param name="Group">business, paper, custody or look.</param>
internal sealed record JournalLine(int Seq, DateTimeOffset At, string Actor, string? Post, string Act, string? Subject, string? Before, string? After, string? Note, string Group, string Hash);
