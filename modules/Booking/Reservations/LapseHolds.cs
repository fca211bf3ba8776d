using Anmin.Contracts.Booking;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking.Reservations;

/// <summary>Holds whose time is over give their time back. Boards and searches leave them out before that; this only tidies.</summary>
internal sealed class LapseHolds(AnminDb db, TimeProvider clock) : IUseCase<LapseHolds.Request, LapseHolds.Reply>
{
    private const int Most = 500;

    public sealed record Request;

    public sealed record Reply(int Lapsed);

    public Permission Permission => BookingPermissions.ManageSlots;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = await db.Reservations.Where(r => r.State == BookingState.Held && r.HeldUntil <= now).OrderBy(r => r.HeldUntil).Take(Most).ToListAsync(ct);
        foreach (var hold in over) hold.Lapse(now);
        return new Reply(over.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<LapseHolds, Request, Reply>("/bookings/lapse");
}

internal sealed class LapseHoldsRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "booking.lapse";

    public string Label => "释放过期的预约保留";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // looked first: a round with nothing to do leaves no audit row
        if (!await services.GetRequiredService<AnminDb>().Reservations.AnyAsync(r => r.State == BookingState.Held && r.HeldUntil <= now, ct)) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<LapseHolds>(), new LapseHolds.Request(), ct: ct);
    });
}
