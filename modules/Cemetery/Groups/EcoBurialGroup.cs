using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Groups;

public enum GroupKind
{
    /// <summary>海葬.</summary>
    Sea,

    /// <summary>撒散.</summary>
    Scattering,
}

public enum GroupState
{
    Open,

    /// <summary>报名截止.</summary>
    Closed,

    /// <summary>延期待定: no day yet.</summary>
    Postponed,
    Held,
    Cancelled,
}

/// <param name="Craft">Vessel, or where it is scattered.</param>
/// <param name="Meet">Where everybody gathers.</param>
internal sealed record GroupPlan(GroupKind Kind, DateTimeOffset DepartsAt, DateOnly SignUpUntil, string Craft, string Meet, int MostPersons, int MostRelatives, string? Remark);

/// <summary>
/// 海葬、撒散批次: one journey on which several persons are laid to rest where nothing remains that could be moved. Recorded by two people, then final.
/// How many have signed up is counted by triggers, so that the database itself refuses one more than the vessel takes.
/// </summary>
internal sealed class EcoBurialGroup : JournalSubject, IOwnedByUnit
{
    private EcoBurialGroup()
    {
    }

    public override string SubjectKind => "cemetery.group";

    public string Number { get; private init; } = "";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public GroupKind Kind { get; private init; }

    /// <summary>The communal place of the section for the sea or for scattering.</summary>
    public Guid PositionId { get; private init; }

    public DateTimeOffset DepartsAt { get; private set; }

    /// <summary>Last day of sign-up, included.</summary>
    public DateOnly SignUpUntil { get; private set; }

    public string Craft { get; private init; } = "";

    public string Meet { get; private init; } = "";

    public int MostPersons { get; private init; }

    public int MostRelatives { get; private init; }

    public string? Remark { get; private init; }

    public GroupState State { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was put off or cancelled, the last time.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? HeldAt { get; private set; }

    public string? RecordedBy { get; private set; }

    public string? Witness { get; private set; }

    /// <summary>Where the journey really went, in words: 海域, 坐标.</summary>
    public string? Course { get; private set; }

    /// <summary>Persons signed up or laid to rest. Counted by triggers.</summary>
    public int Signed { get; private init; }

    /// <summary>Relatives who come along. Counted by triggers.</summary>
    public int Relatives { get; private init; }

    public bool IsOver => State is GroupState.Held or GroupState.Cancelled;

    public static Outcome<EcoBurialGroup> Open(string number, Position place, GroupPlan plan, Actor by, DateTimeOffset now, DateOnly departsOn)
    {
        if (plan.MostPersons is < 1 or > 500 || plan.MostRelatives is < 0 or > 5000) return GroupProblems.NumbersWrong;
        if (plan.DepartsAt <= now || plan.SignUpUntil > departsOn) return GroupProblems.DayPast;
        var group = new EcoBurialGroup
        {
            Number = number,
            Division = place.Division,
            Institution = place.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Kind = plan.Kind,
            PositionId = place.Id,
            DepartsAt = plan.DepartsAt,
            SignUpUntil = plan.SignUpUntil,
            Craft = plan.Craft,
            Meet = plan.Meet,
            MostPersons = plan.MostPersons,
            MostRelatives = plan.MostRelatives,
            Remark = plan.Remark,
        };
        group.Note("group.opened", new { number, plan.Kind, place.Code, plan.DepartsAt, plan.MostPersons, plan.MostRelatives });
        return group;
    }

    /// <summary>Whether one more family may sign up; how many still fit is the database's last word.</summary>
    public Problem? Refuses(int companions, DateOnly today, DateTimeOffset now) => this switch
    {
        { State: not GroupState.Open } => GroupProblems.NotOpen,
        _ when SignUpUntil < today || DepartsAt <= now => GroupProblems.NotOpen,
        _ when Signed >= MostPersons => GroupProblems.Full,
        _ when Relatives + companions > MostRelatives => GroupProblems.RelativesFull,
        _ => null,
    };

    public Outcome<Done> Close(DateTimeOffset now)
    {
        if (IsOver) return GroupProblems.Over;
        if (ClosedAt is not null) return GroupProblems.ClosedAlready;
        ClosedAt = now;
        if (State == GroupState.Open) State = GroupState.Closed;
        Note("group.closed", new { Signed, Relatives });
        return Done.It;
    }

    /// <summary>For the weather: everybody moves to another day, or waits for one. Sign-up keeps its distance from the day.</summary>
    public Outcome<Done> Postpone(DateTimeOffset? to, int days, string reason, DateTimeOffset now)
    {
        if (IsOver) return GroupProblems.Over;
        if (to <= now) return GroupProblems.DayPast;
        Note("group.postponed", new { from = DepartsAt, to });
        Reason = reason;
        if (to is not { } day)
        {
            State = GroupState.Postponed;
            return Done.It;
        }
        (State, DepartsAt, SignUpUntil) = (ClosedAt is null ? GroupState.Open : GroupState.Closed, day, SignUpUntil.AddDays(days));
        return Done.It;
    }

    public Outcome<Done> Cancel(string reason)
    {
        if (IsOver) return GroupProblems.Over;
        (State, Reason) = (GroupState.Cancelled, reason);
        Note("group.cancelled", new { Signed });
        return Done.It;
    }

    /// <summary>办完登记, by two people, on the day or later. Nothing may be changed afterwards.</summary>
    public Outcome<Done> Hold(int laid, int absent, string witness, string? course, DateOnly departsOn, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (IsOver) return GroupProblems.Over;
        if (State == GroupState.Postponed) return GroupProblems.WithoutDay;
        if (today < departsOn) return GroupProblems.TooEarly;
        if (laid == 0) return GroupProblems.NobodyLaid;
        if (witness == by.Id) return GroupProblems.WitnessNeeded;
        (State, HeldAt, RecordedBy, Witness, Course) = (GroupState.Held, now, by.Id, witness, course);
        Note("group.held", new { laid, absent, witness });
        return Done.It;
    }
}
