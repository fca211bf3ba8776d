namespace Anmin.Ui.Records;

/// <summary>One line of a record: who did what to what, and what changed.</summary>
/// <param name="Actor">王丽, 系统</param>
/// <param name="Act">A verb: 改, 签, 交, 比对</param>
/// <param name="Subject">What it was done to.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Actor, string Act, string? Subject = null)
{
    /// <summary>岗位 in brackets after the name.</summary>
    public string? Post { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>One further line: reason, place, source.</summary>
    public string? Note { get; init; }

    /// <summary>Where the thing itself is.</summary>
    public string? Href { get; init; }
}
