using Anmin.Funeral.Timetable;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Scheduling;

/// <summary>Every way the schedule refuses, with the sentence people read.</summary>
internal static class SchedulingProblems
{
    public static readonly Problem InPast = new("funeral.schedule.past", "这个时间已经过去。请选现在以后的时间。", ProblemKind.Refused);
    public static readonly Problem Booked = new("funeral.schedule.booked", "这位逝者已经排了这一项。要换时间，请在排期表上改期。", ProblemKind.Conflict);
    public static readonly Problem NotBooked = new("funeral.schedule.not-booked", "没有找到这个预约。可能已经取消或者改期，请刷新后再看。", ProblemKind.Conflict);
    public static readonly Problem PlanStale = new("funeral.schedule.plan-stale", "编排以后，排期有了变化，或者已经采用过。请重新编排，看过再采用。", ProblemKind.Conflict);
    public static readonly Problem NothingChosen = new("funeral.schedule.nothing", "没有要采用的安排。请先编排一天。", ProblemKind.Invalid);
    public static readonly Problem NotPlanned = new("funeral.schedule.not-planned", "方案里有一项和逝者的要求不符。请重新编排。", ProblemKind.Refused);
    public static readonly Problem PurposeUnknown = new("funeral.schedule.purpose", "请选告别、守灵或者火化。", ProblemKind.Invalid);
    public static readonly Problem WrongKind = new("funeral.schedule.kind", "这一项不能排在这里：告别排厅，守灵排守灵间，火化排炉。请从列表里选。", ProblemKind.Invalid);
    public static readonly Problem PeopleRange = new("funeral.schedule.people", "人数请填0到2000之间的数字。", ProblemKind.Invalid);
    public static readonly Problem MinutesRange = new("funeral.schedule.minutes", "时长请填10到4320分钟之间的数字。", ProblemKind.Invalid);
    public static readonly Problem AfterCremation = new("funeral.schedule.order", "告别要在火化之前结束。请先给火化改期，或者选早一些的时间。", ProblemKind.Refused);
    public static readonly Problem HomeUnknown = new("funeral.schedule.home", "还不知道由哪个殡仪馆办理。请先登记接运或者接收。", ProblemKind.Refused);
    public static readonly Problem TooManyLines = new("funeral.schedule.lines", "一次采用的安排太多。请一天一天地编排。", ProblemKind.Invalid);

    public static Problem NobodyOnShift(string at) => new("funeral.schedule.nobody-on-shift", $"{at}没有火化工当班。请换一个时间，或者先排好班。", ProblemKind.Refused, "From");

    public static Problem OperatorsBusy(string at, int people) => new("funeral.schedule.operators-busy", $"{at}当班的{people}名火化工都已安排在炉前。请换一个时间。", ProblemKind.Conflict, "From");

    public static Problem StillBooked(int count, string first) => new("funeral.schedule.still-booked", $"这段时间还有{count}个预约（最早{first}）。请先给它们改期；设备已经不能用的，请登记故障，会自动改排。", ProblemKind.Conflict);
}
