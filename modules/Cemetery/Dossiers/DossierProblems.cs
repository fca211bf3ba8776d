using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Dossiers;

/// <summary>Every way 一墓一档 refuses.</summary>
internal static class DossierProblems
{
    public static readonly Problem None = new("cemetery.dossier.none", "这个墓位没有档案，或者不归您办理。签了合同以后才有档案。", ProblemKind.NotFound);

    public static readonly Problem ItemUnknown = new("cemetery.dossier.item", "归档清单里没有这一项，或者这份合同不用这一项。请从列表中选择。", ProblemKind.Invalid, "Item");

    public static readonly Problem NoPaper = new("cemetery.dossier.paper.none", "没有这份材料，或者不归您办理。请从档案里选择。", ProblemKind.NotFound);

    public static readonly Problem PaperTwice = new("cemetery.dossier.paper.twice", "这份文件已经在这一项里。请核对后再传。", ProblemKind.Conflict, "Files");

    public static readonly Problem PaperOld = new("cemetery.dossier.paper.old", "这份材料已经换过或撤回，不能再改。请打开现在的那一份。", ProblemKind.Conflict);

    public static readonly Problem TooManyFiles = new("cemetery.dossier.paper.many", "一次最多传10份文件。请分几次上传。", ProblemKind.Invalid, "Files");

    public static readonly Problem NoFiles = new("cemetery.dossier.paper.no-file", "没有选文件。请拍照或选择扫描件。", ProblemKind.Invalid, "Files");

    public static readonly Problem LateReason = new("cemetery.dossier.paper.late", "档案已归档，只能补材料，不能换、不能撤。补材料请写明补档原因。", ProblemKind.Refused, "LateFor");

    public static readonly Problem ReasonShort = new("cemetery.dossier.reason", "原因至少写4个字。请写清楚后再提交。", ProblemKind.Invalid, "Reason");

    public static readonly Problem SearchLong = new("cemetery.dossier.search", "查找的内容最多60个字。请缩短后再查。", ProblemKind.Invalid, "Q");

    public static readonly Problem FilterUnknown = new("cemetery.dossier.filter", "没有这个筛选条件。请从列表中选择。", ProblemKind.Invalid);

    public static readonly Problem AskedAlready = new("cemetery.dossier.filing.asked", "这份档案已经提交归档。请等第二人核对，或查看归档记录。", ProblemKind.Conflict);

    public static readonly Problem NotAsked = new("cemetery.dossier.filing.none", "这份档案没有等核对的归档。请刷新页面后查看。", ProblemKind.Conflict);

    public static readonly Problem TwoPersons = new("cemetery.dossier.filing.two", "提交归档和核对归档不能是同一人。请由另一人核对。");

    public static readonly Problem GapsChanged = new("cemetery.dossier.filing.changed", "提交以后缺项有变化。请退回，核对后重新提交。", ProblemKind.Conflict);

    public static readonly Problem FilingKept = new("cemetery.dossier.filing.kept", "归档记录办过以后不能再改。要补材料的，请直接补传。");

    public static readonly Problem NothingMissing = new("cemetery.dossier.letter.complete", "这份档案不缺材料，不用发补档通知。", ProblemKind.Refused);

    public static readonly Problem LetterOpen = new("cemetery.dossier.letter.open", "上一份补档通知还在等回复。请先登记回复。", ProblemKind.Conflict);

    public static readonly Problem NoLetter = new("cemetery.dossier.letter.none", "没有这份补档通知，或者不归您办理。请核对编号。", ProblemKind.NotFound);

    public static readonly Problem LetterAnswered = new("cemetery.dossier.letter.answered", "这份补档通知已经登记过回复。请在档案里查看。", ProblemKind.Conflict);

    public static readonly Problem BatchChanged = new("cemetery.dossier.letter.batch", "要发的份数和刚才看到的不一样。请看过新的份数后再发。", ProblemKind.Conflict);

    public static readonly Problem NothingToExport = new("cemetery.dossier.export.empty", "这个范围里没有档案。请换一个墓区。", ProblemKind.Invalid, "Section");

    public static readonly Problem ExportWaiting = new("cemetery.dossier.export.waiting", "这个范围的导出正在做。请等它做完。", ProblemKind.Conflict);

    public static readonly Problem ExportNotReady = new("cemetery.dossier.export.not-ready", "这次导出还没有做好，或者已过保留时间。请刷新查看，或重新导出。", ProblemKind.NotFound);

    public static readonly Problem TooBig = new("cemetery.dossier.export.size", "这份档案的文件太大，不能放进一个压缩包。请逐份打开材料保存。");

    public static Problem Incomplete(string missing) => new("cemetery.dossier.filing.incomplete", $"还缺：{missing}。请补齐，或写明缺少的原因（至少4个字）再归档。", ProblemKind.Refused, "Reason");

    public static Problem TooMany(int count, int most) => new("cemetery.dossier.export.many", $"这个范围有{count}份档案，一次最多{most}份。请选小一点的墓区，或只选有缺项的。", ProblemKind.Refused, "Section");

    public static Problem At(Problem problem, string file) => problem with { Message = $"{file}：{problem.Message}", Field = "Files" };
}
