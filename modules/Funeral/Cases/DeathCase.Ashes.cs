using Anmin.Funeral.Ashes;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    public List<AshesContainer> Ashes { get; } = [];

    private AshesContainer CollectAshes(string number, Actor by, DateTimeOffset now)
    {
        var container = new AshesContainer { CaseId = Id, CremationId = Cremation!.Id, Number = number };
        container.Start(Cremation.Cremator, by.Id, null, now);
        Ashes.Add(container);
        Note("ashes.collected", new { container.Id, container.Number });
        return container;
    }

    /// <summary>The clock of unclaimed ashes, set from the rule when the home keeps them.</summary>
    public void SetUnclaimedClock(DateTimeOffset? at)
    {
        foreach (var held in Ashes.Where(a => a.Status == AshesStatus.Held)) held.Start(held.PlaceId, held.Custodian, at, held.Since);
    }

    /// <summary>To the family: only a registered 经办人 may take them.</summary>
    public Outcome<AshesContainer> HandOverAshes(string number, Guid receiver, string witness, Actor by, DateTimeOffset now)
    {
        if (!Handlers.Exists(h => h.Id == receiver)) return FuneralProblems.ReceiverUnknown;
        return MoveAshes(number, AshesStatus.HandedOver, "", Custody.CustodyMove.Family, receiver, null, witness, by, now);
    }

    public Outcome<AshesContainer> DepositAshes(string number, string place, DateOnly until, Actor by, DateTimeOffset now) => MoveAshes(number, AshesStatus.Deposited, place, by.Id, null, until, null, by, now);

    public Outcome<AshesContainer> PlaceAshes(string number, string place, DateOnly until, Actor by, DateTimeOffset now) => MoveAshes(number, AshesStatus.Placed, place, by.Id, null, until, null, by, now);

    /// <summary>
    /// Laid to rest, moved or given back by whoever keeps graves and niches: also what the family had taken, also after the case is closed.
    /// What rests in a place is moved only by who took it out of that very place (<paramref name="from"/>).
    /// </summary>
    public Outcome<AshesContainer> RestAshes(string number, AshesStatus status, string? from, string place, DateOnly? until, string? witness, Guid? receiver, Actor by, DateTimeOffset now)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        if (Find(number) is not { } container) return FuneralProblems.AshesNotReady;
        if (container.Status is AshesStatus.Split or AshesStatus.Scattered) return FuneralProblems.AshesNotHeld;
        if (container.Status is AshesStatus.Deposited or AshesStatus.Placed or AshesStatus.Interred && container.PlaceId != from) return FuneralProblems.AshesElsewhere;
        if (receiver is { } taker && !Handlers.Exists(h => h.Id == taker)) return FuneralProblems.ReceiverUnknown;
        return Carry(container, status, place, status == AshesStatus.HandedOver ? Custody.CustodyMove.Family : by.Id, receiver, until, witness, by, now);
    }

    /// <summary>0 for the whole; the parts of a case are counted 1, 2 … in the order they were made, and keep their number.</summary>
    public int PartOf(AshesContainer container)
        => container.SplitFrom is null ? 0 : 1 + Ashes.Where(a => a.SplitFrom is not null).OrderBy(a => a.Number, StringComparer.Ordinal).Select(a => a.Id).ToList().IndexOf(container.Id);

    /// <summary>Ashes divided among the family: the parts belong to the same cremation and name what they came from.</summary>
    public Outcome<IReadOnlyList<AshesContainer>> SplitAshes(string number, IReadOnlyList<string> parts, Actor by, DateTimeOffset now)
    {
        if (Find(number) is not { Status: AshesStatus.Held } whole) return FuneralProblems.AshesNotHeld;
        if (VoidedAt is not null || ClosedAt is not null) return FuneralProblems.CaseEnded;
        if (parts.Count is < 2 or > 9) return FuneralProblems.AshesParts;
        whole.Split();
        var made = parts.Select(p => new AshesContainer { CaseId = Id, CremationId = whole.CremationId, Number = p, SplitFrom = whole.Id }).ToList();
        foreach (var part in made) part.Start(whole.PlaceId, by.Id, whole.UnclaimedAt, now);
        Ashes.AddRange(made);
        Note("ashes.split", new { whole.Number, parts });
        Derive();
        return made;
    }

    public AshesContainer? Find(string number) => Ashes.Find(a => a.Number == number);

    private Outcome<AshesContainer> MoveAshes(string number, AshesStatus status, string placeId, string takenBy, Guid? receiver, DateOnly? until, string? witness, Actor by, DateTimeOffset now)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        if (Cremation is not { FinishedAt: not null }) return FuneralProblems.CremationNotFinished;
        if (Find(number) is not { } container) return FuneralProblems.AshesNotReady;
        // a deposit may later be collected or placed; what the family has taken or what rests in its niche is no longer ours to move here
        if (container.Status is not (AshesStatus.Held or AshesStatus.Deposited)) return FuneralProblems.AshesNotHeld;
        return Carry(container, status, placeId, takenBy, receiver, until, witness, by, now);
    }

    private AshesContainer Carry(AshesContainer container, AshesStatus status, string placeId, string takenBy, Guid? receiver, DateOnly? until, string? witness, Actor by, DateTimeOffset now)
    {
        var move = container.MoveTo(status, placeId, takenBy, receiver, until, witness, by.Id, by.Device, now);
        Moves.Add(move);
        NoteMove(move);
        CloseWhenDone(now);
        Derive();
        return container;
    }

    /// <summary>Nothing is left to do once the ashes have reached their last place and the family has a certificate.</summary>
    private void CloseWhenDone(DateTimeOffset now)
    {
        if (ClosedAt is null && (Ashes.Count > 0 || Absence is not null) && Certificates.Exists(c => c.Status == CertificateStatus.Issued)
            && Ashes.TrueForAll(a => a.Status is AshesStatus.Placed or AshesStatus.HandedOver or AshesStatus.Split or AshesStatus.Interred or AshesStatus.Scattered)) Close("ashes", now);
    }
}
