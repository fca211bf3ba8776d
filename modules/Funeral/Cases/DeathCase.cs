using Anmin.Funeral.Search;
using Anmin.Funeral.Evidence;
using System.Security.Cryptography;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Cases;

/// <summary>
/// One person who has died, from the first call to the final place. Every change is noted for the journal;
/// the status follows from what happened and is never set by hand. The file is split by subject.
/// </summary>
internal sealed partial class DeathCase : JournalSubject, IOwnedByUnit
{
    public override string SubjectKind => "funeral.case";

    public string Number { get; private set; } = "";

    /// <summary>Division of the place of death: whose rules and whose officers.</summary>
    public string Division { get; private set; } = "";

    /// <summary>The funeral home that has taken it on.</summary>
    public string? Institution { get; private set; }

    public string? OpenedBy { get; private set; }

    public string? Origin { get; private set; }

    /// <summary>Null while unknown.</summary>
    public PersonName? Name { get; private set; }

    /// <summary>Initials of the name's pinyin, for people who type.</summary>
    public string Initials { get; private set; } = "";

    public IdNumber? PersonId { get; private set; }

    public Sex Sex { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public DateTimeOffset? DiedAt { get; private set; }

    public DeathPlaceKind PlaceKind { get; private set; }

    public SensitiveText? Address { get; private set; }

    public bool Infectious { get; private set; }

    /// <summary>Unnatural or unexplained: only the police certificate counts.</summary>
    public bool Unnatural { get; private set; }

    /// <summary>Found without a name; its own clocks run.</summary>
    public bool Unidentified { get; private set; }

    public ReportSource Source { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public CaseStatus Status { get; private set; }

    /// <summary>False once closed or voided; the unique index on the person looks at it.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The approval that allowed a further case for the same person (invariant I1).</summary>
    public Guid? SecondPermit { get; private set; }

    /// <summary>Random; makes commitments in the journal unguessable, and erasing it erases them.</summary>
    public byte[] Salt { get; private set; } = [];

    public List<FuneralHandler> Handlers { get; } = [];

    public List<DeathEvidence> Evidence { get; } = [];

    public List<CaseHold> Holds { get; } = [];

    public Remains? Remains { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public sealed record ReportFacts(
        string Number, string Division, ReportSource Source, PersonName? Name, IdNumber? PersonId, Sex Sex, DateOnly? BirthDate,
        DateTimeOffset? DiedAt, DeathPlaceKind PlaceKind, SensitiveText? Address, bool Infectious, bool Unnatural, bool Unidentified, Guid? SecondPermit)
    {
        /// <summary>The home whose own desk took the report; otherwise the pickup decides.</summary>
        public string? Institution { get; init; }

        /// <summary>Who reported it, where that is a member of staff.</summary>
        public Actor? By { get; init; }
    }

    /// <summary>Opens the case. Incomplete is allowed at night; contradictory is not.</summary>
    public static Outcome<DeathCase> Report(ReportFacts facts, DateTimeOffset now, TimeZoneInfo zone)
    {
        var birth = facts.BirthDate ?? facts.PersonId?.BirthDate;
        if (facts.PersonId?.BirthDate is { } onCard && birth != onCard) return FuneralProblems.BirthDisagrees;
        if (facts.PersonId is { IsResident: true } id && facts.Sex is Sex.Male or Sex.Female && id.Sex != facts.Sex) return FuneralProblems.SexDisagrees;
        if (facts.DiedAt > now) return FuneralProblems.DiedInFuture;
        if (facts.DiedAt is { } died && birth is { } born && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(died, zone).DateTime) < born) return FuneralProblems.DiedBeforeBirth;
        var opened = new DeathCase
        {
            Number = facts.Number,
            Division = facts.Division,
            Institution = facts.Institution,
            OpenedBy = facts.By is { IsSignedIn: true } by ? by.Id : null,
            Origin = facts.By?.Institution,
            Source = facts.Source,
            Name = facts.Name,
            Initials = facts.Name is null ? "" : Pinyin.Initials(facts.Name.Text),
            PersonId = facts.PersonId,
            Sex = facts.Sex == Sex.Unknown && facts.PersonId is { IsResident: true } known ? known.Sex : facts.Sex,
            BirthDate = birth,
            DiedAt = facts.DiedAt,
            PlaceKind = facts.PlaceKind,
            Address = facts.Address,
            Infectious = facts.Infectious,
            Unnatural = facts.Unnatural || facts.Unidentified,
            Unidentified = facts.Unidentified,
            SecondPermit = facts.SecondPermit,
            ReportedAt = now,
            Salt = RandomNumberGenerator.GetBytes(16),
        };
        opened.Remains = Remains.AtPlaceOfDeath(opened.Id, now);
        opened.Note("case.reported", new
        {
            opened.Number,
            opened.Division,
            opened.Institution,
            Source = facts.Source.ToString(),
            Name = opened.Commit(facts.Name?.Text),
            Id = opened.Commit(facts.PersonId?.Normal),
            PlaceKind = (int)facts.PlaceKind,
            facts.Infectious,
            opened.Unnatural,
            facts.Unidentified,
            facts.SecondPermit,
        });
        opened.Derive();
        return opened;
    }

    public FuneralHandler AddHandler(PersonName name, PhoneNumber phone, string relation, IdNumber? id)
    {
        var handler = new FuneralHandler(Id, Handlers.Count + 1, name, phone, relation, id);
        Handlers.Add(handler);
        Note("handler.added", new { handler.Id, handler.Rank, Name = Commit(name.Text), Phone = Commit(phone.Normal), relation });
        return handler;
    }

    /// <summary>Whole years at death, or null while either date is unknown.</summary>
    public int? AgeAtDeath(TimeZoneInfo zone)
    {
        if (BirthDate is not { } born || DiedAt is not { } died) return null;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(died, zone).DateTime);
        return day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
    }

    /// <summary>A value the journal can vouch for without showing it: SHA-256 over the case's salt and the text.</summary>
    private string? Commit(string? clear) => clear is null ? null : Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. System.Text.Encoding.UTF8.GetBytes(clear)]));

    /// <summary>Refuses when the case is over, or held where holds matter.</summary>
    private Problem? Blocked(bool holdsMatter)
    {
        if (!IsOpen) return FuneralProblems.CaseEnded;
        if (holdsMatter && Holds.Find(h => h.LiftedAt is null) is { } hold) return FuneralProblems.OnHold(CaseLabels.Of(hold.Kind));
        return null;
    }

    /// <summary>Somebody's to see through, while the case is open.</summary>
    public Outcome<Done> NoteAssigned(string clerk)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        Note("case.assigned", new { clerk });
        return Done.It;
    }

    /// <summary>An assignment was taken back and there was nobody before.</summary>
    public void NoteUnassigned() => Note("case.unassigned", new { });

    /// <summary>A colleague's note; the journal vouches for its words without holding them.</summary>
    public void NoteWritten(Guid note, string text) => Note("note.written", new { note, Text = Commit(text) });

    public void NoteTwins(Guid other, bool same) => Note("twins.settled", new { other, same });

    private void Derive()
    {
        Status = this switch
        {
            { VoidedAt: not null } => CaseStatus.Voided,
            { ClosedAt: not null } => CaseStatus.Closed,
            { Ashes: { Count: > 0 } ashes } when ashes.TrueForAll(a => a.Status is not AshesStatus.Held) => CaseStatus.AshesPlaced,
            { Remains.Place: BodyPlace.Buried } => CaseStatus.Buried,
            { Cremation.FinishedAt: not null } => CaseStatus.Cremated,
            { Contract: not null } => CaseStatus.Arranged,
            { Remains.Place: not BodyPlace.AtPlaceOfDeath } => CaseStatus.InCustody,
            { HasValidEvidence: true } => CaseStatus.Verified,
            { Pickups.Count: > 0 } => CaseStatus.EvidencePending,
            _ => CaseStatus.Reported,
        };
        IsOpen = VoidedAt is null && ClosedAt is null;
    }

    private void Close(string outcome, DateTimeOffset now)
    {
        ClosedAt = now;
        Note("case.closed", new { outcome });
    }

    /// <summary>What a family does with their own case over the public pages.</summary>
    public void NoteShared(Guid share, DateTimeOffset until) => Note("case.shared", new { share, until });

    public void NoteShareEnded(Guid share) => Note("case.share-ended", new { share });

    /// <summary>A farewell or cremation whose time was told already is at another now.</summary>
    public void NoteMoved(string purpose, DateTimeOffset was, DateTimeOffset at, string place) => Note("schedule.moved", new { purpose, was, at, place });

    public void NoteWish(bool farewell, DateTimeOffset? wishedAt) => Note("schedule.wished", new { farewell, wishedAt });
}
