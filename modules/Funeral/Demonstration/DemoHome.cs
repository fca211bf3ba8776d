using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Ceremonies;
using Anmin.Funeral.ColdStore;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Demonstration;

/// <summary>Today inside the homes: temperatures of a day, some preparations and ceremonies, the first letters of stays that are overdue. A step that is refused is left out.</summary>
internal sealed class DemoHome(IServiceScopeFactory scopes, DemoWorld world, TimeZoneInfo zone, Random chance, DateTimeOffset now)
{
    private sealed record Body(Guid Id, string Tag, Guid Handler);

    public async Task RunAsync(CancellationToken ct)
    {
        ToldClock(null);
        foreach (var (home, index) in world.Homes.Select((h, i) => (h.Id, i)))
        {
            await TemperaturesAsync(home, warm: index == 0, ct);
            var bodies = await BodiesAsync(home, ct);
            await PreparationsAsync(home, bodies.Take(3).ToList(), ct);
            await CeremoniesAsync(home, bodies.Skip(3).Take(3).ToList(), ct);
            await StaysAsync(home, ct);
        }
    }

    private static void ToldClock(DateTimeOffset? at) => Kernel.Packs.ToldClock.At(at);

    private async Task TemperaturesAsync(string home, bool warm, CancellationToken ct)
    {
        if (Who(home, FuneralPermissions.RecordTemperature) is not { } keeper) return;
        var lines = new List<RecordTemperatures.Line>();
        foreach (var boxes in world.Resources[home].Where(r => r.Kind == ResourceKind.ColdBox).GroupBy(r => r.Variant))
            for (var hour = 24; hour >= 1; hour--)
            {
                var degrees = boxes.Any(b => b.Suits.Contains("frozen", StringComparison.Ordinal)) ? -18 + chance.NextDouble() : 2.6 + (chance.NextDouble() * 1.4);
                if (warm && hour is 4 or 5 && boxes.Key.StartsWith('1') && warm) degrees = 7.4;
                lines.Add(new(boxes.Key, "probe-" + boxes.Key, now.AddHours(-hour).AddMinutes(40).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), degrees.ToString("0.0", CultureInfo.InvariantCulture)));
            }
        await TryAsync<RecordTemperatures, RecordTemperatures.Request, RecordTemperatures.Reply>(keeper, new(home, lines), ct);
    }

    private Task<List<Body>> BodiesAsync(string home, CancellationToken ct) => ReadAsync(db => (
        from c in db.DeathCases
        where c.Institution == home && c.IsOpen && c.Status == CaseStatus.Arranged && c.Cremation == null && c.Remains!.Place == BodyPlace.ColdStored && !c.Holds.Any(h => h.LiftedAt == null) && c.Handlers.Count > 0
        orderby c.Contract!.EarliestAt
        select new Body(c.Id, c.Remains!.Tag!, c.Handlers.OrderBy(h => h.Rank).First().Id)).Take(6).ToListAsync(ct));

    private async Task PreparationsAsync(string home, List<Body> bodies, CancellationToken ct)
    {
        if (Who(home, FuneralPermissions.OrderPreparation) is not { } desk || world.Who(home, FuneralPermissions.Prepare) is not { Count: > 0 } workers) return;
        foreach (var (body, index) in bodies.Select((b, i) => (b, i)))
        {
            var worker = workers[index % workers.Count];
            var order = await TryAsync<OrderPreparation, OrderPreparation.Request, OrderPreparation.Reply>(desk, new(body.Id, index == 1 ? "wash" : "makeup", Local(now.AddHours(2 + index)), worker.Id, null, body.Handler, "同意书原件存前台", index == 0 ? "淡妆，戴平日的眼镜" : null), ct);
            if (order is null || index > 0) continue;
            var room = world.Resources[home].First(r => r.Kind == ResourceKind.Preparation);
            if (Who(home, FuneralPermissions.MoveRemains) is { } mover) await TryAsync<MoveByScan, MoveByScan.Request, MoveByScan.Reply>(mover, new(body.Tag, room.Id), ct);
            await TryAsync<StartPreparation, StartPreparation.Request, Done>(worker, new(order.OrderId, body.Tag, "一次性防护服、手套"), ct);
        }
    }

    private async Task CeremoniesAsync(string home, List<Body> bodies, CancellationToken ct)
    {
        var halls = world.Resources[home].Where(r => r.Kind == ResourceKind.Hall && r.Variant != "vigil").ToList();
        if (halls.Count == 0 || Who(home, FuneralPermissions.BookTime) is not { } desk) return;
        var host = Who(home, FuneralPermissions.HostCeremony);
        var day = LocalClock.StartOf(LocalClock.DateOf(now, zone), zone);
        foreach (var (body, index) in bodies.Select((b, i) => (b, i)))
        {
            var from = day.AddHours(8 + (index * 3));
            var booked = await TryAsync<BookDemoHall, BookDemoHall.Request, BookDemoHall.Reply>(desk, new(body.Id, halls[index % halls.Count].Id, from, from.AddHours(1)), ct);
            if (booked is null || host is null || index > 1) continue;
            await TryAsync<DescribeCeremony, DescribeCeremony.Request, Done>(host, new(body.Id, booked.Booking, index == 0 ? "60" : "25", index == 0, true, index == 0 ? "家属自备挽联" : null), ct);
            await TryAsync<ReadyHall, ReadyHall.Request, Done>(host, new(body.Id, booked.Booking), ct);
        }
    }

    private async Task StaysAsync(string home, CancellationToken ct)
    {
        if (Who(home, FuneralPermissions.GiveStayNotice) is not { } chief) return;
        var late = await AsAsync(chief, async services => (await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<FindStays>(), new FindStays.Request("all"), null, ct)).Value);
        foreach (var row in late?.Rows.Where(r => r is { State: null, Signed: false } && (r.Late || r.Nameless)).Take(3).ToList() ?? [])
        {
            if (row.Nameless)
            {
                await TryAsync<AnnounceOverdue, AnnounceOverdue.Request, AnnounceOverdue.Reply>(chief, new(row.CaseId), ct);
                continue;
            }
            var handler = await ReadAsync(db => db.Set<FuneralHandler>().Where(h => h.CaseId == row.CaseId).OrderBy(h => h.Rank).Select(h => (Guid?)h.Id).FirstOrDefaultAsync(ct));
            await TryAsync<GiveOverdueNotice, GiveOverdueNotice.Request, GiveOverdueNotice.Reply>(chief, new(row.CaseId, handler), ct);
        }
    }

    private Actor? Who(string home, Permission permission) => world.Who(home, permission) is { Count: > 0 } able ? able[0] : null;

    private string Local(DateTimeOffset at) => DemoWorld.Local(at, zone);

    private async Task<TReply?> TryAsync<TUseCase, TRequest, TReply>(Actor actor, TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
        => await AsAsync(actor, async services => (await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<TUseCase>(), request, null, ct)).Value);

    private Task<T> ReadAsync<T>(Func<AnminDb, Task<T>> read) => AsAsync(Actor.System, services => read(services.GetRequiredService<AnminDb>()));

    private async Task<T> AsAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor with { Device = "demo" };
        return await work(scope.ServiceProvider);
    }
}

/// <summary>演示：约告别厅. The scheduling page books for people; a demonstration has none.</summary>
internal sealed class BookDemoHall(CaseFile file, IBookings bookings) : IUseCase<BookDemoHall.Request, BookDemoHall.Reply>
{
    public sealed record Request(Guid CaseId, string Hall, DateTimeOffset From, DateTimeOffset Until);

    public sealed record Reply(Guid Booking);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return (await bookings.BookAsync(new BookingWish(opened.Id, "farewell", [new(request.Hall, request.From, request.Until)]), ct)).Try(out var booked, out problem) ? new Reply(booked[0].Id) : problem;
    }
}
