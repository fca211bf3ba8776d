using Anmin.Funeral.Ashes;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    public List<AshesContainer> Ashes { get; } = [];

    public List<NicheRight> NicheRights { get; } = [];

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

    public Outcome<AshesContainer> DepositAshes(string number, NicheRight right, Actor by, DateTimeOffset now) => Rest(number, AshesStatus.Deposited, right, by, now);

    public Outcome<AshesContainer> PlaceAshes(string number, NicheRight right, Actor by, DateTimeOffset now) => Rest(number, AshesStatus.Placed, right, by, now);

    private Outcome<AshesContainer> Rest(string number, AshesStatus status, NicheRight right, Actor by, DateTimeOffset now)
    {
        if (!MoveAshes(number, status, right.NicheId, by.Id, null, right.Until, null, by, now).Try(out var container, out var problem)) return problem;
        foreach (var earlier in NicheRights.Where(r => r.AshesId == container.Id && r.EndedOn is null)) earlier.End(right.From);
        NicheRights.Add(right);
        return container;
    }

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
        var move = container.MoveTo(status, placeId, takenBy, receiver, until, witness, by.Id, by.Device, now);
        if (status == AshesStatus.HandedOver)
            foreach (var right in NicheRights.Where(r => r.AshesId == container.Id && r.EndedOn is null)) right.End(DateOnly.FromDateTime(now.UtcDateTime));
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
            && Ashes.TrueForAll(a => a.Status is AshesStatus.Placed or AshesStatus.HandedOver or AshesStatus.Split)) Close("ashes", now);
    }
}
