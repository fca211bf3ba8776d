namespace Anmin.Funeral.Ceremonies;

internal static class HallDone
{
    public static string? Of(string? done) => done switch
    {
        "described" => "仪式情况已登记。",
        "ready" => "厅已就绪。",
        "started" => "仪式已开始。",
        "ended" => "仪式已结束，厅打扫以后可用。",
        "moved" => "已转移，交接已登记。",
        _ => null,
    };
}
