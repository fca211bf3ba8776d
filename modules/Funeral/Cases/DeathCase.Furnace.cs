using System.Globalization;
using Anmin.Funeral.SpecialRemains;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

/// <summary>What is told of a body between the contract and the fire.</summary>
internal sealed partial class DeathCase
{
    /// <summary>The family's signed word that the fire left no ashes; null where there are some or none yet.</summary>
    public AshesAbsence? Absence { get; private set; }

    public Outcome<AshesAbsence> FinishWithoutAshes(Guid signedBy, string reason, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Cremation is not { FinishedAt: null }) return Cremation is null ? FuneralProblems.CremationNotStarted : FuneralProblems.CremationTwice;
        if (now < Cremation.StartedAt) return FuneralProblems.CremationNotStarted;
        if (!Handlers.Exists(h => h.Id == signedBy)) return SpecialProblems.SignerNeeded;
        Cremation.Finish(by.Id, now);
        Note("cremation.finished", new { Cremation.Id });
        Absence = new AshesAbsence { CaseId = Id, CremationId = Cremation.Id, SignedBy = signedBy, Reason = reason, RecordedBy = by.Id, At = now };
        Note("ashes.none", new { Cremation.Id, signedBy, Reason = Commit(reason) });
        Move(BodyPlace.Cremated, Cremation.Cremator, by.Id, null, null, by, now);
        return Absence;
    }

    /// <summary>Called to a furnace: only whoever may be cremated now is called.</summary>
    public Outcome<Done> NoteCalled(string cremator, bool byName, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Cremation is not null) return Furnaces.FurnaceProblems.AlreadyBegun;
        if (!Remains!.InHome) return FuneralProblems.NotReceived;
        if (!HasValidEvidence) return FuneralProblems.EvidenceMissing;
        if (Contract is null) return FuneralProblems.ContractMissing;
        if (Contract.Disposition != Disposition.Cremation) return FuneralProblems.NotCremation;
        if (now < Contract.EarliestAt) return FuneralProblems.TooEarly(TimeZoneInfo.ConvertTime(Contract.EarliestAt, zone).ToString("M月d日HH:mm", CultureInfo.InvariantCulture));
        Note("furnace.called", new { cremator, byName });
        return Done.It;
    }

    /// <summary>The second of two scans, before the start; changes nothing but the record.</summary>
    public Outcome<Done> NoteSecondScan(string tag, Actor by)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Cremation is not null) return FuneralProblems.CremationTwice;
        if (!Remains!.InHome) return FuneralProblems.NotReceived;
        if (Mismatch(tag) is { } wrong) return wrong;
        Note("cremation.second-scan", new { Operator = by.Id, tag });
        return Done.It;
    }

    public void NoteReading(Guid id, string fuel, decimal? amount, decimal? power, int? peak) => Note("cremation.reading", new { id, fuel, amount, power, peak });

    public void NoteReceipt(string ashes, string hash) => Note("ashes.signed", new { ashes, hash });

    public void NotePaper(Guid id, string item, string hash, bool correction) => Note("archive.paper", new { id, item, hash, correction });

    public void NoteFiled(string number, bool complete) => Note("archive.filed", new { number, complete });

    public void NoteScreenName(bool mayShow) => Note("furnace.screen-name", new { mayShow });

    /// <summary>A wrist tag printed once more with the same number; the number never changes.</summary>
    public Outcome<string> NoteTagReprinted(string reason)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Remains?.Tag is not { } tag) return Furnaces.FurnaceProblems.NothingToReprint;
        Note("tag.reprinted", new { tag, Reason = Commit(reason) });
        return tag;
    }
}
