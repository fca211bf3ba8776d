using System.Globalization;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Dispatch;

/// <summary>Every way dispatching and driving refuse, with the sentence people read.</summary>
internal static class DispatchProblems
{
    public static readonly Problem NotDispatched = new("funeral.trip.not-dispatched", "这张接运单还没有派车。请先在调度台派车。");

    public static readonly Problem SameVehicle = new("funeral.trip.same-vehicle", "这一单已经派给这辆车和这两个人，不用再派。", ProblemKind.Conflict);

    public static readonly Problem NotYours = new("funeral.trip.not-yours", "这一单现在派给了别人。请看任务列表里自己的单子，有疑问打给调度。");

    public static readonly Problem OtherAccount = new("funeral.trip.other-account", "这一步是另一个账号在这部手机上登记的。请用那个账号登录后再发。");

    public static readonly Problem Reassigned = new("funeral.trip.reassigned", "这一单已经改派，这次派车的步骤不再登记。请看任务列表，有疑问打给调度。", ProblemKind.Conflict);

    public static readonly Problem ClockAhead = new("funeral.trip.clock-ahead", "手机时间比现在快。请把手机时间改成自动，再点“按现在的时间登记”。");

    public static readonly Problem ClockBack = new("funeral.trip.clock-back", "手机时间早于上一步。请把手机时间改成自动，再点“按现在的时间登记”。");

    public static readonly Problem TagNeeded = new("funeral.trip.tag-needed", "装车前先扫腕带。扫不出的，照腕带上的号码填写。", ProblemKind.Invalid, "Tag");

    public static readonly Problem TagShape = new("funeral.trip.tag-shape", "这不是一个腕带号码。请重新扫，或者照腕带填写。", ProblemKind.Invalid, "Tag");

    public static readonly Problem Signature = new("funeral.pickup.signature", "请选择由谁签名交出：家属、医院或公安。", ProblemKind.Invalid, "SignedBy");

    public static readonly Problem HandOverCode = new("funeral.trip.hand-over-code", "交接码不对。请接收人在接收页重新扫腕带，再扫屏幕上的新码。", ProblemKind.Refused, "Code");

    public static readonly Problem ReceiverUnknown = new("funeral.trip.receiver-unknown", "接收人要是这家殡仪馆能办接收的同事，不能是司机本人。请重新扫接收人的码。", ProblemKind.Refused, "Receiver");

    public static readonly Problem NotExpected = new("funeral.trip.not-expected", "这个腕带号码不在送来本馆的车上。请核对腕带；仍不符的，停下来打给调度。");

    public static readonly Problem Odometer = new("funeral.trip.odometer", "里程表读数请填0到9999999之间的整公里数。", ProblemKind.Invalid, "Odometer");

    public static readonly Problem OdometerBack = new("funeral.trip.odometer-back", "里程表读数小于出发时的读数。请核对仪表盘。", ProblemKind.Invalid, "Odometer");

    public static readonly Problem Position = new("funeral.trip.position", "位置数据不完整。请更新页面后再试。", ProblemKind.Invalid);

    public static readonly Problem PictureShape = new("funeral.trip.picture-shape", "只收照片（JPEG、PNG）。请重新拍一张。", ProblemKind.Invalid, "Data");

    public static readonly Problem PictureSize = new("funeral.trip.picture-size", "照片太大，最多600KB。请重新拍一张小一些的。", ProblemKind.Invalid, "Data");

    public static readonly Problem TooManyPictures = new("funeral.trip.pictures", "一张接运单最多12张照片和签名。请先和调度说明。");

    public static readonly Problem VehicleElsewhere = new("funeral.vehicle.elsewhere", "这辆车不属于承接的殡仪馆。请从建议里选本馆车辆。", ProblemKind.Invalid, "Vehicle");

    public static readonly Problem VehicleRunning = new("funeral.vehicle.running", "这辆车或者司机正在另一趟接运途中。请先等那一趟装车，或者换一辆车。", ProblemKind.Conflict);

    public static readonly Problem PermitMissing = new("funeral.pickup.permit", "跨地区接运需要批准。请填写批准文号和批准机关。", ProblemKind.Refused, "PermitNumber");

    public static readonly Problem Unfit = new("funeral.vehicle.unfit", "这辆车现在不能派。请换一辆车。");

    public static readonly Problem CrewUnfit = new("funeral.crew.unfit", "这位同事现在不能派。请换一位。");

    public static readonly Problem NotBroken = new("funeral.vehicle.not-broken", "这辆车没有停用，不用恢复。请刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem AlreadyBroken = new("funeral.vehicle.already-broken", "这辆车已经登记停用。修好后请登记恢复。", ProblemKind.Conflict);

    public static readonly Problem DisinfectedInFuture = new("funeral.disinfection.time", "消毒时间要在现在以前，也不能早于最近一趟交接。请核对时间。", ProblemKind.Invalid, "At");

    public static readonly Problem PapersDate = new("funeral.vehicle.papers-date", "至少填一项新的有效期，并且要晚于今天。", ProblemKind.Invalid);

    public static Problem StepDone(TripAct act, DateTimeOffset at) => new("funeral.trip.step-done", $"“{TripStep.Label(act)}”已经登记过，不用再点。", ProblemKind.Conflict);

    public static Problem StepOrder(TripAct due) => new("funeral.trip.step-order", $"还没有登记“{TripStep.Label(due)}”。请先点“{TripStep.Label(due)}”。", ProblemKind.Conflict);

    public static Problem OrderOver(TransportOrder order) => new("funeral.trip.order-over", $"接运单{order.Number}{TransportOrder.Label(order.Status)}，不能再改。请刷新后再看。", ProblemKind.Conflict);

    public static Problem NotFit(string thing, string why) => Unfit with { Message = $"{thing}{why}，不能派车。请换一辆车，或者先补办。" };

    public static Problem CrewNotFit(string name, string why) => CrewUnfit with { Message = $"{name}{why}，不能派车。请换一位，或者先补办。" };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
