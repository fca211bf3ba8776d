using Anmin.Booking.Places;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking.Slots;

/// <summary>开放时段: makes the slots of the plans for the days that have come into reach. Slots that are there stay as they are.</summary>
internal sealed class OpenSlots(AnminDb db, Reference reference, IInstitutionDirectory institutions, TimeProvider clock) : IUseCase<OpenSlots.Request, OpenSlots.Reply>
{
    public const int MostAtOnce = 4000;

    public sealed record Request;

    public sealed record Reply(int Opened);

    public Permission Permission => BookingPermissions.ManageSlots;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var missing = await MissingAsync(ct);
        if (missing.Count == 0) return new Reply(0);
        var serial = await db.AcrossScopes<Slot>("开放预约时段").MaxAsync(s => (long?)s.Serial, ct) ?? 0;
        foreach (var (plan, day, from, until, division) in missing)
            db.Add(new Slot
            {
                Serial = ++serial,
                Plan = plan.Id,
                Kind = plan.Kind,
                Name = plan.Name,
                Division = division,
                Institution = plan.Institution,
                Date = day,
                From = from,
                Until = until,
                Capacity = plan.Capacity,
                Remaining = plan.Capacity,
                CountsPeople = plan.Counts == "people",
                MostPeople = plan.MostPeople,
            });
        return new Reply(missing.Count);
    }

    /// <summary>In order of time, so that numbers rise with it.</summary>
    public async Task<List<(SlotPlan Plan, DateOnly Day, DateTimeOffset From, DateTimeOffset Until, string Division)>> MissingAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (zone, calendar) = (reference.Now.Zone, reference.Now.WorkingDays);
        var today = LocalClock.DateOf(now, zone);
        var plans = await db.SlotPlans.AsNoTracking().Where(p => !p.Retired).ToListAsync(ct);
        var there = (await db.AcrossScopes<Slot>("开放预约时段").Where(s => s.Date >= today).Select(s => new { s.Plan, s.From }).ToListAsync(ct)).Select(s => (s.Plan, s.From.UtcTicks)).ToHashSet();
        return [.. plans.SelectMany(p => Enumerable.Range(0, p.DaysAhead + 1).Select(today.AddDays).Where(d => p.Opens(d, calendar)).SelectMany(d => p.Starts().Select(t => (Plan: p, Day: d, From: LocalClock.Instant(d.ToDateTime(t), zone)))))
            .Where(s => s.From > now && !there.Contains((s.Plan.Id, s.From.UtcTicks)))
            .Select(s => (s.Plan, s.Day, s.From, s.From.AddMinutes(s.Plan.Minutes), institutions.Find(s.Plan.Institution)?.Division ?? "0"))
            .OrderBy(s => s.From).ThenBy(s => s.Plan.Id, StringComparer.Ordinal).Take(MostAtOnce)];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenSlots, Request, Reply>("/slots/open");
}

internal sealed class OpenSlotsRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "booking.slots";

    public string Label => "开放新的预约时段";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var open = services.GetRequiredService<OpenSlots>();
        // looked first: a round with nothing to do leaves no audit row
        while ((await open.MissingAsync(ct)).Count > 0)
            if (!(await services.GetRequiredService<Gate>().RunAsync(open, new OpenSlots.Request(), ct: ct)).Ok) return;
    });
}
