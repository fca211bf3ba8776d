using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Emissions;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

public abstract class FurnaceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task Its_own_booking_is_in_use_from_the_start_and_released_at_the_finish()
    {
        var of = await Chain.CheckedAsync() with { Cremator = Chain.Cremator() };
        await Furnace.BookAsync(App, of.Id, of.Cremator, -5, 55);
        Must(await Furnace.StartAsync(App, Chain.Ignition(of, of.Cremator)));
        (await Furnace.BookingsAsync(App, of.Id)).ShouldHaveSingleItem().State.ShouldBe(BookingState.InUse);
        Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<FinishCremation>(), new FinishCremation.Request(of.Id)));
        (await Furnace.BookingsAsync(App, of.Id)).ShouldHaveSingleItem().State.ShouldBe(BookingState.Released);
    }

    [Fact]
    public async Task Starting_elsewhere_gives_the_booked_furnace_back_and_books_the_one_that_burns()
    {
        var of = await Chain.CheckedAsync();
        var (booked, taken) = (Chain.Cremator(), Chain.Cremator());
        await Furnace.BookAsync(App, of.Id, booked, 60, 120);
        Must(await Furnace.StartAsync(App, Chain.Ignition(of, taken)));
        var bookings = await Furnace.BookingsAsync(App, of.Id);
        bookings.Single(b => b.Resource == booked).State.ShouldBe(BookingState.Cancelled);
        bookings.Single(b => b.Resource == taken).State.ShouldBe(BookingState.InUse);
    }

    [Fact]
    public async Task Early_on_its_own_furnace_moves_the_booking_forward()
    {
        var of = await Chain.CheckedAsync();
        var furnace = Chain.Cremator();
        await Furnace.BookAsync(App, of.Id, furnace, 30, 90);
        Must(await Furnace.StartAsync(App, Chain.Ignition(of, furnace)));
        var bookings = await Furnace.BookingsAsync(App, of.Id);
        bookings.Count.ShouldBe(2);
        bookings.Single(b => b.State == BookingState.InUse).From.ShouldBe(App.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_furnace_promised_to_somebody_else_now_is_refused_with_who_and_when()
    {
        var (of, other) = (await Chain.CheckedAsync(), await Chain.ConfirmedAsync());
        var furnace = Chain.Cremator();
        await Furnace.BookAsync(App, other.Id, furnace, 20, 80);
        var problem = (await Furnace.StartAsync(App, Chain.Ignition(of, furnace))).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("booking.taken");
        problem.Message.ShouldContain("火化");
        (await Chain.LoadAsync(of)).Cremation.ShouldBeNull();
    }

    [Fact]
    public async Task A_furnace_under_repair_is_neither_called_to_nor_lit()
    {
        var of = await Chain.CheckedAsync();
        var furnace = Chain.Cremator();
        var stop = Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<StopFurnace>(), new StopFurnace.Request(furnace, StopKind.Repair, null, "2026-04-15 20:00", "换密封")));
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CallToFurnace>(), new CallToFurnace.Request(of.Id, furnace))).Problem!.Code.ShouldBe("funeral.furnace.stopped");
        var refused = (await Furnace.StartAsync(App, Chain.Ignition(of, furnace))).Problem!;
        refused.Code.ShouldBe("funeral.furnace.stopped");
        refused.Message.ShouldContain("20:00");
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<ReopenFurnace>(), new ReopenFurnace.Request(stop.StopId, "已修好")));
        Must(await Furnace.StartAsync(App, Chain.Ignition(of, furnace)));
    }

    [Fact]
    public async Task A_stop_is_refused_while_somebody_is_booked_or_burning_there()
    {
        var (booked, burning) = (await Chain.ConfirmedAsync(), await Chain.BurningAsync());
        var furnace = Chain.Cremator();
        await Furnace.BookAsync(App, booked.Id, furnace, 30, 90);
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<StopFurnace>(), new StopFurnace.Request(furnace, StopKind.Repair, null, "2026-04-15 20:00", "检修"))).Problem!.Code.ShouldBe("booking.taken");
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<StopFurnace>(), new StopFurnace.Request(burning.Cremator, StopKind.Repair, null, "2026-04-15 20:00", "检修"))).Problem!.Code.ShouldBe("funeral.furnace.running");
    }

    [Fact]
    public async Task A_furnace_cools_before_the_next()
    {
        var (first, next) = (await Chain.CrematedAsync(), await Chain.CheckedAsync());
        var refused = (await Furnace.StartAsync(App, Chain.Ignition(next, first.Cremator))).Problem!;
        refused.Code.ShouldBe("funeral.furnace.cooling");
        refused.Message.ShouldContain("10:15");
    }

    [Fact]
    public async Task An_infectious_body_goes_only_where_the_furnace_suits()
    {
        var of = await Chain.ReceivedAsync(Report(infectious: true));
        await Chain.ProveAsync(of);
        Must(await App.As("前台").RunAsync(s => s.GetRequiredService<Reception.ConfirmDisposition>(), Choice(of)));
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CallToFurnace>(), new CallToFurnace.Request(of.Id, "fh-1-crem-150"))).Problem!.Code.ShouldBe("funeral.furnace.unfit");
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag)));
        (await Furnace.StartAsync(App, Chain.Ignition(of, "fh-1-crem-150"))).Problem!.Code.ShouldBe("funeral.furnace.unfit");
    }

    [Fact]
    public async Task One_person_cannot_be_both_and_a_wrong_tag_stops_the_second_too()
    {
        var of = await Chain.CheckedAsync();
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckSecondTag>(), new CheckSecondTag.Request(of.Id, of.Tag))).Problem!.Code.ShouldBe("funeral.two-persons");
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of))).Problem!.Code.ShouldBe("funeral.two-persons");
        (await App.As("火化工乙").RunAsync(s => s.GetRequiredService<CheckSecondTag>(), new CheckSecondTag.Request(of.Id, "T999"))).Problem!.Code.ShouldBe("funeral.tag.mismatch");
        // a second scan that passed opens nothing by itself: the start asks again
        Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<CheckSecondTag>(), new CheckSecondTag.Request(of.Id, of.Tag)));
        (await App.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Chain.Ignition(of) with { SecondScan = "T999" })).Problem!.Code.ShouldBe("funeral.tag.mismatch");
        (await Chain.LoadAsync(of)).Cremation.ShouldBeNull();
    }

    [Fact]
    public async Task A_damaged_code_is_told_apart_from_another_persons_tag()
    {
        var of = await Chain.ConfirmedAsync();
        var damaged = of.Tag[..^2] + (of.Tag[^2] == '0' ? '1' : '0') + of.Tag[^1];
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, damaged))).Problem!.Code.ShouldBe("funeral.tag.damaged");
        (await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag[..14]))).Problem!.Code.ShouldBe("funeral.tag.damaged");
        var wide = new string([.. of.Tag.ToLowerInvariant().Select(c => (char)(c + 0xFEE0))]);
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, wide)));
    }

    [Fact]
    public async Task A_call_shows_the_number_unless_the_family_agreed_to_the_name()
    {
        var of = await Chain.ConfirmedAsync();
        var furnace = Chain.Cremator();
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CallToFurnace>(), new CallToFurnace.Request(of.Id, furnace))).Shown.ShouldBe(of.Number);
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<ChooseScreenName>(), new ChooseScreenName.Request(of.Id, true)));
        Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<CallToFurnace>(), new CallToFurnace.Request(of.Id, furnace))).Shown.ShouldBe("周桂兰");
        Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<FindCalledTag>(), new FindCalledTag.Request(of.Tag))).CaseId.ShouldBe(of.Id);
    }

    [Theory]
    [InlineData("so2", "30", false)]
    [InlineData("so2", "30.0001", true)]
    [InlineData("dioxin", "０．６", true)]
    public async Task A_reading_over_the_limit_of_its_day_is_kept_and_told(string pollutant, string value, bool over)
        => Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<RecordEmission>(), new RecordEmission.Request("fh-1-crem-3", pollutant, value, null))).Over.ShouldBe(over);

    [Fact]
    public async Task The_board_is_of_ones_own_home_only()
    {
        (await App.As("外火化工甲").RunAsync(s => s.GetRequiredService<GetFurnaceBoard>(), new GetFurnaceBoard.Request("fh-1"))).Problem.ShouldBe(KernelProblems.NotFound);
        var of = await Chain.ConfirmedAsync();
        var board = Must(await App.As("火化工甲").RunAsync(s => s.GetRequiredService<GetFurnaceBoard>(), new GetFurnaceBoard.Request()));
        board.Unbooked.ShouldContain(w => w.CaseId == of.Id && w.Obstacle == null);
        board.Columns.Select(c => c.Name).Take(12).ShouldBe(Enumerable.Range(1, 12).Select(i => $"{i}号炉"));
    }
}

public sealed class FurnacesOnSqlite(SqliteApp f) : FurnaceTests(f), IClassFixture<SqliteApp>;

public sealed class FurnacesOnPostgres(PostgresApp f) : FurnaceTests(f), IClassFixture<PostgresApp>;

/// <summary>Bookings of furnaces, as another room would make them.</summary>
internal static class Furnace
{
    public static Task<Outcome<StartCremation.Reply>> StartAsync(TestApp app, StartCremation.Request request) => app.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), request);

    /// <param name="from">Minutes from now.</param>
    public static async Task<Guid> BookAsync(TestApp app, Guid subject, string furnace, int from, int until)
    {
        var now = app.Clock.GetUtcNow();
        return Must(await app.As(Actor.System).RunAsync(s => new Booker(s.GetRequiredService<IBookings>()), new BookingWish(subject, "cremation", [new(furnace, now.AddMinutes(from), now.AddMinutes(until))])));
    }

    public static async Task<Problem?> TryBookAsync(TestApp app, Guid subject, string furnace, int from, int minutes)
    {
        var now = app.Clock.GetUtcNow();
        return (await app.As(Actor.System).RunAsync(s => new Booker(s.GetRequiredService<IBookings>()), new BookingWish(subject, "cremation", [new(furnace, now.AddMinutes(from), now.AddMinutes(from + minutes))]))).Problem;
    }

    public static Task<IReadOnlyList<Booked>> BookingsAsync(TestApp app, Guid subject) => WithAsync(app, b => b.OfSubjectAsync(subject, default));

    public static async Task<T> WithAsync<T>(TestApp app, Func<IBookings, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await ask(scope.ServiceProvider.GetRequiredService<IBookings>());
    }

    internal sealed class Booker(IBookings bookings) : IUseCase<BookingWish, Guid>
    {
        public Permission Permission => FuneralPermissions.BookTime;

        public async Task<Outcome<Guid>> HandleAsync(BookingWish request, CancellationToken ct) => (await bookings.BookAsync(request, ct)).Try(out var made, out var problem) ? made[0].Id : problem;
    }
}
