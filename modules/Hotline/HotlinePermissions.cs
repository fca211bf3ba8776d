using Anmin.Kernel.Actors;

namespace Anmin.Hotline;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class HotlinePermissions
{
    public static readonly Permission AnnounceCall = new("hotline.call.announce", "电话系统通报来电");
    public static readonly Permission TakeCall = new("hotline.call.take", "接听热线、建案卷");
    public static readonly Permission ReadCalls = new("hotline.call.read", "查看来电记录");
    public static readonly Permission DoCallBack = new("hotline.call-back.do", "安排和登记回拨");
    public static readonly Permission ReviewCall = new("hotline.quality.review", "抽查通话质量");
    public static readonly Permission ReadStatistics = new("hotline.statistics.read", "查看热线统计");

    public static readonly IReadOnlyList<Permission> All = [AnnounceCall, TakeCall, ReadCalls, DoCallBack, ReviewCall, ReadStatistics];
}
