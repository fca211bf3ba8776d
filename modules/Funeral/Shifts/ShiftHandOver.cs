using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Shifts;

/// <summary>交接班: what was open when one shift gave over to the next, taken from the records, and the two who signed under their own names.</summary>
internal sealed class ShiftHandOver : JournalSubject
{
    private ShiftHandOver()
    {
    }

    public override string SubjectKind => "funeral.shift";

    public required string Number { get; init; }

    public required string Institution { get; init; }

    /// <summary>What the records showed then, as JSON of <see cref="OpenMatter"/>: numbers of cases, no names.</summary>
    public required string Matters { get; init; }

    public required string Remarks { get; init; }

    public required string GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public string? TakenBy { get; private set; }

    public DateTimeOffset? TakenAt { get; private set; }

    public string? Answer { get; private set; }

    public static ShiftHandOver Give(string number, string institution, string matters, string remarks, string by, DateTimeOffset now)
    {
        var given = new ShiftHandOver { Number = number, Institution = institution, Matters = matters, Remarks = remarks, GivenBy = by, GivenAt = now };
        given.Note("shift.given", new { number, institution });
        return given;
    }

    public Outcome<Done> Take(string answer, string by, DateTimeOffset now)
    {
        if (TakenAt is not null) return ShiftProblems.Taken;
        if (GivenBy == by) return FuneralProblems.SameTwo;
        (TakenBy, TakenAt, Answer) = (by, now, answer);
        Note("shift.taken", new { Number });
        return Done.It;
    }
}

/// <param name="What">遗体在馆, 正在火化, 骨灰待领, 逾期 …</param>
/// <param name="Numbers">Of cases or containers, at most thirty.</param>
internal sealed record OpenMatter(string What, int Count, IReadOnlyList<string> Numbers);

/// <summary>Every way a hand-over refuses.</summary>
internal static class ShiftProblems
{
    public static readonly Problem Taken = new("funeral.shift.taken", "这一班已经有人接了。请刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem Waiting = new("funeral.shift.waiting", "上一次交班还没有人接。请先由接班的人签收。", ProblemKind.Conflict);

    public static readonly Problem NoHome = new("funeral.shift.no-home", "您不在殡仪馆的岗位，不用交接班。请用殡仪馆人员的账号登录。");
}
