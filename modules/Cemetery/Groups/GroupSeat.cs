using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups;

public enum SeatState
{
    SignedUp,
    Laid,

    /// <summary>Nobody came with the ashes on the day.</summary>
    Absent,
    Withdrawn,
}

/// <summary>Who is to be laid to rest, as the certificate or the label says it.</summary>
internal sealed record SeatPerson(PersonName Name, IdNumber? Id, Guid? CaseId, string? Ashes, int Part, string? Certificate);

internal sealed record SeatContact(PersonName Name, PhoneNumber Phone, string Relation, IReadOnlyList<PersonName> Companions);

/// <summary>
/// 报名: one person's ashes in one group, with the relatives who come along. Somebody is in one living group only, and in none who rests already:
/// by index and by trigger.
/// </summary>
internal sealed class GroupSeat : JournalSubject, IOwnedByUnit
{
    private GroupSeat()
    {
    }

    public override string SubjectKind => "cemetery.group-seat";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid GroupId { get; private init; }

    public PersonName PersonName { get; private init; } = null!;

    public IdNumber? PersonId { get; private init; }

    public Guid? CaseId { get; private init; }

    /// <summary>Label of the container, where a home of this city made it.</summary>
    public string? Ashes { get; private init; }

    public int Part { get; private init; }

    public string? CremationCertificate { get; private init; }

    public PersonName ContactName { get; private init; } = null!;

    public PhoneNumber? ContactPhone { get; private init; }

    public string Relation { get; private init; } = "";

    /// <summary>How many come along, the contact included where they do.</summary>
    public int Companions { get; private init; }

    public List<GroupCompanion> Names { get; } = [];

    public DateTimeOffset SignedAt { get; private init; }

    public SeatState State { get; private set; }

    public string? EndedFor { get; private set; }

    public Guid? IntermentId { get; private set; }

    public static GroupSeat Take(EcoBurialGroup group, SeatPerson person, SeatContact contact, Actor by, DateTimeOffset now)
    {
        var seat = new GroupSeat
        {
            Division = group.Division,
            Institution = group.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            GroupId = group.Id,
            PersonName = person.Name,
            PersonId = person.Id,
            CaseId = person.CaseId,
            Ashes = person.Ashes,
            Part = person.Part,
            CremationCertificate = person.Certificate,
            ContactName = contact.Name,
            ContactPhone = contact.Phone,
            Relation = contact.Relation,
            Companions = contact.Companions.Count,
            SignedAt = now,
        };
        foreach (var (at, name) in contact.Companions.Index()) seat.Names.Add(new GroupCompanion { SeatId = seat.Id, Ordinal = at + 1, Name = name });
        seat.Note("group-seat.taken", new { group.Number, person.CaseId, person.Ashes, person.Part, contact.Companions.Count });
        return seat;
    }

    public Outcome<Done> Withdraw(string why)
    {
        if (State != SeatState.SignedUp) return GroupProblems.SeatOver;
        (State, EndedFor) = (SeatState.Withdrawn, why);
        Note("group-seat.withdrawn", new { GroupId });
        return Done.It;
    }

    public Outcome<Done> Miss()
    {
        if (State != SeatState.SignedUp) return GroupProblems.SeatOver;
        (State, EndedFor) = (SeatState.Absent, "当天没有到场");
        Note("group-seat.absent", new { GroupId });
        return Done.It;
    }

    public Outcome<Done> Lay(Guid interment)
    {
        if (State != SeatState.SignedUp) return GroupProblems.SeatOver;
        (State, IntermentId) = (SeatState.Laid, interment);
        Note("group-seat.laid", new { GroupId, interment });
        return Done.It;
    }
}

/// <summary>随行家属: who stands on the boarding list.</summary>
internal sealed class GroupCompanion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeatId { get; init; }

    public required int Ordinal { get; init; }

    public required PersonName Name { get; init; }
}

internal static class GroupSeats
{
    /// <summary>Whether a container is signed up for a journey to another place than this one.</summary>
    public static Task<bool> AwaitsElsewhereAsync(AnminDb db, string ashes, Guid position, CancellationToken ct)
    {
        const string why = "查是否已经报名海葬、撒散";
        var groups = db.AcrossScopes<EcoBurialGroup>(why);
        return db.AcrossScopes<GroupSeat>(why).AnyAsync(s => s.State == SeatState.SignedUp && s.Ashes == ashes && groups.Any(g => g.Id == s.GroupId && g.PositionId != position), ct);
    }
}
