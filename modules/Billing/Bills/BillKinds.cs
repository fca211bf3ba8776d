namespace Anmin.Billing.Bills;

/// <summary>What bills that are about no case are called on pages and papers.</summary>
internal static class BillKinds
{
    public const string Payer = "付款人";

    public static string Of(string kind) => kind switch
    {
        Bill.OfCase => "案卷",
        "cemetery.right" => "墓位合同",
        "cemetery.renewal" => "续期",
        "cemetery.care" => "维护管理费",
        "cemetery.deposit" => "骨灰寄存",
        _ => "其他收费",
    };

    /// <summary>What the subject's number is: 案卷编号 or 合同编号.</summary>
    public static string NumberLabel(string kind) => kind == Bill.OfCase ? "案卷编号" : "合同编号";
}
