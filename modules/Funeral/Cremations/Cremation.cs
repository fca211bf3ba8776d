using Anmin.Funeral.Cases;

namespace Anmin.Funeral.Cremations;

/// <summary>经办人签名的确认书: what was chosen for this person, and what was confirmed before it.</summary>
internal sealed class FuneralContract
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Disposition Disposition { get; set; }

    /// <summary>The handler who signed; the opinion's own id where nobody of the family did.</summary>
    public required Guid SignedBy { get; set; }

    /// <summary>民政意见 that stands in the family's place; null where the family signed.</summary>
    public Guid? OpinionId { get; set; }

    public required DateTimeOffset SignedAt { get; set; }

    public required string RecordedBy { get; set; }

    /// <summary>How the family wants the bones handled, confirmed before ignition (complaint c.1 C8).</summary>
    public string Wishes { get; set; } = "";

    /// <summary>Before this instant the waiting rule forbids cremation.</summary>
    public required DateTimeOffset EarliestAt { get; set; }

    /// <summary>By the rule cremation.deadline of the day.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Kept only where a lawful burial needs it.</summary>
    public string? Ethnicity { get; set; }

    /// <summary>From the opinion back to the family.</summary>
    public void TakeBack(DeathCase.Choice choice, string by, DateTimeOffset now)
    {
        (OpinionId, Disposition, SignedBy, SignedAt, RecordedBy) = (null, choice.Disposition, choice.SignedBy, now, by);
        (Wishes, EarliestAt, DueAt, Ethnicity) = (choice.Wishes, choice.EarliestAt, choice.DueAt, choice.Ethnicity);
    }
}

/// <summary>Two operators, one tag, one furnace. Checks and triggers of the table repeat what the entity demands (invariant I2).</summary>
internal sealed class Cremation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid ContractId { get; init; }

    public required Guid EvidenceId { get; init; }

    public required string Institution { get; init; }

    public required string Cremator { get; init; }

    public required string FirstOperator { get; init; }

    public required string SecondOperator { get; init; }

    /// <summary>The tag as each of them scanned it.</summary>
    public required string FirstScan { get; init; }

    public required string SecondScan { get; init; }

    public required DateTimeOffset EarliestAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string? FinishedBy { get; private set; }

    public void Finish(string by, DateTimeOffset now) => (FinishedBy, FinishedAt) = (by, now);
}

/// <summary>火化证明, one row a version. Its number is never used again; one that is no longer valid names its successor (invariant I11).</summary>
internal sealed class CremationCertificate
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid CremationId { get; init; }

    public required string Number { get; init; }

    public required int Edition { get; init; }

    public CertificateStatus Status { get; private set; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public Guid? SuccessorId { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    public string? EndedBy { get; private set; }

    public void ReplaceBy(CremationCertificate successor, string reason, string by, DateTimeOffset now)
        => (Status, SuccessorId, EndReason, EndedBy, EndedAt) = (CertificateStatus.Replaced, successor.Id, reason, by, now);

    public void Void(string reason, string by, DateTimeOffset now)
        => (Status, EndReason, EndedBy, EndedAt) = (CertificateStatus.Voided, reason, by, now);

    /// <summary>A void certificate is followed by the corrected one.</summary>
    public void Follow(CremationCertificate successor) => SuccessorId = successor.Id;
}
