using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Complaints.Filing;

/// <summary>Received → Refused; or Received → Accepted → Answered → UnderReview → Reviewed.</summary>
internal enum ComplaintState
{
    Received,
    Accepted,
    Refused,
    Answered,
    UnderReview,
    Reviewed,
}

/// <summary>属实, 部分属实, 不属实.</summary>
internal enum ComplaintFinding
{
    Founded,
    PartlyFounded,
    Unfounded,
}

/// <summary>
/// 投诉举报 of one person about one institution. It belongs to a bureau and never to an institution: <see cref="Institution"/> stays empty, so that no reach
/// of an institution ever finds it, and nobody of the institution it is about takes a step in it.
/// </summary>
internal sealed partial class Complaint : JournalSubject, IOwnedByUnit
{
    private Complaint()
    {
    }

    public override string SubjectKind => "complaints.complaint";

    public string Number { get; private init; } = "";

    /// <summary>Of the bureau that handles it: a county's six digits or the city's four.</summary>
    public string Division { get; private set; } = "";

    public string? Institution { get; private init; }

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    /// <summary>Code of the list 投诉举报关于什么.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The institution it is about; null where not known or not on the list.</summary>
    public string? About { get; private init; }

    /// <summary>What happened, in the complainant's words; sealed, since names may stand in it.</summary>
    public string Story { get; private init; } = "";

    public DateOnly? HappenedOn { get; private init; }

    /// <summary>What the complainant hopes for; sealed.</summary>
    public string? Wish { get; private init; }

    /// <summary>Number of a case as typed; not verified.</summary>
    public string? CaseSaid { get; private init; }

    /// <summary>The case, where the telephone belongs to one of its 经办人. Never shown to the complainant.</summary>
    public Guid? CaseId { get; private init; }

    /// <summary>As they want to be called; sealed.</summary>
    public string? Name { get; private init; }

    /// <summary>Null for an anonymous report, which is found again by its code.</summary>
    public PhoneNumber? Phone { get; private init; }

    /// <summary>The complainant allows the institution to learn name, telephone and their own words.</summary>
    public bool MayShare { get; private init; }

    /// <summary>Number of the call to the hotline it came from.</summary>
    public string? CallNumber { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>By then the person is told whether it is accepted.</summary>
    public DateTimeOffset AcceptDue { get; private init; }

    public ComplaintState State { get; private set; }

    public sealed record Told(string Kind, string? About, string Story, DateOnly? HappenedOn, string? Wish, string? CaseSaid, Guid? CaseId, string? Name, PhoneNumber? Phone, bool MayShare, string? CallNumber);

    public static Complaint File(string number, string division, Told told, DateTimeOffset acceptDue, Actor by, DateTimeOffset now)
    {
        var complaint = new Complaint
        {
            Number = number,
            Division = division,
            OpenedBy = by.IsSignedIn ? by.Id : null,
            Kind = told.Kind,
            About = told.About,
            Story = told.Story,
            HappenedOn = told.HappenedOn,
            Wish = told.Wish,
            CaseSaid = told.CaseSaid,
            CaseId = told.CaseId,
            Name = told.Name,
            Phone = told.Phone,
            MayShare = told.MayShare && told.Phone is not null,
            CallNumber = told.CallNumber,
            ReceivedAt = now,
            AcceptDue = acceptDue,
        };
        complaint.Note("complaint.received", new { number, division, told.Kind, told.About, tied = told.CaseId is not null, anonymous = told.Phone is null, acceptDue });
        return complaint;
    }
}
