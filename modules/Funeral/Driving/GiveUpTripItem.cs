using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Driving;

/// <summary>
/// 放弃并说明: something the server refused stays unsent, and why stands in the audit beside the refusal. Changes nothing, and answers alike whether or not
/// the trip is still the driver's, so that the line on the phone comes to an end.
/// </summary>
internal sealed class GiveUpTripItem(OrderDesk orders, CaseFile file, Reading reading, CommandContext context) : IUseCase<GiveUpTripItem.Request, Done>
{
    /// <param name="What">In words, as the phone showed it.</param>
    /// <param name="At">When it was tapped, by the phone.</param>
    /// <param name="Refused">Code of the refusal.</param>
    public sealed record Request(Guid OrderId, int Run, string What, string? At, string? Refused, string Reason, string? Account = null) : IHasReason;

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return DispatchProblems.OtherAccount;
        reading.Text(request.What, nameof(request.What), "放弃的内容", 40);
        reading.Text(request.Reason, nameof(request.Reason), "原因", 200);
        if (reading.Problem is { } bad) return bad;
        if ((await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out _)) context.About(found.Item1.Id);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveUpTripItem, Request, Done>("/trips/given-up");
}
