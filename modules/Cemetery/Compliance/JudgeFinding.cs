using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>核实线索: true, not true, or for another authority. Counts once a second person agrees.</summary>
internal sealed class JudgeFinding(CemeteryDesk desk, Reading reading) : IUseCase<JudgeFinding.Request, Done>
{
    /// <param name="Decision"><c>Confirmed</c>, <c>Dismissed</c> or <c>Transferred</c>.</param>
    /// <param name="PassedTo">Of a transfer: to whom.</param>
    public sealed record Request(Guid Id, string? Decision, string? Reason, string? PassedTo = null);

    public Permission Permission => CemeteryPermissions.JudgeCompliance;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "核实情况和理由", 300);
        var to = reading.Text(request.PassedTo, nameof(request.PassedTo), "移送给", 60, required: false);
        if (!Enum.TryParse<FindingState>(request.Decision, out var decision) || decision is not (FindingState.Confirmed or FindingState.Dismissed or FindingState.Transferred)) reading.Refuse(ComplianceProblems.NoDecision);
        else if (decision == FindingState.Transferred && to is null) reading.Refuse(ComplianceProblems.ToWhom);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Findings.FirstOrDefaultAsync(f => f.Id == request.Id, ct) is not { } finding) return ComplianceProblems.NoFinding;
        desk.Context.About(finding.Id);
        return finding.Propose(decision, reason!, to, desk.By, desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<JudgeFinding, Request, Done>("/cemetery/findings/judge");
}

/// <summary>复核: the second person agrees, or hands it back to be looked at again.</summary>
internal sealed class SecondFinding(CemeteryDesk desk) : IUseCase<SecondFinding.Request, Done>
{
    public sealed record Request(Guid Id, bool Agreed);

    public Permission Permission => CemeteryPermissions.JudgeCompliance;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Findings.FirstOrDefaultAsync(f => f.Id == request.Id, ct) is not { } finding) return ComplianceProblems.NoFinding;
        desk.Context.About(finding.Id);
        return finding.Second(request.Agreed, desk.By, desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SecondFinding, Request, Done>("/cemetery/findings/second");
}
