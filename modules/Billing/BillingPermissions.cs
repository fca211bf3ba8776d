using Anmin.Kernel.Actors;

namespace Anmin.Billing;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class BillingPermissions
{
    public static readonly Permission ReadLists = new("billing.price-list.read", "查看收费清单");
    public static readonly Permission DraftLists = new("billing.price-list.draft", "编制收费清单");
    public static readonly Permission FileLists = new("billing.price-list.file", "登记收费清单备案");
    public static readonly Permission PublishLists = new("billing.price-list.publish", "公布收费清单");
    public static readonly Permission EvaluateLists = new("billing.price-list.evaluate", "登记价格评估");

    public static readonly Permission ReadBills = new("billing.bill.read", "查看费用清单和收款");
    public static readonly Permission DrawBill = new("billing.bill.draw", "出具费用清单");
    public static readonly Permission SignBill = new("billing.bill.sign", "请经办人签费用清单");
    public static readonly Permission TakePayment = new("billing.payment.take", "收款、开收据");
    public static readonly Permission AskRefund = new("billing.refund.ask", "申请退费");
    public static readonly Permission ApproveRefund = new("billing.refund.approve", "复核退费");
    public static readonly Permission CloseTill = new("billing.till.close", "收费日结");
    public static readonly Permission CloseMonth = new("billing.month.close", "收费月结");
    public static readonly Permission Reconcile = new("billing.channel.reconcile", "核对支付渠道对账文件");
    public static readonly Permission ReadLedger = new("billing.ledger.read", "查看收费总账");

    public static readonly IReadOnlyList<Permission> All =
    [
        ReadLists, DraftLists, FileLists, PublishLists, EvaluateLists,
        ReadBills, DrawBill, SignBill, TakePayment, AskRefund, ApproveRefund, CloseTill, CloseMonth, Reconcile, ReadLedger,
    ];
}
