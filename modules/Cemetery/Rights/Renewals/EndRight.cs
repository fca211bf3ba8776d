using Anmin.Cemetery.Rights.Holds;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Renewals;

/// <summary>退墓: the right is over and the position can be had again. Refused while anyone rests there.</summary>
internal sealed class EndRight(CemeteryDesk desk, Reading reading, Holding holding) : IUseCase<EndRight.Request, Done>
{
    /// <param name="Ending">Returned, Relocated, Collected, Reclaimed or Disposed.</param>
    public sealed record Request(Guid RightId, RightEnding Ending, string? Reason);

    public Permission Permission => CemeteryPermissions.EndRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "退墓原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (await holding.RestingAsync(opened.Position.Id, ct) > 0) return RightProblems.StillResting;
        if (!opened.Right.End(request.Ending, desk.Today, desk.Now).Try(out _, out problem)) return problem;
        opened.Right.Tell("right.end-reason", new { reason });
        opened.Position.Follow(null, 0);
        desk.Context.Announce(new PlotRightEnded(opened.Right.Id, opened.Right.Institution!, opened.Position.Code, request.Ending.ToString(), desk.Today));
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndRight, Request, Done>("/cemetery/rights/end");
}
