using Anmin.Contracts.Funeral;
using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Scripts;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>
/// 结束通话: what it was about, how it ended, which case it concerned. In the same commit: a promised call-back, or one for a line that broke;
/// and what the caller was owed for ringing in vain is settled.
/// </summary>
internal sealed class EndCall(HotlineDesk desk, Reading reading, ScriptBook scripts, CallBackPlan plan, IReportedCases cases) : IUseCase<EndCall.Request, EndCall.Reply>
{
    /// <param name="FuneralCase">One of the caller's own cases.</param>
    /// <param name="CallBackAt">Local date and time; empty for the rule's.</param>
    public sealed record Request(Guid CallId, CallKind? Kind, string? Summary, CallOutcome? Outcome, Guid? FuneralCase, IReadOnlyList<string>? Steps = null, string? CallBackAt = null, string? CallBackWhom = null);

    public sealed record Reply(string Number, Guid? CallBackId);

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Calls.FirstOrDefaultAsync(c => c.Id == request.CallId, ct) is not { } call) return KernelProblems.NotFound;
        desk.Context.About(call.Id);
        var (kind, outcome) = call.OpenedCase ? (CallKind.Death, CallOutcome.CaseOpened) : (request.Kind, request.Outcome);
        if (kind is null) reading.Refuse(HotlineProblems.KindNeeded);
        if (outcome is null or CallOutcome.CaseOpened && !call.OpenedCase) reading.Refuse(HotlineProblems.OutcomeNeeded);
        var summary = reading.Text(request.Summary, nameof(request.Summary), "通话摘要", 500, required: !call.OpenedCase && outcome != CallOutcome.Broken);
        var due = reading.Instant(request.CallBackAt, nameof(request.CallBackAt), "回拨时间", required: false);
        if (due < desk.Now) reading.Refuse(HotlineProblems.CallBackPast);
        var whom = reading.Name(request.CallBackWhom, nameof(request.CallBackWhom), "找谁", required: false);
        if (reading.Problem is { } bad) return bad;
        if (request.FuneralCase is { } about && (call.Caller is null || !(await cases.OfCallerAsync(call.Caller, ct)).Any(c => c.CaseId == about))) return HotlineProblems.WrongCase;
        if (!call.End(kind!.Value, summary ?? "", outcome!.Value, request.FuneralCase, scripts.Known(kind.Value, request.Steps), desk.By, desk.Now).Try(out _, out var problem)) return problem;
        if (outcome == CallOutcome.Broken) return (await plan.BrokenAsync(call, whom, ct)).Try(out var again, out problem) ? new Reply(call.Number, again?.Id) : problem;
        await plan.SettleAsync(call, ct);
        if (outcome != CallOutcome.CallBack) return new Reply(call.Number, null);
        if (!plan.Promised(call, due, whom, summary!).Try(out var back, out problem)) return problem;
        return new Reply(call.Number, back.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndCall, Request, Reply>("/hotline/calls/end");
}
