using Anmin.Ui.Status;

namespace Anmin.Funeral.Workbench;

/// <summary>A due instant is exclusive: a period that ends with Wednesday is due at 00:00 of Thursday, and people must read Wednesday.</summary>
internal static class DueTime
{
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(1);

    public static Deadline Of(DateTimeOffset due, DateTimeOffset now, DateTimeOffset from) => new(due - Last, now, due - from);
}
