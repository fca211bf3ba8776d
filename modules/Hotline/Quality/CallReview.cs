using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Hotline.Quality;

/// <summary>质检: one call that was drawn, and how another person scored it.</summary>
internal sealed class CallReview : JournalSubject, IOwnedByUnit
{
    public override string SubjectKind => "hotline.review";

    public Guid CallId { get; private set; }

    public string Division { get; private set; } = "";

    public string? Institution { get; private set; }

    public string? OpenedBy { get; private set; }

    public string? Origin { get; private set; }

    /// <summary>Whose work it is.</summary>
    public string Agent { get; private set; } = "";

    /// <summary>The day of the call, in the city.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset DrawnAt { get; private set; }

    public string? ReviewedBy { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public int? Total { get; private set; }

    public bool? Passed { get; private set; }

    public string Remark { get; private set; } = "";

    public List<CallScore> Scores { get; } = [];

    public static CallReview Draw(Call call, DateOnly day, Actor by, DateTimeOffset now)
    {
        var review = new CallReview { CallId = call.Id, Division = call.Division, Institution = call.Institution, OpenedBy = by.Id, Origin = by.Institution, Agent = call.Agent!, Day = day, DrawnAt = now };
        review.Note("review.drawn", new { call = call.Id, day });
        return review;
    }

    public Outcome<Done> Score(IReadOnlyList<CallScore> scores, int pass, string remark, Actor by, DateTimeOffset now)
    {
        if (by.Id == Agent) return HotlineProblems.OwnCall;
        if (ReviewedAt is not null) return HotlineProblems.Scored;
        Scores.AddRange(scores);
        (ReviewedBy, ReviewedAt, Total, Remark) = (by.Id, now, scores.Sum(s => s.Points), remark);
        Passed = Total >= pass;
        Note("review.scored", new { by = by.Id, Total, Passed, scores = scores.Select(s => new { s.Item, s.Points }) });
        return Done.It;
    }
}

internal sealed class CallScore
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ReviewId { get; init; }

    public required string Item { get; init; }

    public int Points { get; init; }

    public int Worth { get; init; }
}
