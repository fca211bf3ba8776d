using Anmin.Identity.SignIn;
using Anmin.Identity.Portal;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Anmin.Identity.Entering;

/// <summary>A page on the way in: runs one step, and goes where the answer says, always within this site.</summary>
public abstract class EntryPage : FormPage
{
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>What was proved before this page; null where it is over, and the way begins again.</summary>
    internal Halfway? Halfway { get; private set; }

    [Inject] private Areas Areas { get; set; } = null!;

    /// <summary>The page that was asked for, or where this person lands.</summary>
    protected string Target => SignIn.ReturnUrl.Local(ReturnUrl, Areas.Landing());

    protected string Query => EntryWay.Query(ReturnUrl);

    /// <summary>For pages that only somebody halfway in may see.</summary>
    protected void NeedHalfway()
    {
        Halfway = HalfwayCookie.Read(Http);
        if (Halfway is null) SeeOther("/sign-in" + Query);
    }

    internal async Task StepAsync<TRequest>(IUseCase<TRequest, EntryReply> useCase, TRequest request)
    {
        if (await SubmitAsync(useCase, request) is { } reply) await FollowAsync(reply);
    }

    internal async Task FollowAsync(EntryReply reply)
    {
        if (reply.Session is { } session)
        {
            HalfwayCookie.Take(Http);
            await SessionCookie.BeginAsync(Http, session);
        }
        else if (reply.Halfway is { } halfway) HalfwayCookie.Give(Http, halfway);
        if (reply.Step == EntryStep.Refused) Refuse(reply.Problem!);
        // codes are shown once, on the page that answers
        else if (reply.Codes is null) SeeOther(reply.Step == EntryStep.Entered ? Target : EntryWay.PathOf(reply.Step, ReturnUrl));
    }

    protected void Refuse(Problem problem)
    {
        Problem = problem;
        Http.Response.StatusCode = Answers.StatusOf(problem.Kind);
    }
}
