using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>来电: the telephone system tells that it rings. The same call told again is that call. A number nobody can read is a call without one.</summary>
internal sealed class AnnounceCall(HotlineDesk desk, Reading reading) : IUseCase<AnnounceCall.Request, AnnounceCall.Reply>
{
    /// <param name="ExchangeId">The telephone system's own id of the call.</param>
    public sealed record Request(string ExchangeId, string? Caller);

    /// <param name="Link">Path of the agents' screen, where it rings.</param>
    public sealed record Reply(Guid CallId, string Number, string Link);

    public Permission Permission => HotlinePermissions.AnnounceCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var id = reading.Text(request.ExchangeId, nameof(request.ExchangeId), "来电标识", 80);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.ExchangeId == id, ct) is { } told) return Of(told);
        if (!(await desk.NumberAsync(ct)).Try(out var number, out var problem)) return problem;
        // withheld, or a switchboard's word for it: the call is taken all the same
        var call = Call.Ring(number, CallerNumber.Read(request.Caller), id, desk.By, desk.Now);
        desk.Db.Add(call);
        desk.Context.About(call.Id);
        return Of(call);
    }

    private static Reply Of(Call call) => new(call.Id, call.Number, "/work/hotline");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnnounceCall, Request, Reply>("/hotline/calls");
}
