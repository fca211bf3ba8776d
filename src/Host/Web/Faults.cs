using System.Diagnostics;
using System.Text.Json;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Anmin.Host.Web;

/// <summary>
/// Whatever goes wrong outside a use case: RFC 9457 under /api, a calm page elsewhere. Never a stack, and in the log the kind
/// and the place of an exception but not its message, which may quote somebody's data.
/// </summary>
internal static class Faults
{
    private static readonly object Chosen = new();

    /// <summary>What a caller can read to us over the telephone, and what the log is searched by.</summary>
    public static string Record(HttpContext context)
        => (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier.Replace(":", "", StringComparison.Ordinal))[..8].ToUpperInvariant();

    public static bool IsApi(HttpContext context)
    {
        // after an exception the request's own path is the error page's
        PathString path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
        return path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi");
    }

    /// <summary>The page that tells of a refusal is got, whatever the refused request was.</summary>
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IExceptionHandlerFeature>() is null && context.Features.Get<IStatusCodeReExecuteFeature>() is null) return next(context);
        context.Request.Method = HttpMethods.Get;
        (context.Request.ContentType, context.Request.ContentLength) = (null, null);
        context.Features.Set<IFormFeature>(null);
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        return next(context);
    });

    /// <summary>Refuses here and now; the page or JSON is written on the way out.</summary>
    public static Task RefuseAsync(HttpContext context, Problem problem, int status)
    {
        context.Items[Chosen] = problem;
        context.Response.StatusCode = status;
        return IsApi(context) ? WriteJsonAsync(context, problem, status) : Task.CompletedTask;
    }

    /// <summary>A form that the page no longer has, because somebody else did it in between, is refused with an empty answer; here it gets its sentence.</summary>
    public static IApplicationBuilder UseFormsThatAreGone(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (IsApi(context) || !HttpMethods.IsPost(context.Request.Method) || context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentType: "text/plain" } answer) return;
        // with a type set, nobody writes the page of the refusal
        answer.ContentType = null;
        context.Items[Chosen] = WebProblems.FormGone;
    });

    public static Problem ProblemOf(HttpContext context, int status)
        => context.Items[Chosen] as Problem ?? (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } e ? ProblemOf(e) : WebProblems.Of(status));

    public static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException data when data.Message.Contains("length limit", StringComparison.Ordinal) => 413,
        InvalidDataException or JsonException => 400,
        _ => 500,
    };

    public static async Task WriteJsonAsync(HttpContext context, Problem problem, int status)
    {
        var answer = ((Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult)Answers.Of(problem)).ProblemDetails;
        answer.Status = status;
        answer.Extensions["record"] = Record(context);
        await Results.Problem(answer).ExecuteAsync(context);
    }

    private static Problem ProblemOf(Exception e) => (StatusOf(e), e) switch
    {
        (400, JsonException or { InnerException: JsonException }) => WebProblems.BadJson,
        (400, BadHttpRequestException bad) when bad.Message.Contains("body", StringComparison.Ordinal) => WebProblems.NoBody,
        (400, InvalidDataException) => WebProblems.BadForm,
        (var status, _) => WebProblems.Of(status),
    };

    /// <summary>Logs what is ours to mend, and answers /api itself; pages go on to /problem.</summary>
    internal sealed class Handler(ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            if (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException) return true;
            var status = StatusOf(exception);
            if (status >= 500) log.LogError("Fault {Record} in {Endpoint}: {Kind}\n{Stack}", Record(context), (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint())?.DisplayName, KindOf(exception), exception.StackTrace);
            if (!IsApi(context)) return false;
            context.Response.StatusCode = status;
            await WriteJsonAsync(context, ProblemOf(exception), status);
            return true;
        }

        private static string KindOf(Exception e) => e.InnerException is { } inner ? $"{e.GetType().Name} < {KindOf(inner)}" : e.GetType().Name;
    }
}
