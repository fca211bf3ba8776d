using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Public;

internal static class PublicProblems
{
    public static readonly Problem NoGround = new("cemetery.public.no-ground", "没有查到这个公墓或者骨灰堂。请回到列表重新选择。", ProblemKind.NotFound);
    public static readonly Problem NoPosition = new("cemetery.public.no-position", "没有查到这个位置。请回到墓位图重新选择。", ProblemKind.NotFound);
    public static readonly Problem NoHold = new("cemetery.public.no-hold", "没有查到这次预留。请核对短信里的网址和手机号，或者打电话问园里。", ProblemKind.NotFound);
    public static readonly Problem OtherPhone = new("cemetery.public.other-phone", "手机号和预留时填的对不上。请核对手机号，或者打电话问园里。", ProblemKind.Invalid, "Phone");
    public static readonly Problem NotOnline = new("cemetery.public.not-online", "这里还没有公布收费清单，不能在网上预留。请打电话问园里。");
    public static readonly Problem MobileOnly = new("cemetery.public.mobile-only", "要用能收短信的手机号。请换一个手机号。", ProblemKind.Invalid);
    public static readonly Problem NotHeldAnyMore = new("cemetery.public.not-held", "这次预留已经签约或者到期，不能在网上取消。请打电话问园里。");
    public static readonly Problem TooOften = new("cemetery.public.too-often", "这个手机号今天预留的次数太多。请明天再试，或者打电话问园里。");

    public static readonly Problem BadFilter = new("cemetery.public.filter", "没有这个筛选条件。请从列表中选择，或者清除筛选。", ProblemKind.Invalid);
}
