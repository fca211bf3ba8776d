using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Heirs;

/// <summary>登记争议: from now on nothing about the right is changed.</summary>
internal sealed class DisputeRight(CemeteryDesk desk, Reading reading) : IUseCase<DisputeRight.Request, Done>
{
    public sealed record Request(Guid RightId, string? Reason);

    public Permission Permission => CemeteryPermissions.DisputeRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "争议情况", 300);
        if (reading.Problem is { } bad) return bad;
        return (await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem) ? opened.Right.Dispute(desk.Today, reason!) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DisputeRight, Request, Done>("/cemetery/rights/dispute");
}

/// <summary>登记争议处理结果.</summary>
internal sealed class SettleDispute(CemeteryDesk desk, Reading reading) : IUseCase<SettleDispute.Request, Done>
{
    /// <param name="How">Agreement, mediation or judgment, with its number.</param>
    public sealed record Request(Guid RightId, string? How);

    public Permission Permission => CemeteryPermissions.DisputeRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var how = reading.Text(request.How, nameof(request.How), "处理结果", 300);
        if (reading.Problem is { } bad) return bad;
        return (await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem) ? opened.Right.Settle(how!) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SettleDispute, Request, Done>("/cemetery/rights/settle");
}
