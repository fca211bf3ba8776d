using Anmin.Funeral.Corrections;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Cases;

/// <summary>The paths beside the main one: lawful burial, transfer out, identification, correction, void.</summary>
internal sealed partial class DeathCase
{
    public DateTimeOffset? VoidRequestedAt { get; private set; }

    public string? VoidRequestedBy { get; private set; }

    public string? VoidReason { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidApprovedBy { get; private set; }

    public List<FactCorrection> Corrections { get; } = [];

    public Outcome<Done> RecordBurial(string place, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Contract is not { Disposition: Disposition.Burial }) return Contract is null ? FuneralProblems.ContractMissing : FuneralProblems.BurialNotChosen;
        if (!HasValidEvidence) return FuneralProblems.EvidenceMissing;
        if (Remains!.IsFinal || Remains.Place == BodyPlace.InFurnace) return FuneralProblems.NotInCustody;
        Note("burial.recorded", new { Contract.Id });
        Close("burial", now);
        Move(BodyPlace.Buried, place, Custody.CustodyMove.Family, by.Id, null, by, now);
        return Done.It;
    }

    /// <summary>Out of the city with the county authority's approval; custody ends with whoever signs for it.</summary>
    public Outcome<Done> TransferOut(string destination, string approvalNumber, string tag, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (!HasValidEvidence) return FuneralProblems.EvidenceMissing;
        if (!Remains!.InHome) return FuneralProblems.NotInCustody;
        if (Mismatch(tag) is { } wrong) return wrong;
        Note("transfer.approved", new { destination, approvalNumber });
        Close("transfer", now);
        Move(BodyPlace.Released, destination, Custody.CustodyMove.Family, by.Id, null, by, now);
        return Done.It;
    }

    /// <summary>One person asks.</summary>
    public Outcome<Done> RequestVoid(string reason, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Remains!.IsFinal || Remains.Place == BodyPlace.InFurnace) return FuneralProblems.VoidAfterCremation;
        (VoidRequestedAt, VoidRequestedBy, VoidReason) = (now, by.Id, reason);
        Note("void.requested", new { Reason = Commit(reason) });
        return Done.It;
    }

    /// <summary>Another decides. A body in custody must first have somewhere else to be recorded.</summary>
    public Outcome<Done> ApproveVoid(Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (VoidRequestedBy is null) return FuneralProblems.VoidNotRequested;
        if (VoidRequestedBy == by.Id) return FuneralProblems.SameTwo;
        if (Remains!.IsFinal || Remains.Place == BodyPlace.InFurnace) return FuneralProblems.VoidAfterCremation;
        (VoidedAt, VoidApprovedBy) = (now, by.Id);
        Remains.LeaveExclusive();
        Note("case.voided", new { VoidRequestedBy });
        Derive();
        return Done.It;
    }

    /// <summary>Old and new value are kept; certificates already issued must be reissued to show it.</summary>
    public Outcome<FactCorrection> Correct(CaseFact fact, string oldText, string newText, string reason, Action apply, Actor by, DateTimeOffset now)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        if (oldText == newText) return FuneralProblems.NothingToCorrect;
        apply();
        var correction = new FactCorrection { CaseId = Id, Fact = fact, OldValue = SensitiveText.FromStore(oldText), NewValue = SensitiveText.FromStore(newText), Reason = reason, By = by.Id, At = now };
        Corrections.Add(correction);
        Note("fact.corrected", new { Fact = fact.ToString(), Old = Commit(oldText), New = Commit(newText), Reason = Commit(reason) });
        Derive();
        return correction;
    }

    public void SetName(PersonName name) => (Name, Initials) = (name, Pinyin.Initials(name.Text));

    public void SetPersonId(IdNumber id) => PersonId = id;

    public void SetSex(Sex sex) => Sex = sex;

    public void SetBirthDate(DateOnly date) => BirthDate = date;

    public void SetDiedAt(DateTimeOffset at) => DiedAt = at;

    /// <summary>Somebody has a name for the unknown: their clocks end.</summary>
    public void EndUnidentified() => Unidentified = false;
}

internal enum CaseFact { Name, PersonId, Sex, BirthDate, DiedAt }

/// <summary>A wrong fact and what replaced it. Append-only by trigger.</summary>
internal sealed class FactCorrection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required CaseFact Fact { get; init; }

    public required SensitiveText? OldValue { get; init; }

    public required SensitiveText? NewValue { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
