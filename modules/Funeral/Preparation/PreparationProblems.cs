using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Preparation;

internal static class PreparationProblems
{
    public static readonly Problem KindUnknown = new("funeral.preparation.kind", "请从列表中选择整理项目。", ProblemKind.Invalid, "Kind");

    public static readonly Problem ConsentMissing = new("funeral.preparation.consent", "这一项要经办人同意。请选择同意的经办人，并写明同意书。", ProblemKind.Invalid, "ConsentBy");

    public static readonly Problem WrongStep = new("funeral.preparation.wrong-step", "这张整理单不在这一步，可能已有同事办过。请刷新。", ProblemKind.Conflict);

    public static readonly Problem NotInRoom = new("funeral.preparation.not-in-room", "遗体还不在整容间。请先扫码转到整容间，再开始。");

    public static readonly Problem ProtectionMissing = new("funeral.preparation.protection", "这位逝者登记了传染病防护。请写明已采取的防护措施再开始。", ProblemKind.Invalid, "Protection");

    public static readonly Problem ClockBack = new("funeral.preparation.clock-back", "现在的时间早于上一步的时间，服务器时钟可能被调过。请管理员核对时钟后再办。");

    public static readonly Problem RoomUnknown = new("funeral.preparation.room", "请从列表中选择本馆的整容间。", ProblemKind.Invalid, "Room");

    public static readonly Problem WorkerUnknown = new("funeral.preparation.worker", "请从列表中选择本馆的整容师。", ProblemKind.Invalid, "AssignedTo");

    public static readonly Problem NotHere = new("funeral.preparation.not-here", "遗体不在馆内，不能开整理单。请先办理接收。");

    public static readonly Problem PhotoUnread = new("funeral.preparation.photo-unread", "这不是照片，或者文件损坏。请用JPEG或PNG照片。", ProblemKind.Invalid, "Photo");

    public static readonly Problem PhotoTooLarge = new("funeral.preparation.photo-large", "照片超过4兆。请缩小后再传。", ProblemKind.Invalid, "Photo");

    public static readonly Problem PhotoFull = new("funeral.preparation.photo-full", "这张整理单的照片已满12张。请先完成这一单。");

    public static readonly Problem PhotoGone = new("funeral.preparation.photo-gone", "这张照片已按规则删除，只留下拍摄记录。", ProblemKind.NotFound);

    public static readonly Problem NotStarted = new("funeral.preparation.not-started", "还没有开始，不能传照片。请先开始这张整理单。");
}
