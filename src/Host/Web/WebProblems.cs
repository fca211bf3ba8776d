using Anmin.Kernel.Outcomes;

namespace Anmin.Host.Web;

/// <summary>Every way the web side itself refuses, before a module has a say.</summary>
internal static class WebProblems
{
    public static readonly Problem BadJson = new("http.bad-json", "提交的内容不是完整的JSON，或者含有无法显示的字符。请检查后重新提交。", ProblemKind.Invalid);

    public static readonly Problem NoBody = new("http.no-body", "没有收到提交的内容。请把内容写成JSON后重新提交。", ProblemKind.Invalid);

    public static readonly Problem WrongType = new("http.wrong-content-type", "这个接口只收JSON。请把Content-Type写成application/json。", ProblemKind.Invalid);

    public static readonly Problem BadRequest = new("http.bad-request", "有一项内容的格式不对。请对照接口说明修改后重新提交。", ProblemKind.Invalid);

    public static readonly Problem BadForm = new("http.bad-form", "这张表没有收全。请返回上一页，刷新后重新填写。", ProblemKind.Invalid);

    public static readonly Problem StaleForm = new("http.stale-form", "这一页放得太久，或者打开之后换过登录身份。请返回上一页，刷新后重新提交。", ProblemKind.Invalid);

    public static readonly Problem FormGone = new("http.form-gone", "这件事的情况已经变了，可能别人刚办过，这一次没有提交成功。请返回上一页，刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem TooLarge = new("http.too-large", "文件或内容太大，没有接收。一次最多上传10MB，请压缩或分开后再上传。", ProblemKind.Invalid);

    public static readonly Problem CrossSite = new("http.cross-site", "这个提交不是从本站发出的，没有受理。程序调用请带上Idempotency-Key。", ProblemKind.Denied);

    public static readonly Problem TooMany = new("http.too-many", "您提交得太频繁。请过一分钟再试，急事请直接打电话。", ProblemKind.Unavailable);

    public static readonly Problem NoSuchPage = new("http.not-found", "没有这个地址。请核对网址，或者从首页进入。", ProblemKind.NotFound);

    public static readonly Problem NoSuchMethod = new("http.wrong-method", "这个地址不接受这种请求。请对照接口说明修改。", ProblemKind.Invalid);

    public static readonly Problem SignInNeeded = new("http.sign-in-needed", "请先登录，再打开这一页。", ProblemKind.SignInNeeded);

    public static readonly Problem Denied = new("http.denied", "您的岗位不能打开这一页。需要时请联系本单位管理员。", ProblemKind.Denied);

    public static readonly Problem Away = new("http.away", "系统正在启动或维护，已保存的资料没有丢。请过一分钟再打开。", ProblemKind.Unavailable);

    public static readonly Problem Fault = new("http.fault", "系统出了故障，这一次没有办成，之前保存的资料没有丢。请记下编号并打电话。", ProblemKind.Unavailable);

    /// <summary>What a bare status code means.</summary>
    public static Problem Of(int status) => status switch
    {
        400 => BadRequest,
        401 => SignInNeeded,
        403 => Denied,
        404 => NoSuchPage,
        405 => NoSuchMethod,
        408 => BadForm,
        413 => TooLarge,
        415 => WrongType,
        429 => TooMany,
        503 => Away,
        < 500 => BadRequest,
        _ => Fault,
    };
}
