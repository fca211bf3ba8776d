using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Complaints.Filing;

/// <summary>复查: asked for once, by the complainant; decided by the level above the one that answered.</summary>
internal sealed partial class Complaint
{
    public DateTimeOffset? ReviewAskedAt { get; private set; }

    /// <summary>Why, in the complainant's words; sealed.</summary>
    public string? ReviewWhy { get; private set; }

    public DateTimeOffset? ReviewDue { get; private set; }

    /// <summary>True where the answer stands.</summary>
    public bool? ReviewUpheld { get; private set; }

    /// <summary>What the level above found, in plain words; sealed.</summary>
    public string? ReviewAnswer { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public string? ReviewedBy { get; private set; }

    public string? ReviewerInstitution { get; private set; }

    public string? ReviewerDivision { get; private set; }

    /// <param name="city">The level above counties in this system.</param>
    public Problem? ReviewRefusal(string city, DateTimeOffset now) => State != ComplaintState.Answered || ReviewAskedAt is not null || now >= ReviewUntil ? ComplaintsProblems.NoReviewNow
        : AnsweredDivision!.Length <= city.Length ? ComplaintsProblems.NoLevelAbove
        : null;

    public Outcome<Done> AskReview(string why, DateTimeOffset due, string city, DateTimeOffset now)
    {
        if (ReviewRefusal(city, now) is { } refused) return refused;
        (State, ReviewAskedAt, ReviewWhy, ReviewDue) = (ComplaintState.UnderReview, now, why, due);
        Note("complaint.review-asked", new { due });
        return Done.It;
    }

    public Outcome<Done> Review(bool upheld, string answer, Actor by, DateTimeOffset now)
    {
        if (Outsider(by) is { } refused) return refused;
        if (State != ComplaintState.UnderReview) return ComplaintsProblems.NotUnderReview;
        if (by.Division.Length >= AnsweredDivision!.Length || !AnsweredDivision.StartsWith(by.Division, StringComparison.Ordinal) || by.Id == AnsweredBy) return ComplaintsProblems.ReviewFromAbove;
        (State, ReviewUpheld, ReviewAnswer, ReviewedAt, ReviewedBy, ReviewerInstitution, ReviewerDivision) = (ComplaintState.Reviewed, upheld, answer, now, by.Id, by.Institution, by.Division);
        Handle(by, "complaint.reviewed", new { upheld });
        return Done.It;
    }
}
