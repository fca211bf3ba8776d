using Anmin.Kernel.Actors;

namespace Anmin.Contracts.Workbench;

/// <summary>Long work of one kind that people wait for, as the room that does it keeps it. 任务托盘 reads all of them; there is no second book about the same work.</summary>
public interface ITrayWork
{
    /// <summary>Who can have such work. Its reach is in force while the rows are read.</summary>
    Permission Permission { get; }

    /// <summary>What this person asked for and is still open, or was asked for since; newest first, at most fifty.</summary>
    Task<IReadOnlyList<TrayLine>> OfAsync(string person, DateTimeOffset since, CancellationToken ct);

    /// <summary>How much of it waits or runs. One count over an index: every page of the staff asks.</summary>
    Task<int> OpenAsync(string person, CancellationToken ct);
}

/// <summary>One piece of work in the tray.</summary>
/// <param name="Kind">导出, 导入: two characters.</param>
/// <param name="Unit">What is counted, e.g. 行.</param>
public sealed record TrayLine(Guid Id, string Kind, string Title, DateTimeOffset At, TrayState State, int Done, int Total, string Unit)
{
    /// <summary>The page where more is said; null where there is none.</summary>
    public string? Href { get; init; }

    /// <summary>A form posted here answers with the file; null while there is none.</summary>
    public string? FilePath { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>When the file goes away.</summary>
    public DateTimeOffset? KeepUntil { get; init; }

    /// <summary>A form posted here stops the work; null where it cannot be stopped.</summary>
    public string? CancelPath { get; init; }

    /// <summary>Why it failed, or what the result lacks, as people read it.</summary>
    public string? Note { get; init; }
}

public enum TrayState
{
    /// <summary>排队</summary>
    Waiting,

    /// <summary>进行</summary>
    Running,

    /// <summary>完成</summary>
    Done,

    /// <summary>失败</summary>
    Failed,

    /// <summary>已取消</summary>
    Cancelled,

    /// <summary>文件已到期删除</summary>
    Gone,
}
