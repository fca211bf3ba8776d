using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    /// <summary>Unnatural deaths and unidentified remains need the police; otherwise any of the papers will do.</summary>
    public bool HasValidEvidence => Evidence.Exists(e => Suits(e.Kind));

    private bool Suits(EvidenceKind kind) => !Unnatural || kind is not EvidenceKind.MedicalCertificate;

    public Outcome<DeathEvidence> AttachEvidence(EvidenceKind kind, string number, string issuer, DateOnly issuedOn, DateOnly today, TimeZoneInfo zone, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (kind == EvidenceKind.MedicalCertificate && (number.Length != 17 || !number.All(char.IsAsciiDigit))) return FuneralProblems.EvidenceNumber;
        if (!Suits(kind)) return FuneralProblems.EvidenceKind;
        var died = DiedAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : DateOnly.MinValue;
        if (issuedOn > today || issuedOn < died) return FuneralProblems.EvidenceDate;
        var evidence = new DeathEvidence { CaseId = Id, Kind = kind, Number = number, Issuer = issuer, IssuedOn = issuedOn, CopyNumber = kind == EvidenceKind.MedicalCertificate ? 4 : 0, AttachedAt = now, AttachedBy = by.Id };
        Evidence.Add(evidence);
        Note("evidence.attached", new { evidence.Id, Kind = kind.ToString(), Number = Commit(number), IssuedOn = issuedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        Derive();
        return evidence;
    }

    public Outcome<CaseHold> PlaceHold(HoldKind kind, string reason, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Remains!.IsFinal) return FuneralProblems.NotInCustody;
        var hold = new CaseHold { CaseId = Id, Kind = kind, Reason = reason, PlacedAt = now, PlacedBy = by.Id };
        Holds.Add(hold);
        Note("hold.placed", new { hold.Id, Kind = kind.ToString(), Reason = Commit(reason) });
        return hold;
    }

    public Outcome<Done> LiftHold(Guid holdId, string reason, Actor by, DateTimeOffset now)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        if (Holds.Find(h => h.Id == holdId && h.LiftedAt is null) is not { } hold) return FuneralProblems.HoldNone;
        if (hold.PlacedBy == by.Id) return FuneralProblems.SameTwo;
        hold.Lift(by.Id, reason, now);
        Note("hold.lifted", new { hold.Id, Reason = Commit(reason) });
        return Done.It;
    }
}
