using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Furnaces;

/// <summary>Every way the work at the furnaces refuses.</summary>
internal static class FurnaceProblems
{
    public static readonly Problem TagDamaged = new("funeral.tag.damaged", "腕带号码没有扫全，或者有一位读错。请擦净腕带再扫一次；还扫不出来的，照腕带上的号码一位一位输入。", ProblemKind.Invalid, "Tag");

    public static readonly Problem NotCalled = new("funeral.furnace.not-called", "现在没有呼到炉前的逝者。请先在炉的次序里呼号，再扫腕带。", ProblemKind.Invalid, "Scan");

    public static readonly Problem AlreadyBegun = new("funeral.furnace.begun", "这位逝者已经开始火化或者已经火化，不用再呼号。请刷新次序。");

    public static readonly Problem AdviceChosen = new("funeral.furnace.screen-name", "屏幕显示方式没有变。请选另一种，或者不改。", ProblemKind.Invalid, "MayShow");

    public static readonly Problem StopReversed = new("funeral.furnace.stop-times", "停用的结束时间要晚于开始时间。请改时间。", ProblemKind.Invalid, "Until");

    public static readonly Problem StopNone = new("funeral.furnace.stop-none", "这次检修已经结束，或者没有这一条。请刷新后再看。");

    public static readonly Problem ReadingEmpty = new("funeral.furnace.reading-empty", "燃料、用电、炉温和说明至少填一项。", ProblemKind.Invalid, "FuelAmount");

    public static readonly Problem FuelNeeded = new("funeral.furnace.fuel", "填了燃料用量的，请选择燃料种类。", ProblemKind.Invalid, "Fuel");

    public static readonly Problem PollutantUnknown = new("funeral.emission.pollutant", "没有这一种污染物。请从列表中选择。", ProblemKind.Invalid, "Pollutant");

    public static readonly Problem FurnaceUnknown = new("funeral.furnace.unknown", "本馆没有这台火化机。请从列表中选择。", ProblemKind.Invalid, "Cremator");

    public static readonly Problem TakenAtNone = new("funeral.emission.taken-at", "监测时间不能晚于现在。请核对日期和钟点。", ProblemKind.Invalid, "TakenAt");

    public static readonly Problem NothingToReprint = new("funeral.tag.none", "这位逝者还没有系腕带，不能重打。接到遗体时才有腕带号码。");

    public static Problem Cooling(string furnace, string until) => new("funeral.furnace.cooling", $"{furnace}正在冷却，{until}以后可以使用。请等一等，或换一台。", ProblemKind.Conflict, "Cremator");

    public static Problem Stopped(string furnace, string until) => new("funeral.furnace.stopped", $"{furnace}停用检修，到{until}为止。请换一台。", ProblemKind.Conflict, "Cremator");

    public static Problem Unfit(string furnace) => new("funeral.furnace.unfit", $"{furnace}不能用于烈性传染病遗体。请换一台适用的火化机。", ProblemKind.Refused, "Cremator");

    public static Problem Running(string furnace) => new("funeral.furnace.running", $"{furnace}正在火化，不能停用。请等这一次结束。", ProblemKind.Conflict, "Cremator");
}
