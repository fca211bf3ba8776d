namespace Anmin.Contracts.Workbench;

/// <summary>任务托盘 of the person signed in. Each call has a scope of its own: the frame and the page are drawn at once.</summary>
public interface ITaskTray
{
    /// <summary>How much of their work waits or runs.</summary>
    ValueTask<int> OpenAsync(CancellationToken ct);

    /// <summary>Open work first, then the newest.</summary>
    Task<IReadOnlyList<TrayLine>> LinesAsync(int most, CancellationToken ct);
}
