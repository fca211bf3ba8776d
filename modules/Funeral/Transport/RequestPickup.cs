using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Transport;

/// <summary>预约接运 by the staff: the case exists, the order is booked with the home of the county or the one named.</summary>
internal sealed class RequestPickup(CaseFile file, Reading reading, PickupEstimates estimates, Permits permits) : IUseCase<RequestPickup.Request, RequestPickup.Reply>
{
    /// <param name="Institution">Funeral home; empty means the one that serves the division.</param>
    public sealed record Request(Guid CaseId, string? Institution, string? Address, int? Floor, bool? HasLift, string? EarliestAt, string? Note, string? PermitNumber = null, string? PermitIssuer = null);

    public sealed record Reply(Guid OrderId, string Number, string Institution, DateTimeOffset? DueAt);

    public Permission Permission => FuneralPermissions.RequestPickup;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => OrderAsync(request, null, ct);

    /// <param name="atHand">The case, where the running commit has just opened it.</param>
    public async Task<Outcome<Reply>> OrderAsync(Request request, DeathCase? atHand, CancellationToken ct)
    {
        var address = reading.Sensitive(request.Address, nameof(request.Address), "接运地址", required: false);
        var earliest = reading.Instant(request.EarliestAt, nameof(request.EarliestAt), "最早时间", required: false);
        var note = reading.Text(request.Note, nameof(request.Note), "备注", 300, required: false);
        var permit = reading.Text(request.PermitNumber, nameof(request.PermitNumber), "批准文号", 60, required: false);
        var issuer = reading.Text(request.PermitIssuer, nameof(request.PermitIssuer), "批准机关", 60, required: false);
        if (request.Floor is < -5 or > 120) reading.Refuse(new("funeral.pickup.floor", "楼层请填-5到120之间的数字。", ProblemKind.Invalid, nameof(request.Floor)));
        if (reading.Problem is { } bad) return bad;
        if (!(atHand is null ? await file.OpenAsync(request.CaseId, ct) : atHand).Try(out var opened, out var problem)) return problem;
        var home = string.IsNullOrEmpty(request.Institution) ? file.HomeFor(opened.Division) : file.Institution(request.Institution);
        if (home is not { Kind: "funeral-home" }) return FuneralProblems.NoHome;
        if (permits.Needed(opened.Division, home.Division) is { } crossing && (permit is null || issuer is null)) return DispatchProblems.PermitMissing with { Message = $"{crossing}接运需要批准。请填写批准文号和批准机关。" };
        if (!(await file.NumberAsync("pickup", home.Id, ct)).Try(out var number, out problem)) return problem;
        var estimate = estimates.Of(home.Id, opened.Division, opened.Origin, opened.Infectious);
        var due = file.Rules.DueOrNone("pickup.deadline", opened.Division, file.Now);
        if (!opened.RequestPickup(new(number, home.Id, address, request.Floor, request.HasLift, earliest, due, note) { PermitNumber = permit, PermitIssuer = issuer, SuggestedDistance = (int?)(estimate.Kilometres * 10), EstimateFen = estimate.Fen }, file.Now).Try(out var order, out problem)) return problem;
        return new Reply(order.Id, order.Number, home.Id, due);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RequestPickup, Request, Reply>("/pickups");
}

/// <summary>停止办理接运.</summary>
internal sealed class CancelPickup(CaseFile file, Reading reading, TripBookings bookings) : IUseCase<CancelPickup.Request, Done>
{
    public sealed record Request(Guid CaseId, string Reason);

    public Permission Permission => FuneralPermissions.RequestPickup;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停止原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.CancelPickup(reason!, file.By, file.Now).Try(out var order, out problem)) return problem;
        return await bookings.FreeAsync(order.Id, "停止办理接运", ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelPickup, Request, Done>("/pickups/cancel");
}

/// <summary>Whether fetching from one place to a home in another needs an approval: rules pickup.permit.province and pickup.permit.county of the place of death.</summary>
internal sealed class Permits(CaseFile file)
{
    /// <summary>跨省 or 跨县区 where an approval is asked for; null where none is.</summary>
    public string? Needed(string from, string to) => Differ(from, to, 2) && Asked("pickup.permit.province", from) ? "跨省" : Differ(from, to, 6) && Asked("pickup.permit.county", from) ? "跨县区" : null;

    private static bool Differ(string a, string b, int digits) => a.Length >= digits && b.Length >= digits && a[..digits] != b[..digits];

    private bool Asked(string key, string division) => file.Rules.Find(key, division, file.Today).Try(out var rule, out _) && rule.Value == "yes";
}
