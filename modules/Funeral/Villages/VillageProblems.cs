using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Villages;

/// <summary>Every way something from the village is refused.</summary>
internal static class VillageProblems
{
    public static readonly Problem OtherAccount = new("funeral.village.other-account", "这一条是另一个账号在这部手机上登记的。请用那个账号登录后再发。");

    public static readonly Problem Outside = new("funeral.village.outside", "这个地点不在您的村（社区）或镇街。请重新选择，或者告诉那里的同事。", ProblemKind.Refused, "Place");

    public static readonly Problem ClockAhead = new("funeral.village.clock-ahead", "手机时间比现在快。请把手机时间改成自动，再点“按现在的时间登记”。");

    public static readonly Problem CountShape = new("funeral.village.count", "请填写坟的数量，1到9999。", ProblemKind.Invalid, "Count");

    public static readonly Problem Position = new("funeral.village.position", "位置读不出来。请重新定位，或者不带位置上报。", ProblemKind.Invalid, "Latitude");

    public static readonly Problem NoReport = new("funeral.village.no-report", "这张照片的上报还没有收到。请先发上报，再发照片。");

    public static readonly Problem TooManyPhotos = new("funeral.village.photos", "一次上报最多6张照片。");

    public static readonly Problem PhotoSize = new("funeral.village.photo-size", "照片太大，最多600KB。请重新拍一张小一些的。", ProblemKind.Invalid, "Data");

    public static readonly Problem Checked = new("funeral.village.checked", "这条上报已经核实过。请刷新后看结果。", ProblemKind.Conflict);

    public static readonly Problem NotReopened = new("funeral.village.not-reopened", "只有核实的人能撤销，而且要在登记处置以前。请刷新后看现在的状态。", ProblemKind.Conflict);

    public static readonly Problem ReasonNeeded = new("funeral.village.reason", "不属实的，请写明看到的情况。", ProblemKind.Invalid, "Note");

    public static readonly Problem NotConfirmed = new("funeral.village.not-confirmed", "核实为属实以后才能登记处置。", ProblemKind.Refused);

    public static readonly Problem SettledOn = new("funeral.village.settled-on", "处置日期要在上报那天以后，今天或以前。", ProblemKind.Invalid, "On");

    public static readonly Problem VisitedOn = new("funeral.village.visited-on", "走访日期不能晚于今天。", ProblemKind.Invalid, "VisitedOn");

    public static readonly Problem FilterUnread = new("funeral.village.filter", "筛选条件读不出来。请清除筛选后重新选。", ProblemKind.Invalid);
}
