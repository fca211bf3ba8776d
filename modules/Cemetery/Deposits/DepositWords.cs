using Anmin.Ui.Status;

namespace Anmin.Cemetery.Deposits;

/// <summary>What people read for where a deposit stands.</summary>
internal static class DepositWords
{
    public static string Of(DepositStanding standing) => standing switch
    {
        DepositStanding.Kept => "在存",
        DepositStanding.Soon => "快到期",
        DepositStanding.Due => "今天到期",
        DepositStanding.Overdue => "逾期",
        DepositStanding.Notified => "已通知",
        DepositStanding.Announced => "已公告",
        _ => "待批准处置",
    };

    public static StatusShape Shape(DepositStanding standing) => standing switch
    {
        DepositStanding.Kept => StatusShape.Ok,
        DepositStanding.Soon or DepositStanding.Due => StatusShape.Todo,
        DepositStanding.Overdue => StatusShape.Bad,
        _ => StatusShape.Wait,
    };

    public static string Said(string done) => done switch
    {
        "renewed" => "已续存，费用清单已开，请到收费窗口交费。",
        "collected" => "骨灰已交付，格位已空出。",
        "notified" => "通知已发，期限从今天起算。",
        "announced" => "公告已发布。",
        "proposed" => "处置意见已提交民政局。",
        "approved" => "已批准，骨灰安放到生态葬位置。",
        _ => "已办理寄存。",
    };
}
