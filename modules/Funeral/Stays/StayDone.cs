namespace Anmin.Funeral.Stays;

/// <summary>What stands over the page after a step.</summary>
internal static class StayDone
{
    public static string? Of(string? done) => done switch
    {
        "extended" => "延期已登记，申请可以打印。",
        "notified" => "逾期处理告知书已签发，请打印送达。",
        "received" => "送达已登记，答复期开始计算。",
        "announced" => "公告已发布，公众页面可以看到。",
        "proposed" => "已报民政局，等出具意见。",
        "decided" => "民政意见已出具，可以打印。",
        "signed" => "馆长已签字。火化仍要死亡证明、两人核对标签。",
        "ended" => "逾期处理已停止。",
        _ => null,
    };
}
