using Anmin.Hotline.CallBacks;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Calls;

/// <summary>未接: the caller hung up before anybody answered. It becomes a call-back at once. Told of an answered call, nothing changes: its agent ends it.</summary>
internal sealed class MissCall(HotlineDesk desk, CallBackPlan plan, Reading reading) : IUseCase<MissCall.Request, Done>
{
    public sealed record Request(string ExchangeId);

    public Permission Permission => HotlinePermissions.AnnounceCall;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var id = reading.Text(request.ExchangeId, nameof(request.ExchangeId), "来电标识", 80);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Calls.FirstOrDefaultAsync(c => c.ExchangeId == id, ct) is not { } call) return KernelProblems.NotFound;
        desk.Context.About(call.Id);
        return call.State == CallState.Ringing ? await plan.MissedAsync(call, ct) : Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MissCall, Request, Done>("/hotline/calls/missed");
}

/// <summary>Calls that have rung longer than the rule hotline.missed.minutes and of whose end nobody told.</summary>
internal sealed class SweepMissed(HotlineDesk desk, CallBackPlan plan) : IUseCase<SweepMissed.Request, SweepMissed.Reply>
{
    private const int Most = 200;

    public sealed record Request;

    public sealed record Reply(int Missed);

    public Permission Permission => HotlinePermissions.AnnounceCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!desk.Whole("hotline.missed.minutes", desk.City).Try(out var minutes, out var problem)) return problem;
        var since = desk.Now.AddMinutes(-minutes);
        var over = await desk.Db.Calls.Where(c => c.State == CallState.Ringing && c.StartedAt <= since).OrderBy(c => c.StartedAt).Take(Most).ToListAsync(ct);
        foreach (var call in over)
            if (!(await plan.MissedAsync(call, ct)).Try(out _, out problem)) return problem;
        return new Reply(over.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SweepMissed, Request, Reply>("/hotline/calls/sweep");
}

internal sealed class SweepMissedRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "hotline.missed";

    public string Label => "未接来电转回拨";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        // looked first: a round with nothing to do leaves no audit row
        if (!await services.GetRequiredService<AnminDb>().Calls.AnyAsync(c => c.State == CallState.Ringing, ct)) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<SweepMissed>(), new SweepMissed.Request(), ct: ct);
    });
}
