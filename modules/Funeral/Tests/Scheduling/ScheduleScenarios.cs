using Anmin.Funeral.Timetable;
using System.Globalization;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>The schedule's commands, for the questions asked of every command.</summary>
internal static class ScheduleScenarios
{
    private const string Hall = "fh-1-hall-1";

    public static IReadOnlyList<IScenario> All { get; } =
    [
        new Scenario<RecordWish, RecordWish.Request, Done>("前台", async c => Wish(await c.ConfirmedAsync(), Day(c)), r => r with { People = 30 }, "schedule.wished",
            async c => (Wish(await c.ConfirmedAsync(), "2026-04-14"), "funeral.schedule.past")),
        new Scenario<BookTime, BookTime.Request, BookTime.Reply>("前台", async c => Farewell(await c.ConfirmedAsync(), Day(c)), r => r with { People = 30 }, "booking.confirmed",
            async c => (Farewell(await c.ConfirmedAsync(), Day(c)) with { People = 51 }, "booking.too-small")),
        new Scenario<MoveBooking, MoveBooking.Request, BookTime.Reply>("前台", MoveAsync, r => r with { Resource = "fh-1-crem-1" }, "booking.confirmed",
            async c => (await MoveAsync(c) with { Booking = Guid.CreateVersion7() }, "funeral.schedule.not-booked")),
        new Scenario<CancelBooking, CancelBooking.Request, Done>("前台", async c => await MoveAsync(c) is var m ? new(m.CaseId, m.Booking, "家属改日") : null!, r => r with { Reason = "另一原因" }, "booking.cancelled",
            async c => (new((await c.ConfirmedAsync()).Id, Guid.CreateVersion7(), "没有"), "funeral.schedule.not-booked")),
        new Scenario<AdoptPlan, AdoptPlan.Request, AdoptPlan.Reply>("馆长", AdoptAsync, r => r with { Stamp = "x" }, "booking.confirmed",
            async c => (await AdoptAsync(c) with { Stamp = "x" }, "funeral.schedule.plan-stale")),
        new Scenario<RecordMaintenance, RecordMaintenance.Request, RecordMaintenance.Reply>("馆长", c => Task.FromResult(Repair(Day(c))), r => r with { Reason = "另一原因" }, "thing.in-maintenance",
            _ => Task.FromResult((Repair("2026-04-14"), "funeral.schedule.past"))),
        new Scenario<StopForRepair, StopForRepair.Request, StopForRepair.Reply>("馆长", c => Task.FromResult(new StopForRepair.Request(c.Cremator(), "2026-04-15 10:30", "点火失败")), r => r with { Reason = "另一原因" }, "thing.broken",
            _ => Task.FromResult((new StopForRepair.Request("fh-1-car-1", "2026-04-15 10:30", "爆胎"), "funeral.schedule.kind"))),
    ];

    /// <summary>A day nobody else of the tests has.</summary>
    private static string Day(Chain c) => FakeClock.Start.AddDays(40 + c.Next()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RecordWish.Request Wish(Deceased of, string day) => new(of.Id, true, $"{day} 09:00", 40, 20, null, false);

    private static BookTime.Request Farewell(Deceased of, string day) => new(of.Id, "farewell", Hall, $"{day} 09:00", 40, 20, null);

    private static RecordMaintenance.Request Repair(string day) => new("fh-1-crem-149", $"{day} 08:00", $"{day} 12:00", "年检");

    private static async Task<MoveBooking.Request> MoveAsync(Chain c)
    {
        var (of, day) = (await c.ConfirmedAsync(), Day(c));
        var booked = Chain.Must(await c.App.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), Farewell(of, day)));
        return new(of.Id, booked.Booking, Hall, $"{day} 11:00");
    }

    private static async Task<AdoptPlan.Request> AdoptAsync(Chain c)
    {
        var (of, day) = (await c.ConfirmedAsync(), Day(c));
        Chain.Must(await c.App.As("前台").RunAsync(s => s.GetRequiredService<RecordWish>(), Wish(of, day)));
        var plan = Chain.Must(await c.App.As("馆长").RunAsync(s => s.GetRequiredService<PlanDay>(), new PlanDay.Request("fh-1", day)));
        return new("fh-1", day, plan.Stamp, [.. plan.Lines.Where(l => l.CaseId == of.Id).Select(l => new AdoptPlan.Line(l.CaseId, l.Purpose, l.Resource, l.From))]);
    }
}
