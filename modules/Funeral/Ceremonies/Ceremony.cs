using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Ceremonies;

internal enum CeremonyState { SettingUp, Ready, Running, Ended }

/// <summary>
/// 告别或守灵: what happens in a hall under one booking. The booking says where and when; this says what is known and how far it has got.
/// A row exists once somebody of the hall has touched it.
/// </summary>
internal sealed class Ceremony
{
    /// <summary>The booking's id: one ceremony a booking.</summary>
    public required Guid Booking { get; init; }

    public required Guid CaseId { get; init; }

    public required string Institution { get; init; }

    public required string Hall { get; init; }

    public CeremonyState State { get; private set; }

    public int? People { get; private set; }

    /// <summary>The family agreed that the name is shown at the door. Nobody's name is shown before that.</summary>
    public bool ShowName { get; private set; }

    /// <summary>False where only the mourning hall is used and the body stays where it is.</summary>
    public bool WithBody { get; private set; } = true;

    public string Note { get; private set; } = "";

    public DateTimeOffset? ReadyAt { get; private set; }

    public string? ReadyBy { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public string? StartedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public Outcome<Done> Describe(int? people, bool showName, bool withBody, string note)
    {
        if (State == CeremonyState.Ended) return CeremonyProblems.Over;
        (People, ShowName, WithBody, Note) = (people, showName, withBody, note);
        return Done.It;
    }

    public Outcome<Done> MakeReady(string by, DateTimeOffset now)
    {
        if (State != CeremonyState.SettingUp) return CeremonyProblems.WrongStep;
        (State, ReadyBy, ReadyAt) = (CeremonyState.Ready, by, now);
        return Done.It;
    }

    /// <param name="bodyIsHere">The tag was scanned into this hall.</param>
    public Outcome<Done> Start(bool bodyIsHere, string by, DateTimeOffset now)
    {
        if (State != CeremonyState.Ready) return CeremonyProblems.WrongStep;
        if (WithBody && !bodyIsHere) return CeremonyProblems.BodyNotHere;
        if (now < ReadyAt) return CeremonyProblems.ClockBack;
        (State, StartedBy, StartedAt) = (CeremonyState.Running, by, now);
        return Done.It;
    }

    public Outcome<Done> End(string by, DateTimeOffset now)
    {
        if (State != CeremonyState.Running) return CeremonyProblems.WrongStep;
        if (now < StartedAt) return CeremonyProblems.ClockBack;
        (State, EndedBy, EndedAt) = (CeremonyState.Ended, by, now);
        return Done.It;
    }
}

internal static class CeremonyProblems
{
    public static readonly Problem WrongStep = new("funeral.ceremony.wrong-step", "这场仪式不在这一步，可能已有同事办过。请刷新后看当前状态。", ProblemKind.Conflict);

    public static readonly Problem Over = new("funeral.ceremony.over", "这场仪式已经结束，不能再改。", ProblemKind.Conflict);

    public static readonly Problem BodyNotHere = new("funeral.ceremony.body", "遗体还没有扫码进这个厅，不能开始。只用灵堂的，请先改为不带遗体。");

    public static readonly Problem BodyStillHere = new("funeral.ceremony.body-here", "遗体还在厅里，不能结束。请先扫码转出。");

    public static readonly Problem ClockBack = new("funeral.ceremony.clock-back", "现在的时间早于上一步的时间，服务器时钟可能被调过。请管理员核对时钟后再办。");

    public static readonly Problem NotCeremony = new("funeral.ceremony.not-one", "这个时段约的不是告别或守灵。请到排期里核对。", ProblemKind.NotFound);

    public static readonly Problem PeopleUnread = new("funeral.ceremony.people", "人数请填0到5000的整数。", ProblemKind.Invalid, "People");

    public static readonly Problem HallUnknown = new("funeral.ceremony.hall", "没有这个厅。请从列表中选择。", ProblemKind.NotFound);
}

internal static class CeremonyWords
{
    public static string Of(CeremonyState state) => state switch { CeremonyState.SettingUp => "布置", CeremonyState.Ready => "就绪", CeremonyState.Running => "进行", _ => "结束" };

    public static string Purpose(string purpose) => purpose == "vigil" ? "守灵" : "告别";
}
