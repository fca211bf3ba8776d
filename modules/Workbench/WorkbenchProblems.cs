using Anmin.Kernel.Outcomes;

namespace Anmin.Workbench;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class WorkbenchProblems
{
    public static readonly Problem NotOpen = new("workbench.export.not-open", "这项导出已经做完或者取消了，请刷新任务托盘。", ProblemKind.Conflict);

    public static readonly Problem NotReady = new("workbench.export.not-ready", "这份文件还没有做好，或者已经到期删除。请在任务托盘里看进度，或者再导出一次。");

    public static readonly Problem NoLonger = new("workbench.export.no-longer", "您现在没有导出这个清单的权限。需要的话，请找本单位的管理员。", ProblemKind.Denied);

    public static Problem TooMany(int count, long most) => new("workbench.export.too-many", $"这个清单有{count}行，一次最多导出{most}行。请先筛选再导出。");

    public static Problem TooManyOpen(long most) => new("workbench.export.too-many-open", $"您已有{most}项导出在办。请等做好一项，或者在任务托盘里取消一项再导出。");
}
