using System.Globalization;
using Anmin.Hotline.Calls;
using Anmin.Ui.Forms;

namespace Anmin.Hotline.Screen;

/// <summary>What the agent's screen posts, as typed: taking, reporting and ending a call share one form class.</summary>
public sealed class CallForm
{
    public string? CallId { get; set; }

    public string? Caller { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public bool NameUnknown { get; set; }

    public string? Place { get; set; }

    public string? PlaceKind { get; set; }

    public string? Address { get; set; }

    /// <summary><c>3-no</c>: third floor, no lift; empty: ground floor or unknown.</summary>
    public string? Floor { get; set; }

    public string? HandlerName { get; set; }

    public string? HandlerPhone { get; set; }

    public string? Relation { get; set; }

    public bool Infectious { get; set; }

    public bool Unnatural { get; set; }

    public bool NoHearse { get; set; }

    public string? EarliestAt { get; set; }

    public string? Note { get; set; }

    public string? Summary { get; set; }

    public string? Outcome { get; set; }

    public string? FuneralCase { get; set; }

    public string? CallBackAt { get; set; }

    public string? CallBackWhom { get; set; }

    /// <summary>掉线 was pressed: the call ends as it stands, and what was heard goes with the call-back.</summary>
    public bool Broken { get; set; }

    internal static readonly IReadOnlyList<Choice> PlaceKinds = [new("", "请选择"), new("home", "家中"), new("hospital", "医院"), new("elderly-home", "养老机构"), new("on-the-way", "送医途中"), new("other", "别的地方")];

    internal static readonly IReadOnlyList<Choice> Floors =
        [new("", "一楼，或者不清楚"), .. Enumerable.Range(2, 6).Select(n => new Choice($"{n}-no", $"{n}楼，没有电梯")), .. Enumerable.Range(2, 6).Select(n => new Choice($"{n}-yes", $"{n}楼，有电梯")), new("8-yes", "8楼以上，有电梯")];

    internal static readonly IReadOnlyList<Choice> Relations = [new("", "没有问"), new("子女", "子女"), new("配偶", "配偶"), new("孙辈", "孙辈"), new("兄弟姐妹", "兄弟姐妹"), new("邻居", "邻居"), new("其他", "其他")];

    internal static readonly IReadOnlyList<Choice> Outcomes = [new("", "请选择"), .. new[] { CallOutcome.Solved, CallOutcome.CallBack, CallOutcome.PassedOn, CallOutcome.Broken }.Select(o => new Choice(o.ToString(), CallWords.Of(o)))];

    internal ReportByPhone.Request Report(Guid call, IReadOnlyList<string> steps)
    {
        var floor = (Floor ?? "").Split('-') is [var number, var lift] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (Number: (int?)at, Lift: (bool?)(lift == "yes")) : (null, null);
        return new(call, Name, NameUnknown, Place, PlaceKind, Address, floor.Number, floor.Lift, HandlerName, HandlerPhone, Relation, Infectious, Unnatural, NoHearse, EarliestAt, Note, steps);
    }

    internal EndCall.Request Cut(Guid call, CallKind kind, IReadOnlyList<string> steps)
    {
        // name and town are what the next agent needs; the address is sealed where cases keep it and stays out of a plain sentence
        var heard = kind == CallKind.Death ? string.Join('，', new[] { "报告去世", Name is { Length: > 0 } ? $"逝者{Name}" : null, Place is { Length: > 0 } ? $"在{Place}" : null }.OfType<string>()) : Summary;
        return new(call, kind, heard, CallOutcome.Broken, null, steps, null, kind == CallKind.Death ? HandlerName : CallBackWhom);
    }

    internal EndCall.Request End(Guid call, CallKind kind, IReadOnlyList<string> steps)
        => new(call, kind, Summary, Enum.TryParse<CallOutcome>(Outcome, out var outcome) ? outcome : null, Guid.TryParse(FuneralCase, out var about) ? about : null, steps, CallBackAt, CallBackWhom);
}
