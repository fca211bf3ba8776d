using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Rights;

/// <summary>Held → Signed → Paid → Active → Ended; Held and Signed lapse or are cancelled. Renewal keeps Active.</summary>
public enum RightState
{
    /// <summary>留位, lapses at <see cref="PlotRight.LapsesAt"/>.</summary>
    Held,

    /// <summary>Contract signed; lapses where it is not paid by <see cref="PlotRight.LapsesAt"/>.</summary>
    Signed,
    Paid,

    /// <summary>The certificate of the right (安葬证, 骨灰安放证, 寄存证) was handed out.</summary>
    Active,
    Ended,
    Lapsed,
    Cancelled,
}

/// <summary>What a right is for: to be buried in a ground, to rest in a niche, or ashes left on deposit (寄存).</summary>
internal enum RightKind
{
    Grave,
    Niche,
    Eco,
    Deposit,
}

/// <summary>On what ground a place may be given: somebody's certificate, or an exception the law names.</summary>
public enum RightBasis
{
    CremationCertificate,
    DeathCertificate,

    /// <summary>健在配偶合葬.</summary>
    LivingSpouse,

    /// <summary>无子女老年人.</summary>
    ChildlessElder,

    /// <summary>高龄.</summary>
    Aged,

    /// <summary>危重.</summary>
    CriticallyIll,

    /// <summary>迁葬.</summary>
    Relocation,
    OtherSpecial,

    /// <summary>From an old register: what it rested on then is in the file, or is a gap of it.</summary>
    OldRegister,
}

internal enum RightEnding
{
    /// <summary>迁出.</summary>
    Relocated,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>Collected by the family (寄存).</summary>
    Collected,

    /// <summary>Term over and, after every notice the rules ask for, taken back.</summary>
    Reclaimed,

    /// <summary>Placed elsewhere by the ground as the law orders for unclaimed ashes.</summary>
    Disposed,
}

/// <summary>
/// 墓位使用权 / 格位使用权: one holder's right to one position. At most one that holds, signs, is paid or active per position, by unique index
/// (invariant I5); a hold lapses. Term and prepaid maintenance are dates, both included.
/// </summary>
internal sealed partial class PlotRight : JournalSubject, IOwnedByUnit
{
    private PlotRight()
    {
    }

    public override string SubjectKind => "cemetery.right";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid PositionId { get; private init; }

    public RightKind Kind { get; private init; }

    public RightState State { get; private set; }

    /// <summary>合同编号; null while only held.</summary>
    public string? Number { get; private set; }

    /// <summary>When a hold, or a signed and unpaid contract, gives the position back.</summary>
    public DateTimeOffset? LapsesAt { get; private set; }

    public DateTimeOffset HeldAt { get; private init; }

    /// <summary>购买人、持证人. Null for a hold that only knows a telephone.</summary>
    public PersonName? HolderName { get; private set; }

    /// <summary>First letters of the pinyin, for finding.</summary>
    public string? HolderInitials { get; private set; }

    public IdNumber? HolderId { get; private set; }

    public PhoneNumber? HolderPhone { get; private set; }

    public string? Relation { get; private set; }

    public RightBasis? Basis { get; private set; }

    /// <summary>Number of the certificate or of the evidence.</summary>
    public string? BasisNumber { get; private set; }

    /// <summary>Who checked what of a certificate from elsewhere, in words; the journal has their digest.</summary>
    public string? EvidenceNote { get; private set; }

    /// <summary>Makes the journal's digest of the words unguessable; goes with them when they are erased.</summary>
    public byte[]? EvidenceSalt { get; private set; }

    public Guid? CaseId { get; private set; }

    /// <summary>Who is to rest here.</summary>
    public PersonName? UserName { get; private set; }

    public string? UserInitials { get; private set; }

    public IdNumber? UserId { get; private set; }

    /// <summary>Second person who agreed to an exception; never the one who signed.</summary>
    public string? ApprovedBy { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string? SignedBy { get; private set; }

    public DateOnly? TermFrom { get; private set; }

    /// <summary>Last day of the term; null where there is none (eco burial without a mark).</summary>
    public DateOnly? TermUntil { get; private set; }

    /// <summary>Last day for which maintenance is paid.</summary>
    public DateOnly? CarePaidUntil { get; private set; }

    /// <summary>分 for the use of the position, by the list of the day; what the contract says.</summary>
    public long UseFen { get; private set; }

    /// <summary>分 for a year of maintenance, as the contract says.</summary>
    public long CareFenPerYear { get; private set; }

    /// <summary>Code of the price list of the contract.</summary>
    public string? PriceList { get; private set; }

    public Guid? BillId { get; private set; }

    /// <summary>证号; null before <see cref="RightState.Active"/>.</summary>
    public string? Certificate { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public RightEnding? Ending { get; private set; }

    /// <summary>有争议: nothing may be changed until it is lifted.</summary>
    public DateOnly? DisputedSince { get; private set; }

    /// <summary>Holds the position: the unique index counts these.</summary>
    public bool Holds => State is RightState.Held or RightState.Signed or RightState.Paid or RightState.Active;

    public List<RightTerm> Terms { get; } = [];

    /// <summary>留位: first thing anybody can have of a position. Refused by the index where somebody else was quicker.</summary>
    public static PlotRight Hold(Grounds.Position position, RightKind kind, PersonName? name, PhoneNumber? phone, DateTimeOffset lapsesAt, Actor by, DateTimeOffset now)
    {
        var right = new PlotRight
        {
            Division = position.Division,
            Institution = position.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            PositionId = position.Id,
            Kind = kind,
            State = RightState.Held,
            HeldAt = now,
            LapsesAt = lapsesAt,
            HolderName = name,
            HolderInitials = name is null ? null : Pinyin.Initials(name.Text),
            HolderPhone = phone,
        };
        right.Note("right.held", new { position.Code, lapsesAt });
        return right;
    }

    public bool HasLapsed(DateTimeOffset now) => State is RightState.Held or RightState.Signed && LapsesAt <= now;

    /// <summary>The position is free again. Nothing happens before the time.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        if (!HasLapsed(now)) return false;
        State = RightState.Lapsed;
        Note("right.lapsed", new { LapsesAt });
        return true;
    }

    public Outcome<Done> Cancel(string reason, DateTimeOffset now)
    {
        if (State is not (RightState.Held or RightState.Signed)) return CemeteryProblems.NotCancellable;
        (State, LapsesAt) = (RightState.Cancelled, null);
        Note("right.cancelled", new { reason });
        return Done.It;
    }

    private Problem? Closed(DateTimeOffset now) => this switch
    {
        { State: RightState.Ended or RightState.Lapsed or RightState.Cancelled } => CemeteryProblems.RightEnded,
        _ when HasLapsed(now) => CemeteryProblems.HoldLapsed,
        { DisputedSince: not null } => CemeteryProblems.Disputed,
        _ => null,
    };

    /// <summary>Something happened around the right that its history must tell.</summary>
    public void Tell(string kind, object data) => Note(kind, data);
}

/// <summary>One period of a right: the first by contract, each further one a renewal (续期). Append-only; they follow one another without a gap.</summary>
internal sealed class RightTerm
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RightId { get; init; }

    /// <summary>1 by contract, 2 … renewals.</summary>
    public required int Seq { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required DateOnly AgreedOn { get; init; }

    /// <summary>分 for use and maintenance of this period together.</summary>
    public required long Fen { get; init; }

    public required string By { get; init; }
}
