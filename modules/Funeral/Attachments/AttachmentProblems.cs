using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Attachments;

/// <summary>Every way an attachment is refused.</summary>
internal static class AttachmentProblems
{
    public static readonly Problem TypeUnknown = new("funeral.attachment.type", "请选择这份材料是哪一种。", ProblemKind.Invalid, "Type");

    public static readonly Problem Twice = new("funeral.attachment.twice", "这份材料已经在案卷里，内容完全相同，不用再传。", ProblemKind.Conflict, "File");

    public static readonly Problem TooMany = new("funeral.attachment.too-many", "这份案卷的材料太多了。请先撤回不用的，或者交到业务厅。", ProblemKind.Refused, "File");

    public static readonly Problem ReasonShort = new("funeral.attachment.reason", "请写明原因，不少于4个字。", ProblemKind.Invalid, "Reason");

    public static readonly Problem LateReason = new("funeral.attachment.late", "案卷已归档。要补材料的，请写明补材料的原因，不少于4个字。", ProblemKind.Refused, "LateFor");

    public static readonly Problem Old = new("funeral.attachment.old", "这份材料已经换过或者撤回，不能再改。请看最新的一份。", ProblemKind.Refused);

    public static readonly Problem Blocked = new("funeral.attachment.blocked", "病毒扫描没有通过，这份材料不能打开。请撤回，让家属重新拍照。", ProblemKind.Refused);

    public static readonly Problem NotPicture = new("funeral.attachment.not-picture", "PDF不能在这里转正。请转正以后重新上传。", ProblemKind.Refused);
}
