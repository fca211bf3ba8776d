using Anmin.Funeral.Cremations;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    public FuneralContract? Contract { get; private set; }

    public Cremation? Cremation { get; private set; }

    public List<CremationCertificate> Certificates { get; } = [];

    public sealed record Choice(Disposition Disposition, Guid SignedBy, string Wishes, DateTimeOffset EarliestAt, DateTimeOffset? DueAt, string? Ethnicity);

    /// <summary>The 经办人 signs what is to be done. Lawful burial is as much a first-class choice as cremation.</summary>
    public Outcome<FuneralContract> Confirm(Choice choice, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        // a family that comes at last takes the signature back from the opinion, as long as nothing final has begun
        var belated = Contract is { OpinionId: not null } && Cremation is null;
        if (Contract is not null && !belated) return FuneralProblems.ContractSigned;
        if (choice.Disposition is not (Disposition.Cremation or Disposition.Burial)) return FuneralProblems.DispositionNeeded;
        if (!Remains!.InHome && choice.Disposition == Disposition.Cremation) return FuneralProblems.NotReceived;
        if (!Handlers.Exists(h => h.Id == choice.SignedBy)) return FuneralProblems.HandlerMissing;
        if (!HasValidEvidence) return FuneralProblems.EvidenceMissing;
        if (belated) Contract!.TakeBack(choice, by.Id, now);
        else Contract = new FuneralContract
        {
            CaseId = Id,
            Disposition = choice.Disposition,
            SignedBy = choice.SignedBy,
            SignedAt = now,
            RecordedBy = by.Id,
            Wishes = choice.Wishes,
            EarliestAt = choice.EarliestAt,
            DueAt = choice.DueAt,
            Ethnicity = choice.Ethnicity,
        };
        Note("disposition.confirmed", new { Contract.Id, Disposition = choice.Disposition.ToString(), choice.SignedBy, choice.EarliestAt, choice.DueAt });
        Derive();
        return Contract;
    }

    /// <summary>The first of two scans; changes nothing but the record.</summary>
    public Outcome<Done> NoteFirstScan(string tag, Actor by)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Cremation is not null) return FuneralProblems.CremationTwice;
        if (!Remains!.InHome) return FuneralProblems.NotReceived;
        if (Mismatch(tag) is { } wrong) return wrong;
        Note("cremation.first-scan", new { Operator = by.Id, tag });
        return Done.It;
    }

    public sealed record Ignition(string Cremator, string FirstOperator, string SecondOperator, string FirstScan, string SecondScan);

    /// <summary>
    /// Nothing may be missing: valid evidence, signed contract, no hold, the waiting rule,
    /// and two different operators who each scanned this body's tag. One person alone cannot pass.
    /// </summary>
    public Outcome<Cremation> StartCremation(Ignition ignition, TimeZoneInfo zone, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Cremation is not null) return FuneralProblems.CremationTwice;
        if (!Remains!.InHome) return FuneralProblems.NotReceived;
        if (Evidence.Find(e => Suits(e.Kind)) is not { } evidence) return FuneralProblems.EvidenceMissing;
        if (Contract is null) return FuneralProblems.ContractMissing;
        if (Contract.Disposition != Disposition.Cremation) return FuneralProblems.NotCremation;
        if (now < Contract.EarliestAt) return FuneralProblems.TooEarly(TimeZoneInfo.ConvertTime(Contract.EarliestAt, zone).ToString("M月d日HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        if (ignition.FirstOperator == ignition.SecondOperator) return FuneralProblems.SameTwo with { Field = "SecondOperator" };
        if (Mismatch(ignition.FirstScan) is { } first) return first with { Field = "FirstScan" };
        if (Mismatch(ignition.SecondScan) is { } second) return second with { Field = "SecondScan" };
        Cremation = new Cremation
        {
            CaseId = Id,
            ContractId = Contract.Id,
            EvidenceId = evidence.Id,
            Institution = Institution!,
            Cremator = ignition.Cremator,
            FirstOperator = ignition.FirstOperator,
            SecondOperator = ignition.SecondOperator,
            FirstScan = ignition.FirstScan,
            SecondScan = ignition.SecondScan,
            EarliestAt = Contract.EarliestAt,
            StartedAt = now,
        };
        Note("cremation.started", new { Cremation.Id, ignition.Cremator, ignition.FirstOperator, ignition.SecondOperator, ignition.FirstScan, ignition.SecondScan, evidence = evidence.Id, contract = Contract.Id });
        Move(BodyPlace.InFurnace, ignition.Cremator, ignition.FirstOperator, null, ignition.SecondOperator, by, now);
        return Cremation;
    }

    public Outcome<Ashes.AshesContainer> FinishCremation(string ashesNumber, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Cremation is not { FinishedAt: null }) return Cremation is null ? FuneralProblems.CremationNotStarted : FuneralProblems.CremationTwice;
        if (now < Cremation.StartedAt) return FuneralProblems.CremationNotStarted;
        Cremation.Finish(by.Id, now);
        Note("cremation.finished", new { Cremation.Id });
        Move(BodyPlace.Cremated, Cremation.Cremator, by.Id, null, null, by, now);
        return CollectAshes(ashesNumber, by, now);
    }

    public Outcome<CremationCertificate> IssueCertificate(string number, Actor by, DateTimeOffset now)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        if (Cremation is not { FinishedAt: not null }) return FuneralProblems.CremationNotFinished;
        if (Certificates.Exists(c => c.Status == CertificateStatus.Issued)) return FuneralProblems.CertificateIssued;
        var certificate = AddCertificate(number, by, now);
        // after a void, the new one is the void one's successor
        foreach (var earlier in Certificates.Where(c => c.Status == CertificateStatus.Voided && c.SuccessorId is null)) earlier.Follow(certificate);
        return certificate;
    }

    /// <summary>Lost or corrected: the old number ends and points to the new one.</summary>
    public Outcome<CremationCertificate> ReissueCertificate(string number, string reason, Actor by, DateTimeOffset now)
    {
        if (Certificates.Find(c => c.Status == CertificateStatus.Issued) is not { } current) return FuneralProblems.CertificateNone;
        var certificate = AddCertificate(number, by, now);
        current.ReplaceBy(certificate, reason, by.Id, now);
        Note("certificate.replaced", new { current.Number, By = certificate.Number });
        return certificate;
    }

    public Outcome<Done> VoidCertificate(string reason, Actor by, DateTimeOffset now)
    {
        if (Certificates.Find(c => c.Status == CertificateStatus.Issued) is not { } current) return FuneralProblems.CertificateNone;
        if (current.IssuedBy == by.Id) return FuneralProblems.SameTwo;
        current.Void(reason, by.Id, now);
        Note("certificate.voided", new { current.Number });
        return Done.It;
    }

    private CremationCertificate AddCertificate(string number, Actor by, DateTimeOffset now)
    {
        var certificate = new CremationCertificate { CaseId = Id, CremationId = Cremation!.Id, Number = number, Edition = Certificates.Count + 1, IssuedBy = by.Id, IssuedAt = now };
        Certificates.Add(certificate);
        Note("certificate.issued", new { certificate.Number, certificate.Edition });
        CloseWhenDone(now);
        Derive();
        return certificate;
    }
}
