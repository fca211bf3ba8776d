using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Lanes;

/// <summary>Every way a lane refuses before the business is asked.</summary>
public static class LaneProblems
{
    /// <summary>The database did not say whether it was committed; the same key finds it out.</summary>
    public static readonly Problem Unsure = new("kernel.lane.unsure", "数据库暂时没有响应，这一次是否办成还不能确定。请过一分钟在原页面再提交一次，不会重复办理。", ProblemKind.Unavailable) { RetryAfter = TimeSpan.FromSeconds(10) };

    public static readonly Problem Elsewhere = new("kernel.lane.elsewhere", "系统正在切换，这一次没有办理。请过几秒钟再提交。", ProblemKind.Unavailable) { RetryAfter = TimeSpan.FromSeconds(3) };

    public static readonly Problem Closing = new("kernel.lane.closing", "系统正在重新启动，这一次没有办理。请过一分钟再提交。", ProblemKind.Unavailable) { RetryAfter = TimeSpan.FromSeconds(30) };

    /// <param name="place">Place in line, counted from one.</param>
    public static Problem Queue(int place, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new("kernel.lane.queue", string.Create(CultureInfo.InvariantCulture, $"现在办理的人很多，您前面还有{place - 1}人。请过{seconds}秒再提交，您填写的内容没有丢。"), ProblemKind.Unavailable) { RetryAfter = TimeSpan.FromSeconds(seconds) };
    }
}
