using Anmin.Kernel.Outcomes;

namespace Anmin.Workbench.Filters;

/// <summary>Every way a saved filter is refused, with the sentence people read.</summary>
internal static class FilterProblems
{
    public static readonly Problem NoPage = new("workbench.filter.page", "这一页的筛选不能保存。请从清单页面上保存。", ProblemKind.Invalid);

    public static readonly Problem Nothing = new("workbench.filter.empty", "现在没有可以保存的筛选。请先在清单上选条件；查找的文字不保存。", ProblemKind.Invalid);

    public static readonly Problem Personal = new("workbench.filter.personal", "这个筛选里有像证件号或者电话的内容，不能保存。请去掉以后再保存。", ProblemKind.Invalid);

    public static readonly Problem TooLong = new("workbench.filter.too-long", "条件太多，保存不下。请减少几项再保存。", ProblemKind.Invalid);

    public static readonly Problem NameTaken = new("workbench.filter.name-taken", "您在这一页已有同名的筛选。请换一个名称。", ProblemKind.Conflict, "Name");

    public static readonly Problem TooMany = new("workbench.filter.too-many", "一页最多保存20个筛选。请先删掉不用的。");

    public static readonly Problem NoInstitution = new("workbench.filter.no-institution", "您的岗位不属于一个单位，筛选只能自己用。");
}
