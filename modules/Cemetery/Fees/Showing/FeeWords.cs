using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Fees.Waivers;

namespace Anmin.Cemetery.Fees.Showing;

/// <summary>What codes are called on pages.</summary>
internal static class FeeWords
{
    public static string Of(FeeQueue queue, int days) => queue switch
    {
        FeeQueue.Soon => $"{days}天内到期",
        FeeQueue.Over => "已到期",
        FeeQueue.Arrears => "欠费",
        FeeQueue.Urged => "已催缴",
        FeeQueue.Announced => "已公告",
        FeeQueue.Waivers => "减免待批",
        FeeQueue.Unreached => "提醒未送达",
        _ => "待退款",
    };

    public static string Nothing(FeeQueue queue) => queue switch
    {
        FeeQueue.Soon => "近期没有到期的合同。",
        FeeQueue.Over => "没有已到期的合同。",
        FeeQueue.Arrears => "没有需要催缴的合同。",
        FeeQueue.Urged => "没有催缴后还没交的合同。",
        FeeQueue.Announced => "没有公告中的合同。",
        FeeQueue.Waivers => "没有等待审批的减免。",
        FeeQueue.Unreached => "提醒都已送达。",
        _ => "没有需要退回的款项。",
    };

    public static string Of(FeeKind kind) => kind switch
    {
        FeeKind.Charge => "应交",
        FeeKind.Payment => "交费",
        FeeKind.Waiver => "减免",
        _ => "退费",
    };

    public static string Of(Hardship hardship) => hardship switch
    {
        Hardship.Dibao => "城乡低保对象",
        Hardship.Tekun => "特困人员",
        _ => "其他困难家庭",
    };

    public static string Of(WaiverState state) => state switch
    {
        WaiverState.Asked => "等审批",
        WaiverState.Granted => "已同意",
        _ => "没有同意",
    };

    public static string Of(FeeLetterKind kind) => kind == FeeLetterKind.Urge ? "催缴函" : "催缴公告";

    public static string Of(NoticeKind kind) => kind == NoticeKind.Term ? "使用期" : "维护管理费";

    public static string Days(int days) => days == 0 ? "当天" : $"前{days}天";
}
