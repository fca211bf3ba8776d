using Anmin.Funeral.Cases;
namespace Anmin.Funeral.Evidence;

internal enum EvidenceKind
{
    /// <summary>居民死亡医学证明（推断）书，第四联（殡葬联）：17位编号。</summary>
    MedicalCertificate,
    /// <summary>公安机关证明：非正常死亡、身份不明。</summary>
    PoliceCertificate,
    /// <summary>人民法院宣告死亡判决书。</summary>
    CourtDeclaration,
    /// <summary>执行死刑通知。</summary>
    ExecutionNotice,
}

/// <summary>A paper that proves the death; each is consumed once, by constraint.</summary>
internal sealed class DeathEvidence
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string Number { get; init; }

    public required string Issuer { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>4 = the funeral copy; police and court papers 0.</summary>
    public int CopyNumber { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }

    public required string AttachedBy { get; init; }

    public static string Label(EvidenceKind kind) => kind switch
    {
        EvidenceKind.MedicalCertificate => "居民死亡医学证明（推断）书第四联",
        EvidenceKind.PoliceCertificate => "公安机关死亡证明",
        EvidenceKind.CourtDeclaration => "宣告死亡判决书",
        _ => "执行死刑通知书",
    };
}

/// <summary>A stop on everything that cannot be undone.</summary>
internal sealed class CaseHold
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required HoldKind Kind { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required string PlacedBy { get; init; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedBy { get; private set; }

    public string? LiftReason { get; private set; }

    public void Lift(string by, string reason, DateTimeOffset now) => (LiftedAt, LiftedBy, LiftReason) = (now, by, reason);
}
