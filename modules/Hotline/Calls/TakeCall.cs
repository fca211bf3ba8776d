using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>
/// 接听: a ringing call, or one whose number the agent types. A typed number that rings is that call; one the agent has in hand is gone on
/// with, as after a dropped line. For a call in hand whose number was withheld, it is the number the caller gives.
/// </summary>
internal sealed class TakeCall(HotlineDesk desk, Reading reading) : IUseCase<TakeCall.Request, TakeCall.Reply>
{
    /// <param name="CallId">The ringing call; null for one that no telephone system announced.</param>
    public sealed record Request(Guid? CallId, string? Caller);

    public sealed record Reply(Guid CallId, string Number);

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.CallId is null && string.IsNullOrWhiteSpace(request.Caller)) return HotlineProblems.CallerNeeded;
        var caller = reading.Phone(CallerNumber.Plain(request.Caller), nameof(request.Caller), "来电号码", required: false);
        if (reading.Problem is { } bad) return bad;
        Call? call;
        if (request.CallId is { } id)
        {
            call = await desk.Db.Calls.FirstOrDefaultAsync(c => c.Id == id, ct);
            if (call is null) return KernelProblems.NotFound;
        }
        else if ((call = await OfNumberAsync(caller!, ct)) is null)
        {
            if (!(await desk.NumberAsync(ct)).Try(out var number, out var problem)) return problem;
            desk.Db.Add(call = Call.Ring(number, caller, null, desk.By, desk.Now));
        }
        if (!call.Answer(desk.By, desk.Now).Try(out _, out var refused)) return refused;
        if (caller is not null) call.Name(caller);
        desk.Context.About(call.Id);
        return new Reply(call.Id, call.Number);
    }

    private Task<Call?> OfNumberAsync(PhoneNumber caller, CancellationToken ct)
    {
        var (index, me) = (desk.Db.BlindIndex(caller.Normal), desk.By.Id);
        return desk.Db.Calls.Where(c => EF.Property<byte[]>(c, "CallerIndex") == index && (c.State == CallState.Ringing || (c.State == CallState.Answered && c.Agent == me)))
            .OrderByDescending(c => c.State == CallState.Ringing).ThenBy(c => c.StartedAt).FirstOrDefaultAsync(ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TakeCall, Request, Reply>("/hotline/calls/take");
}
