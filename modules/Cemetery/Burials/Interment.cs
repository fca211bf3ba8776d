using Anmin.Kernel.Actors;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Burials;

public enum IntermentKind
{
    /// <summary>骨灰盒安葬、安放.</summary>
    Urn,

    /// <summary>可降解容器.</summary>
    Degradable,

    /// <summary>撒散, 海葬: nothing remains that could be moved.</summary>
    Scattered,

    /// <summary>遗体土葬.</summary>
    Body,

    /// <summary>寄存.</summary>
    Deposit,
}

/// <summary>
/// 安葬: one person's ashes (or a recorded part of them) in one position. Somebody rests in one place: by index on the container and on the person;
/// no more rest in a position than it has room for, by trigger (invariants I4, I5).
/// </summary>
internal sealed class Interment : IOwnedByUnit
{
    private Interment()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid PositionId { get; private init; }

    public Guid RightId { get; private init; }

    public IntermentKind Kind { get; private init; }

    public PersonName PersonName { get; private init; } = null!;

    public string Initials { get; private init; } = "";

    /// <summary>Null for old registers and unknown persons.</summary>
    public IdNumber? PersonId { get; private init; }

    public Guid? CaseId { get; private set; }

    /// <summary>Number of the container, where it was made by a home of this city.</summary>
    public string? Ashes { get; private init; }

    /// <summary>0 for the whole of the ashes, 1… for a recorded part.</summary>
    public int Part { get; private init; }

    public string? CremationCertificate { get; private init; }

    public DateOnly? DiedOn { get; private init; }

    /// <summary>Null where an old register does not say.</summary>
    public DateOnly? InterredOn { get; private init; }

    public string InterredBy { get; private init; } = "";

    public DateOnly? RemovedOn { get; private set; }

    /// <summary>迁葬, 起掘, 领取 …: why, and where to.</summary>
    public string? RemovedFor { get; private set; }

    public bool Rests => RemovedOn is null;

    public static Interment Of(Rights.PlotRight right, IntermentKind kind, PersonName person, IdNumber? id, Guid? caseId, string? ashes, int part, string? certificate, DateOnly? diedOn, DateOnly? interredOn, Actor by) => new()
    {
        Division = right.Division,
        Institution = right.Institution,
        OpenedBy = by.Id,
        Origin = by.Institution,
        PositionId = right.PositionId,
        RightId = right.Id,
        Kind = kind,
        PersonName = person,
        Initials = Pinyin.Initials(person.Text),
        PersonId = id,
        CaseId = caseId,
        Ashes = ashes,
        Part = part,
        CremationCertificate = certificate,
        DiedOn = diedOn,
        InterredOn = interredOn,
        InterredBy = by.Id,
    };

    public Outcome<Done> Remove(DateOnly on, string why)
    {
        if (RemovedOn is not null) return CemeteryProblems.RemovedAlready;
        if (Kind == IntermentKind.Scattered) return CemeteryProblems.NothingToMove;
        (RemovedOn, RemovedFor) = (on, why);
        return Done.It;
    }

    /// <summary>The colleague who saw it; never the one who recorded it.</summary>
    public string? Witness { get; private set; }

    /// <summary>合葬: how the person is related to who rests there already.</summary>
    public string? Relation { get; private set; }

    /// <summary>安葬证明 or 生态安葬证明: its number.</summary>
    public string? Proof { get; private set; }

    /// <summary>Ashes from elsewhere: what was shown, in words.</summary>
    public string? Remark { get; private set; }

    public void Attest(string witness, string? relation, string? proof, string? remark) => (Witness, Relation, Proof, Remark) = (witness, relation, proof, remark);

    /// <summary>Somebody compared an old register with a case and says they are about one person.</summary>
    public void Link(Guid caseId) => CaseId = caseId;
}
