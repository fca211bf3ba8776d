using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>发证: 安葬证, 骨灰安放证. From now on somebody may be laid to rest here.</summary>
internal sealed class ActivateRight(CemeteryDesk desk) : IUseCase<ActivateRight.Request, ActivateRight.Reply>
{
    public sealed record Request(Guid RightId);

    public sealed record Reply(string Certificate);

    public Permission Permission => CemeteryPermissions.ActivateRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        var right = opened.Right;
        // asked before a number is drawn, so that a refusal leaves no gap
        if (right.State == RightState.Active) return CemeteryProblems.AlreadyActive;
        if (right.State is RightState.Held) return CemeteryProblems.NotSigned;
        if (right.State is RightState.Signed) return CemeteryProblems.NotPaid;
        if (!(await desk.NumberAsync(right.Kind == RightKind.Deposit ? "deposit-certificate" : "burial-certificate", right.Institution!, ct)).Try(out var number, out problem)) return problem;
        if (!right.Activate(number, desk.Now).Try(out _, out problem)) return problem;
        desk.Context.Announce(new PlotRightActivated(right.Id, right.CaseId, right.Institution!, opened.Position.Code, right.TermUntil));
        return new Reply(number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ActivateRight, Request, Reply>("/cemetery/rights/activate");
}
