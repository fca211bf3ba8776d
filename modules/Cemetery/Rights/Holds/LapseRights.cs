using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Rights.Holds;

/// <summary>Holds and unpaid contracts whose time is over give their positions back. Whoever comes before the round is served all the same.</summary>
internal sealed class LapseRights(CemeteryDesk desk, Holding holding) : IUseCase<LapseRights.Request, LapseRights.Reply>
{
    private const int Most = 500;

    public sealed record Request;

    public sealed record Reply(int Lapsed);

    public Permission Permission => CemeteryPermissions.ReservePosition;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = desk.Now;
        var over = await desk.Db.PlotRights.Where(r => (r.State == RightState.Held || r.State == RightState.Signed) && r.LapsesAt <= now).OrderBy(r => r.LapsesAt).Take(Most).ToListAsync(ct);
        foreach (var right in over.Where(r => r.Lapse(now))) await holding.FreeAsync(right, ct);
        return new Reply(over.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<LapseRights, Request, Reply>("/cemetery/rights/lapse");
}

internal sealed class LapseRightsRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "cemetery.lapse";

    public string Label => "释放到期的留位和未交费合同";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // looked first: a round with nothing to do leaves no audit row
        if (!await services.GetRequiredService<AnminDb>().PlotRights.AnyAsync(r => (r.State == RightState.Held || r.State == RightState.Signed) && r.LapsesAt <= now, ct)) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<LapseRights>(), new LapseRights.Request(), ct: ct);
    });
}
