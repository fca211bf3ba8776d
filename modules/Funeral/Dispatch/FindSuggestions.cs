using Anmin.Funeral.Cases;
using Anmin.Funeral.Search;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dispatch;

/// <summary>派哪辆车: the best three with reasons, and why the others are not among them.</summary>
internal sealed class FindSuggestions(CaseFile file, OrderDesk orders, Suggester suggester, PickupEstimates estimates) : IQuestion<FindSuggestions.Request, FindSuggestions.Reply>
{
    /// <param name="Wanted">A vehicle the dispatcher has in mind: it stands first where it can go.</param>
    public sealed record Request(Guid OrderId, string? Wanted = null);

    public sealed record Reply(Guid OrderId, Guid CaseId, string Name, PickupStatus Status, string Home, string? Vehicle, string? VehicleName, DateTimeOffset? DueAt, DateTimeOffset RequestedAt, DateTimeOffset? EarliestAt, IReadOnlyList<Suggestion> Best, IReadOnlyList<LeftOut> Out, PickupEstimate Estimate);

    public Permission Permission => FuneralPermissions.ReadDispatch;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var (c, o) = found;
        var dispatchable = o.IsOpen || o.Status == PickupStatus.PickedUp;
        var (best, left) = dispatchable ? await suggester.OfAsync(c, o, ct) : ([], []);
        var plate = o.Vehicle is null ? null : await file.Db.Resources.Where(r => r.Id == o.Vehicle).Select(r => r.Name).FirstOrDefaultAsync(ct);
        var shown = best.Where(b => b.Vehicle == request.Wanted).Concat(best.Where(b => b.Vehicle != request.Wanted)).Take(3).ToList();
        return new Reply(o.Id, c.Id, FindCases.NameOf(c.Name, c.Unidentified), o.Status, o.Institution, o.Vehicle, plate, o.DueAt, o.RequestedAt, o.EarliestAt, shown, left, estimates.Of(o.Institution, c.Division, c.Origin, c.Infectious));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSuggestions, Request, Reply>("/dispatch/suggestions");
}
