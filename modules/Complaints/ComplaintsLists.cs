using Anmin.Kernel.Dictionaries;

namespace Anmin.Complaints;

/// <summary>The lists people choose from in this module (字典).</summary>
internal static class ComplaintsLists
{
    public static readonly CodeList Kind = new("complaints.kind", "投诉举报关于什么", []) { Open = true, Editable = true, Hint = "投诉人自己选，也用来筛选和统计。" };

    public static readonly CodeList Refusal = new("complaints.refusal", "不予受理的原因", []) { Open = true, Editable = true, Hint = "不予受理时选，投诉人看得到，并写明该找谁。" };

    public static readonly IReadOnlyList<CodeList> All = [Kind, Refusal];
}
