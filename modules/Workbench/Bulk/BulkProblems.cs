using Anmin.Kernel.Outcomes;

namespace Anmin.Workbench.Bulk;

/// <summary>Every way 批量办理 refuses, with the sentence people read.</summary>
internal static class BulkProblems
{
    public static readonly Problem NoAction = new("workbench.bulk.no-action", "没有这种批量办理。请从清单里勾选后再办。", ProblemKind.NotFound);

    public static readonly Problem NothingPicked = new("workbench.bulk.nothing-picked", "没有选中任何一行。请回清单勾选后再办。");

    public static readonly Problem NotRunning = new("workbench.bulk.not-running", "这次批量办理已经办完，请刷新看结果。", ProblemKind.Conflict);

    public static readonly Problem NoUndo = new("workbench.bulk.no-undo", "这次批量办理不能撤销：还没有办完，已经撤销过，或者这件事办了就不能撤销。", ProblemKind.Conflict);

    public static readonly Problem UndoOver = new("workbench.bulk.undo-over", "撤销的时限已过。请打开每一份单独更正。", ProblemKind.Conflict);

    public static readonly Problem ActionGone = new("workbench.bulk.action-gone", "这个版本不再有这种批量办理。");

    public static readonly Problem NoLongerMay = new("workbench.bulk.no-longer-may", "申请人现在没有这项权限，这一行没有办。", ProblemKind.Denied);

    public static readonly Problem RowBroke = new("workbench.bulk.row-broke", "办到这一行出错，没有办成。请打开这一份单独办；还是不行，请告诉管理员。");

    public static Problem TooMany(int most) => new("workbench.bulk.too-many", $"一次最多选{most}行。请分几次办。");

    public static Problem TooManyOpen(long most) => new("workbench.bulk.too-many-open", $"您已有{most}次批量办理在办。请等办完一次再办。");
}
