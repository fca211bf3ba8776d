using Anmin.Funeral.Assignments;
using Anmin.Funeral.Families;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Funeral.Timetable;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>By hand nobody is put before a furnace that nobody watches; and who was told a time hears of the other one.</summary>
public sealed class HandScheduleTests
{
    private const string Tomorrow = "2026-04-16";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cremation_by_hand_needs_an_operator_on_shift_who_is_not_at_another_furnace(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        await OnShiftAsync(app, new(6, 0), new(11, 30));
        await OnShiftAsync(app, new(13, 0), new(18, 0));
        var (one, two) = (await Chain.Of(app).ConfirmedAsync(), await Chain.Of(app).ConfirmedAsync());
        var nobody = (await BurnAsync(app, one, "fh-1-crem-1", "11:00")).Problem.ShouldNotBeNull();
        nobody.Code.ShouldBe("funeral.schedule.nobody-on-shift");
        nobody.Message.ShouldContain("11:30");
        (await BurnAsync(app, one, "fh-1-crem-1", "17:30")).Problem!.Code.ShouldBe("funeral.schedule.nobody-on-shift", "it ends after the shift");
        Chain.Must(await BurnAsync(app, one, "fh-1-crem-1", "10:30"));
        (await BurnAsync(app, two, "fh-1-crem-2", "10:00")).Problem!.Code.ShouldBe("funeral.schedule.operators-busy", "one operator, one furnace");
        var booked = Chain.Must(await BurnAsync(app, two, "fh-1-crem-2", "13:00"));
        (await MoveAsync(app, two, booked.Booking, "12:30")).Problem!.Code.ShouldBe("funeral.schedule.nobody-on-shift");
        Chain.Must(await MoveAsync(app, two, booked.Booking, "13:30"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task When_a_breakdown_moves_what_was_told_the_family_and_the_colleague_are_told_and_the_page_says_it(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var of = await Chain.Of(app).ConfirmedAsync();
        Chain.Must(await app.As("馆长").RunAsync(s => s.GetRequiredService<AssignCase>(), new AssignCase.Request(of.Id, app.IdOf("前台"))));
        Chain.Must(await app.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request(of.Id, "farewell", "fh-1-hall-1", "2026-04-15 13:00", 40, 20, null)));
        (await FamilyAsync(app, of)).Ours.ShouldContain(t => t.Title == "告别" && t.When == "今天13:00");
        var reply = Chain.Must(await app.As("馆长").RunAsync(s => s.GetRequiredService<StopForRepair>(), new StopForRepair.Request("fh-1-hall-1", "2026-04-15 15:00", "漏水")));
        reply.Lines.ShouldContain(l => l.Purpose == "farewell" && l.LateMinutes >= 120);

        (await app.CountAsync($"select count(*) from notifications_outgoing where template = 'schedule.moved' and state = 'Queued'")).ShouldBe(1, "the 经办人 by text message");
        (await app.CountAsync("select count(*) from notifications_inbox")).ShouldBe(1, "the colleague in the system");
        var page = await FamilyAsync(app, of);
        page.Ours.ShouldContain(t => t.Title == "告别" && t.When == "今天15:20", "mended at three, cleaned by twenty past");
        var line = page.Lines.Single(l => l.What == "告别改了时间");
        line.Note.ShouldNotBeNull().ShouldContain("松柏厅");
        page.Unbroken.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_that_moves_nothing_that_was_told_writes_to_nobody(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        await Chain.Of(app).WaitingAsync();
        var of = await Chain.Of(app).ConfirmedAsync();
        Chain.Must(await app.As("前台").RunAsync(s => s.GetRequiredService<RecordWish>(), new RecordWish.Request(of.Id, true, "2026-04-15 14:00", 40, 20, null, false)));
        Chain.Must(await TripPlanTests.AdoptAsync(app, await TripPlanTests.PlanAsync(app))).Booked.ShouldBeGreaterThan(1);
        (await app.CountAsync("select count(*) from notifications_outgoing where template = 'schedule.moved'")).ShouldBe(0);
    }

    private static async Task OnShiftAsync(TestApp app, TimeOnly from, TimeOnly until)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        db.Add(new Shift { Id = $"t-{from:HHmm}", Institution = "fh-1", Role = Rota.Operator, Weekdays = "1234567", From = from, Until = until, People = 1 });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Task<Outcome<BookTime.Reply>> BurnAsync(TestApp app, Deceased of, string cremator, string at)
        => app.As("前台").RunAsync(s => s.GetRequiredService<BookTime>(), new BookTime.Request(of.Id, "cremation", cremator, $"{Tomorrow} {at}", null, null, null));

    private static Task<Outcome<BookTime.Reply>> MoveAsync(TestApp app, Deceased of, Guid booking, string at)
        => app.As("前台").RunAsync(s => s.GetRequiredService<MoveBooking>(), new MoveBooking.Request(of.Id, booking, "fh-1-crem-2", $"{Tomorrow} {at}"));

    private static async Task<FamilyCase> FamilyAsync(TestApp app, Deceased of)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<FamilyView>().OfAsync(await Chain.Of(app).LoadAsync(of), canAct: false, TestContext.Current.CancellationToken);
    }
}
