using Anmin.Ui.Status;

namespace Anmin.Ui.Records;

/// <summary>Whose turn a group of tasks is.</summary>
public enum TaskGroupKind
{
    /// <summary>需要您办理: stands out.</summary>
    Yours,
    /// <summary>由我们办理.</summary>
    Ours,
    /// <summary>已办好: plain text.</summary>
    Done,
}

/// <summary>One row of a task list.</summary>
/// <param name="Title">Verb first: 核对费用清单并签名</param>
/// <param name="Details">Who, what it waits for; for citizens at most two lines.</param>
public sealed record TaskLine(string Title, params IReadOnlyList<string> Details)
{
    /// <summary>Where it is done; a citizen's row without it is plain text.</summary>
    public string? Href { get; init; }

    /// <summary>今天17:30前, 不着急; on done rows the time it was done.</summary>
    public string? When { get; init; }

    public StatusMark? Status { get; init; }

    /// <summary>For staff, in place of the status.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The task the page shows now.</summary>
    public bool Current { get; init; }
}
