using Anmin.Contracts.Hotline;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Filing;

/// <summary>来电转投诉: what the agent wrote in the call, to begin the form with.</summary>
internal sealed class GetCarriedCall(ICallRecords calls) : IQuestion<GetCarriedCall.Request, GetCarriedCall.Reply>
{
    public sealed record Request(string? Number);

    public sealed record Reply(string Number, string? Phone, string Summary);

    public Permission Permission => ComplaintsPermissions.CarryCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => await calls.FindAsync(request.Number ?? "", ct) is { } call ? new Reply(call.Number, call.Caller?.Reveal(), call.Summary) : KernelProblems.NotFound;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetCarriedCall, Request, Reply>("/complaints/call");
}
