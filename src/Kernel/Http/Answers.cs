using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Kernel.Http;

/// <summary>The one place where a <see cref="Problem"/> becomes RFC 9457 JSON.</summary>
public static class Answers
{
    public static IResult Of<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? Results.Ok(value) : Of(problem);

    public static IResult Of(Problem problem) => problem.RetryAfter is { } wait ? new Later(Body(problem), wait) : Body(problem);

    private static IResult Body(Problem problem) => Results.Problem(
        detail: problem.Message,
        statusCode: StatusOf(problem.Kind),
        title: TitleOf(problem.Kind),
        type: "https://anmin.invalid/problems/" + problem.Code,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = problem.Code,
            ["errors"] = problem.All().Select(p => new { field = p.Field, code = p.Code, message = p.Message }).ToArray(),
        });

    private sealed class Later(IResult body, TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return body.ExecuteAsync(httpContext);
        }
    }

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => 400,
        ProblemKind.SignInNeeded => 401,
        ProblemKind.Denied => 403,
        ProblemKind.NotFound => 404,
        ProblemKind.Conflict => 409,
        ProblemKind.Unavailable => 503,
        _ => 422,
    };

    private static string TitleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => "有内容需要改",
        ProblemKind.SignInNeeded => "请先登录",
        ProblemKind.Denied => "没有权限",
        ProblemKind.NotFound => "没有查到",
        ProblemKind.Conflict => "与已有记录冲突",
        ProblemKind.Unavailable => "暂时不能办理",
        _ => "现在不能办理",
    };
}
