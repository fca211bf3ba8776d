using Anmin.Funeral.Timetable;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>By hand, by plan, and after a breakdown: on a real database, through the Gate. The clock stands at ten in the morning.</summary>
public abstract class ScheduleTests(AppFixture fixture)
{
    private const string Hall = "fh-1-hall-1";

    private static int days;

    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    // a day of its own for every test
    private readonly string day = FakeClock.Start.AddDays(2 + Interlocked.Increment(ref days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Two_desks_at_once_book_a_hall_once_and_the_other_is_told_in_words()
    {
        var (first, second) = (await Chain.ConfirmedAsync(), await Chain.ConfirmedAsync());
        var both = await Task.WhenAll(BookAsync(first, "farewell", Hall, "09:00"), BookAsync(second, "farewell", Hall, "09:10"));
        both.Count(o => o.Ok).ShouldBe(1);
        var refused = both.Single(o => !o.Ok).Problem!;
        refused.Code.ShouldBe("booking.taken");
        refused.Message.ShouldContain("请换一个时间");
    }

    [Fact]
    public async Task A_taken_hall_says_whose_it_is_and_when_one_is_free()
    {
        Chain.Must(await BookAsync(await Chain.ConfirmedAsync(), "farewell", Hall, "09:00"));
        var problem = (await BookAsync(await Chain.ConfirmedAsync(), "farewell", Hall, "09:30")).Problem.ShouldNotBeNull();
        problem.Message.ShouldContain("是周桂兰的告别");
        problem.Message.ShouldContain("最早的空档：松柏厅");
        problem.Message.ShouldContain("10:00");
    }

    [Theory]
    [InlineData("farewell", Hall, "09:00", 51, "booking.too-small")]
    [InlineData("farewell", Hall, "18:00", 10, "booking.closed")]
    [InlineData("farewell", "fh-1-crem-1", "09:00", 10, "funeral.schedule.kind")]
    [InlineData("farewell", "fh-2-hall-1", "09:00", 10, "funeral.schedule.kind")]
    [InlineData("party", Hall, "09:00", 10, "funeral.schedule.purpose")]
    public async Task Refuses_what_does_not_fit(string purpose, string thing, string at, int people, string code)
        => (await App.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request((await Chain.ConfirmedAsync()).Id, purpose, thing, $"{day} {at}", null, people, null))).Problem.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public async Task Nothing_is_booked_in_the_past_twice_or_before_the_farewell_has_ended()
    {
        var of = await Chain.ConfirmedAsync();
        (await App.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request(of.Id, "cremation", "fh-1-crem-140", "2026-04-14 09:00", null, null, null))).Problem!.Code.ShouldBe("funeral.schedule.past");
        Chain.Must(await BookAsync(of, "farewell", Hall, "11:00"));
        (await BookAsync(of, "farewell", Hall, "15:00")).Problem!.Code.ShouldBe("funeral.schedule.booked");
        (await BookAsync(of, "cremation", "fh-1-crem-140", "11:20")).Problem!.Code.ShouldBe("funeral.schedule.order");
        Chain.Must(await BookAsync(of, "cremation", "fh-1-crem-140", "11:50"));
    }

    [Fact]
    public async Task A_booking_moves_over_its_own_place_and_is_cancelled_once_by_its_own_home()
    {
        var of = await Chain.ConfirmedAsync();
        var booked = Chain.Must(await BookAsync(of, "farewell", Hall, "13:00"));
        var moved = Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<MoveBooking>(), new MoveBooking.Request(of.Id, booked.Booking, Hall, $"{day} 13:10")));
        moved.From.ShouldBe(booked.From.AddMinutes(10));
        (await App.As("外前台").RunAsync(s => s.GetRequiredService<CancelBooking>(), new CancelBooking.Request(of.Id, moved.Booking, "不是本馆"))).Problem.ShouldBe(Kernel.Commands.KernelProblems.NotFound);
        Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<CancelBooking>(), new CancelBooking.Request(of.Id, moved.Booking, "家属改日")));
        (await App.As("前台").RunAsync(s => s.GetRequiredService<MoveBooking>(), new MoveBooking.Request(of.Id, moved.Booking, Hall, $"{day} 15:00"))).Problem!.Code.ShouldBe("funeral.schedule.not-booked");
    }

    [Fact]
    public async Task A_cremator_in_maintenance_is_refused_and_maintenance_waits_for_bookings_to_move()
    {
        var of = await Chain.ConfirmedAsync();
        Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<RecordMaintenance>(), new RecordMaintenance.Request("fh-1-crem-141", $"{day} 08:00", $"{day} 12:00", "换耐火砖")));
        (await BookAsync(of, "cremation", "fh-1-crem-141", "10:00")).Problem!.Code.ShouldBe("booking.maintenance");
        Chain.Must(await BookAsync(of, "cremation", "fh-1-crem-142", "10:00"));
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<RecordMaintenance>(), new RecordMaintenance.Request("fh-1-crem-142", $"{day} 08:00", $"{day} 12:00", "年检"))).Problem!.Code.ShouldBe("funeral.schedule.still-booked");
    }

    [Fact]
    public async Task A_plan_keeps_what_is_fixed_is_adopted_once_and_goes_stale()
    {
        var (hand, one, two) = (await Chain.ConfirmedAsync(), await Chain.ConfirmedAsync(), await Chain.ConfirmedAsync());
        Chain.Must(await BookAsync(hand, "farewell", Hall, "09:00"));
        foreach (var of in new[] { one, two }) await WishAsync(of, "09:00", 40);
        var plan = await PlanAsync();
        plan.Lines.ShouldNotContain(l => l.CaseId == hand.Id && l.Purpose == "farewell", "fixed by hand");
        plan.Lines.ShouldAllBe(l => l.Why.Length > 0);
        plan.Lines.Where(l => l.Purpose == "farewell").Select(l => l.CaseId).ShouldBe([one.Id, two.Id], ignoreOrder: true);
        (await BookingsAsync()).Count.ShouldBe(1, "a proposal saves nothing");
        (await AdoptAsync(plan with { Stamp = "x" })).Problem!.Code.ShouldBe("funeral.schedule.plan-stale");
        var adopted = Chain.Must(await AdoptAsync(plan));
        adopted.Booked.ShouldBe(plan.Lines.Count);
        (await AdoptAsync(plan)).Problem!.Code.ShouldBe("funeral.schedule.plan-stale");
        (await PlanAsync()).Lines.Count(l => !l.Same).ShouldBe(0, "nothing has changed, so nothing is better");
    }

    [Fact]
    public async Task Lines_nobody_proposed_are_refused()
    {
        var of = await Chain.ConfirmedAsync();
        await WishAsync(of, "09:00", 40);
        var plan = await PlanAsync();
        var line = plan.Lines.First(l => l.CaseId == of.Id && l.Purpose == "cremation");
        (await AdoptAsync(plan with { Lines = [line with { Resource = Hall }] })).Problem!.Code.ShouldBe("funeral.schedule.not-planned");
        (await AdoptAsync(plan with { Lines = [line with { From = FakeClock.Start.AddDays(-1) }] })).Problem!.Code.ShouldBe("funeral.schedule.past");
        (await AdoptAsync(plan with { Lines = [] })).Problem!.Code.ShouldBe("funeral.schedule.nothing");
    }

    [Fact]
    public async Task After_a_breakdown_only_whom_it_hits_moves_and_they_are_named()
    {
        var (hit, spared) = (await Chain.ConfirmedAsync(), await Chain.ConfirmedAsync());
        string At(int hours) => TimeZoneInfo.ConvertTime(App.Clock.GetUtcNow().AddHours(hours), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        async Task<Outcome<BookTime.Reply>> Burn(Deceased of, string cremator) => await App.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request(of.Id, "cremation", cremator, At(2), null, null, null));
        Chain.Must(await Burn(hit, "fh-1-crem-144"));
        var kept = Chain.Must(await Burn(spared, "fh-1-crem-145"));
        var reply = Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<StopForRepair>(), new StopForRepair.Request("fh-1-crem-144", At(6), "点火失败")));
        var line = reply.Lines.ShouldHaveSingleItem();
        (line.CaseId, line.WasResource).ShouldBe((hit.Id, "fh-1-crem-144"));
        line.Resource.ShouldNotBe("fh-1-crem-144");
        line.LateMinutes.ShouldBe(0, "many others are free");
        reply.Unplaced.ShouldBeEmpty();
        var now = await App.ReadAsync(_ => Of(spared));
        now.Single(b => b.State == BookingState.Confirmed).Id.ShouldBe(kept.Booking);
    }

    [Fact]
    public async Task Hall_and_furnace_are_found_together()
    {
        var of = await Chain.ConfirmedAsync();
        var found = Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<FindSlotsTogether>(), new FindSlotsTogether.Request(of.Id, $"{day} 08:00", true, 40, 30, null, false)));
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(o => o.Hall != null && o.Cremator.From >= o.Hall.Until && o.Vehicle == null);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<FindSlotsTogether>(), new FindSlotsTogether.Request(of.Id, $"{day} 08:00", true, 40, 51, null, false))).Value.ShouldBeEmpty("the only hall seats fifty");
    }

    private Task<Outcome<BookTime.Reply>> BookAsync(Deceased of, string purpose, string thing, string at)
        => App.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request(of.Id, purpose, thing, $"{day} {at}", null, 20, null));

    private async Task WishAsync(Deceased of, string at, int minutes)
        => Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<RecordWish>(), new RecordWish.Request(of.Id, true, $"{day} {at}", minutes, 20, null, false)));

    private async Task<Proposal> PlanAsync() => Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<PlanDay>(), new PlanDay.Request("fh-1", day)));

    private Task<Outcome<AdoptPlan.Reply>> AdoptAsync(Proposal plan)
        => App.As("馆长").RunAsync(s => s.GetRequiredService<AdoptPlan>(), new AdoptPlan.Request("fh-1", day, plan.Stamp, [.. plan.Lines.Select(l => new AdoptPlan.Line(l.CaseId, l.Purpose, l.Resource, l.From))]));

    private async Task<IReadOnlyList<GetSchedule.Block>> BookingsAsync()
        => [.. Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<GetSchedule>(), new GetSchedule.Request("fh-1", day))).Rows.SelectMany(r => r.Blocks)];

    private async Task<IReadOnlyList<Booked>> Of(Deceased of)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Kernel.Actors.CurrentActor>().Actor = Kernel.Actors.Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IBookings>().OfSubjectAsync(of.Id, TestContext.Current.CancellationToken);
    }
}

public sealed class ScheduleTestsOnSqlite(SqliteApp fixture) : ScheduleTests(fixture), IClassFixture<SqliteApp>;

public sealed class ScheduleTestsOnPostgres(PostgresApp fixture) : ScheduleTests(fixture), IClassFixture<PostgresApp>;
