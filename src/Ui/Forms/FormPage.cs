using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Conflicts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Forms;

/// <summary>
/// A page with a form, rendered on the server: post, then go elsewhere; or stay and show <see cref="Problem"/>.
/// Markup: <c>&lt;form method="post" @formname="x" @onsubmit="SaveAsync"&gt;&lt;AntiforgeryToken /&gt;&lt;FormKey /&gt;…</c>
/// </summary>
public abstract class FormPage : ComponentBase
{
    public const string KeyField = "_key";

    /// <summary>Staff id of who opened the form; should their session end, what they typed is kept for them alone.</summary>
    public const string ByField = "_by";

    [Inject] protected Gate Gate { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private FormKeys Keys { get; set; } = null!;

    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    /// <summary>The idempotency key the form came with; see <c>FormKey</c>.</summary>
    [SupplyParameterFromForm(Name = KeyField)] public string? Key { get; set; }

    /// <summary>What stood in the way of the last run; null when it went through.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>The same as a list, for <c>PageName</c>, <c>ErrorSummary</c> and <c>ProblemScope</c>.</summary>
    protected IReadOnlyList<Problem> Problems => Problem is null ? [] : [.. Problem.All()];

    /// <summary>Runs a command through the gate. On a refusal: default, <see cref="Problem"/> set, the status set, the form stays.</summary>
    protected async Task<TReply?> SubmitAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string? key = null)
        => Take(await Gate.RunAsync(useCase, request, key ?? Key, Http.RequestAborted), submitted: true);

    /// <summary>False, with <see cref="Problem"/> and the status set, where sending the form would write over what somebody changed since it was opened.</summary>
    protected bool Unchanged(SharedForm? shared)
    {
        if (shared?.Problem is not { } problem) return true;
        Problem = problem;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = Answers.StatusOf(problem.Kind);
        return false;
    }

    /// <summary>Asks a question through the gate, for what the page shows. Whoever is not signed in is led to the sign-in page.</summary>
    protected async Task<TReply?> AskAsync<TRequest, TReply>(IQuestion<TRequest, TReply> question, TRequest request)
        => Take(await Gate.RunAsync(question, request, null, Http.RequestAborted));

    /// <summary>POST–redirect–GET: the browser goes to <paramref name="url"/>, and a reload repeats nothing.</summary>
    /// <param name="url">A path of this site; anything else is a defect.</param>
    protected void SeeOther(string url)
    {
        if (url is not ['/', ..] || url is ['/', '/' or '\\', ..]) throw new ArgumentException("Only a path of this site.", nameof(url));
        Navigation.NavigateTo(url);
    }

    /// <summary>The sign-in page, and back here afterwards.</summary>
    protected void SignInFirst() => SeeOther("/sign-in?returnUrl=" + Uri.EscapeDataString(Http.Request.Path + Http.Request.QueryString));

    private TReply? Take<TReply>(Outcome<TReply> outcome, bool submitted = false)
    {
        if (outcome.Try(out var reply, out var problem))
        {
            Problem = null;
            return reply;
        }
        Problem = problem;
        if (problem.Code == KernelProblems.KeyReused.Code)
        {
            Problem = SentBefore;
            Keys.Renew();
        }
        if (problem.Kind == ProblemKind.SignInNeeded) SignInFirst();
        else if (problem.Code == KernelProblems.Shown) return default;
        else if (!Http.Response.HasStarted) Http.Response.StatusCode = Shown(problem.Kind, submitted);
        return default;
    }

    /// <summary>Back, changed and sent again: a second thing, or the same one mended? Only the person knows, so the second press decides.</summary>
    private static readonly Problem SentBefore = KernelProblems.KeyReused with { Message = "这张表刚才已经提交过，这次的内容不一样。要另外再办一件，请再按一次提交；只是返回来看的，请离开这一页。" };

    // a page that answers 404 is not drawn (.NET 10): the general page takes its place, and what was typed is gone
    private static int Shown(ProblemKind kind, bool submitted) => Answers.StatusOf(submitted && kind == ProblemKind.NotFound ? ProblemKind.Refused : kind);
}
