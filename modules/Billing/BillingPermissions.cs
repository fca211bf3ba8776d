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

    public static readonly IReadOnlyList<Permission> All = [ReadLists, DraftLists, FileLists, PublishLists, EvaluateLists];
}
