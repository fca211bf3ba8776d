using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Complaints.Statements;

/// <summary>Explain: 情况说明. Rectify: 责令改正, answered by what was put right.</summary>
internal enum StatementKind
{
    Explain,
    Rectify,
}

/// <summary>
/// What a bureau asks of an institution about one complaint, and what the institution answers. All that the institution ever sees of a complaint:
/// the bureau's own words, and the complainant's only where the complainant allowed it.
/// </summary>
internal sealed class Statement : JournalSubject, IOwnedByUnit
{
    private Statement()
    {
    }

    public override string SubjectKind => "complaints.statement";

    public string Division { get; private init; } = "";

    /// <summary>The institution that is asked.</summary>
    public string? Institution { get; private init; }

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid ComplaintId { get; private init; }

    public StatementKind Kind { get; private init; }

    /// <summary>The bureau's words to the institution; without the complainant's name.</summary>
    public string Asked { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset Due { get; private init; }

    /// <summary>The institution's words; sealed, since it may write of people.</summary>
    public string? Given { get; private set; }

    public DateTimeOffset? GivenAt { get; private set; }

    public string? GivenBy { get; private set; }

    public string? GivenInstitution { get; private set; }

    public static Statement Ask(Guid complaint, StatementKind kind, string institution, string division, string asked, DateTimeOffset due, Actor by, DateTimeOffset now)
    {
        var statement = new Statement { ComplaintId = complaint, Kind = kind, Institution = institution, Division = division, Asked = asked, AskedAt = now, Due = due, OpenedBy = by.Id, Origin = by.Institution };
        statement.Note("statement.asked", new { complaint, kind = kind.ToString(), institution, due });
        return statement;
    }

    public Outcome<Done> Give(string words, Actor by, DateTimeOffset now)
    {
        if (by.Institution != Institution) return ComplaintsProblems.NoStatement;
        if (GivenAt is not null) return ComplaintsProblems.StatementGiven;
        (Given, GivenAt, GivenBy, GivenInstitution) = (words, now, by.Id, by.Institution);
        Note("statement.given", new { });
        return Done.It;
    }
}
