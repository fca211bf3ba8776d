using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Transport;

/// <summary>预约接运 by the staff: the case exists, the order is booked with the home of the county or the one named.</summary>
internal sealed class RequestPickup(CaseFile file, Reading reading) : IUseCase<RequestPickup.Request, RequestPickup.Reply>
{
    /// <param name="Institution">Funeral home; empty means the one that serves the division.</param>
    public sealed record Request(Guid CaseId, string? Institution, string? Address, int? Floor, bool? HasLift, string? EarliestAt, string? Note);

    public sealed record Reply(Guid OrderId, string Number, string Institution, DateTimeOffset? DueAt);

    public Permission Permission => FuneralPermissions.RequestPickup;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var address = reading.Sensitive(request.Address, nameof(request.Address), "接运地址", required: false);
        var earliest = reading.Instant(request.EarliestAt, nameof(request.EarliestAt), "最早时间", required: false);
        var note = reading.Text(request.Note, nameof(request.Note), "备注", 300, required: false);
        if (request.Floor is < -5 or > 120) reading.Refuse(new("funeral.pickup.floor", "楼层请填-5到120之间的数字。", ProblemKind.Invalid, nameof(request.Floor)));
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var home = string.IsNullOrEmpty(request.Institution) ? file.HomeFor(opened.Division) : file.Institution(request.Institution);
        if (home is not { Kind: "funeral-home" }) return FuneralProblems.NoHome;
        if (!(await file.NumberAsync("pickup", home.Id, ct)).Try(out var number, out problem)) return problem;
        var due = file.Rules.DueOrNone("pickup.deadline", opened.Division, file.Now);
        if (!opened.RequestPickup(new(number, home.Id, address, request.Floor, request.HasLift, earliest, due, note), file.Now).Try(out var order, out problem)) return problem;
        return new Reply(order.Id, order.Number, home.Id, due);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RequestPickup, Request, Reply>("/pickups");
}

/// <summary>停止办理接运.</summary>
internal sealed class CancelPickup(CaseFile file, Reading reading) : IUseCase<CancelPickup.Request, Done>
{
    public sealed record Request(Guid CaseId, string Reason);

    public Permission Permission => FuneralPermissions.RequestPickup;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停止原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.CancelPickup(reason!);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelPickup, Request, Done>("/pickups/cancel");
}
