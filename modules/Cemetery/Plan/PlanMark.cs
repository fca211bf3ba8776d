using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;

namespace Anmin.Cemetery.Plan;

/// <summary>How a position shows on the plan: its state, and over it what wants doing. Each position has one.</summary>
public enum PlanMark
{
    Free,
    Held,
    Contracted,
    Occupied,

    /// <summary>The term ends within the days of the rule, or has ended.</summary>
    Expiring,

    /// <summary>维护费 not paid up to today.</summary>
    Arrears,
    Blocked,
    Planned,
}

/// <summary>Marks by name, word and reason.</summary>
internal static class PlanMarks
{
    public static IReadOnlyList<PlanMark> All { get; } = Enum.GetValues<PlanMark>();

    /// <summary>In addresses.</summary>
    public static string Name(PlanMark mark) => mark.ToString().ToLowerInvariant();

    public static PlanMark? Read(string? name) => All.Where(m => Name(m) == name).Select(m => (PlanMark?)m).FirstOrDefault();

    public static string Of(PlanMark mark, int? days = null) => mark switch
    {
        PlanMark.Free => "可选",
        PlanMark.Held => "留位，到时释放",
        PlanMark.Contracted => "已签约待安葬",
        PlanMark.Occupied => "已安葬",
        PlanMark.Expiring => days is { } d ? $"{d}天内到期或已到期" : "已到期",
        PlanMark.Arrears => "欠维护费",
        PlanMark.Blocked => "停用、整改",
        _ => "未开放",
    };

    /// <param name="days">How long before its end a term shows; null where no rule says, then only after it.</param>
    public static PlanMark Of(PositionState state, RightState? right, DateOnly? until, DateOnly? careUntil, long careFen, DateOnly today, int? days) => state switch
    {
        PositionState.Blocked => PlanMark.Blocked,
        PositionState.Planned => PlanMark.Planned,
        PositionState.Available => PlanMark.Free,
        _ when right is RightState.Paid or RightState.Active && careFen > 0 && careUntil < today => PlanMark.Arrears,
        _ when right is RightState.Paid or RightState.Active && until <= today.AddDays(days ?? -1) => PlanMark.Expiring,
        PositionState.Held => PlanMark.Held,
        PositionState.Contracted => PlanMark.Contracted,
        _ => PlanMark.Occupied,
    };
}
