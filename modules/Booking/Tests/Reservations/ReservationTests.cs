using Anmin.Booking.Reservations;
using Anmin.Contracts.Booking;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Booking.Tests.Reservations;

/// <summary>One thing, one booking at a time; and each refusal says what stands in the way. Each test has days of its own.</summary>
public abstract class ReservationTests(AppFixture fixture)
{
    private const string Hall = "fh-1-hall-1"; // 06:00 to 17:30, 50 seats, 20 minutes of cleaning

    private static int days;

    private TestApp App => fixture.App;

    private readonly DateTimeOffset morning = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days)); // 08:00 in the city

    [Fact]
    public async Task Two_desks_ask_at_once_and_one_has_it()
    {
        var both = await Task.WhenAll(App.BookAsync(Hall, morning, 60), App.BookAsync(Hall, morning.AddMinutes(30), 60));
        both.Count(o => o.Ok).ShouldBe(1);
        both.Single(o => !o.Ok).Problem!.Code.ShouldBe("booking.taken");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_cleaning_after_it_is_taken_too_and_the_sentence_says_until_when()
    {
        (await App.BookAsync(Hall, morning, 60)).Ok.ShouldBeTrue();
        var refused = (await App.BookAsync(Hall, morning.AddMinutes(70), 60)).Problem!;
        refused.Code.ShouldBe("booking.taken");
        refused.Message.ShouldContain("松柏厅");
        refused.Message.ShouldContain("08:00至");
        refused.Message.ShouldContain("09:20");
        (await App.BookAsync(Hall, morning.AddMinutes(80), 60)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task The_database_alone_refuses_a_second_one()
    {
        var id = (await App.BookAsync(Hall, morning, 60)).Value!.Bookings[0];
        var columns = "institution, resource, kind, subject, purpose, state, turnaround_minutes, held_until, fixed, remark, booked_by, booked_at, used_at, ended_at, end_reason, version";
        var fresh = App.Kind == DatabaseKind.Postgres ? "gen_random_uuid()" : "'11111111-2222-3333-4444-" + Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant() + "'";
        var minute = App.Kind == DatabaseKind.Postgres ? "interval '1 minute'" : "60000000";
        Task<int> Again(int after) => App.SqlAsync($"insert into booking_reservation (id, starts_at, ends_at, clear_at, {columns}) select {fresh}, starts_at + {after} * {minute}, ends_at + {after} * {minute}, clear_at + {after} * {minute}, {columns} from booking_reservation where id = '{(App.Kind == DatabaseKind.Postgres ? id.ToString() : id.ToString().ToUpperInvariant())}'");
        var refusal = await Should.ThrowAsync<System.Data.Common.DbException>(() => Again(79));
        refusal.Message.ShouldContain("guard_booking_once");
        (await Again(80)).ShouldBe(1);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => App.SqlAsync($"update booking_reservation set starts_at = starts_at - {minute} where starts_at = (select max(starts_at) from booking_reservation where resource = '{Hall}')"));
    }

    [Fact]
    public async Task Moved_in_one_commit_into_its_own_old_time()
    {
        var old = (await App.BookAsync(Hall, morning, 60)).Value!.Bookings[0];
        var wish = new BookingWish(Guid.CreateVersion7(), "farewell", [new(Hall, morning.AddMinutes(15), morning.AddMinutes(75))]);
        (await App.BookAsync(new BookByTest.Request(wish, Cancel: old))).Ok.ShouldBeTrue();
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task All_lines_or_none()
    {
        (await App.BookAsync("fh-1-crem-3", morning.AddMinutes(90), 60)).Ok.ShouldBeTrue();
        var wish = new BookingWish(Guid.CreateVersion7(), "farewell", [new(Hall, morning, morning.AddMinutes(60)), new("fh-1-crem-3", morning.AddMinutes(100), morning.AddMinutes(160))]);
        (await App.BookAsync(new BookByTest.Request(wish))).Problem!.Code.ShouldBe("booking.taken");
        (await CountAsync()).ShouldBe(0);
        var same = new BookingWish(Guid.CreateVersion7(), "farewell", [new(Hall, morning, morning.AddMinutes(60)), new(Hall, morning.AddMinutes(30), morning.AddMinutes(90))]);
        (await App.BookAsync(new BookByTest.Request(same))).Problem!.Code.ShouldBe("booking.taken");
    }

    [Fact]
    public async Task A_hold_lapses_and_can_no_longer_be_confirmed()
    {
        var until = App.Clock.GetUtcNow().AddMinutes(10);
        var held = (await App.BookAsync(Hall, morning, 60, w => w with { HeldUntil = until })).Value!.Bookings[0];
        (await App.BookAsync(Hall, morning, 60)).Problem!.Code.ShouldBe("booking.taken");
        App.Clock.Advance(TimeSpan.FromMinutes(10));
        (await App.ActAsync("confirm", held)).Problem!.Code.ShouldBe("booking.hold-lapsed");
        (await App.BookAsync(Hall, morning, 60)).Ok.ShouldBeTrue();
        (await App.ActAsync("confirm", held)).Problem!.Code.ShouldBe("booking.ended");
    }

    [Theory]
    [InlineData(Hall, 0, 51, "", "booking.too-small")]
    [InlineData(Hall, -3 * 60, 10, "", "booking.closed")] // 05:00
    [InlineData(Hall, 9 * 60, 10, "", "booking.closed")] // until 18:00
    [InlineData("fh-1-crem-3", 0, 0, "infectious", "booking.unfit")]
    [InlineData("no-such-thing", 0, 0, "", "booking.thing-unknown")]
    public async Task What_does_not_suit_is_refused_with_its_reason(string thing, int after, int size, string need, string code)
        => (await App.BookAsync(thing, morning.AddMinutes(after), 60, w => w with { Size = size, Needs = need.Length > 0 ? [need] : [] })).Problem!.Code.ShouldBe(code);

    [Fact]
    public async Task Nothing_is_booked_into_maintenance_nor_backwards()
    {
        (await App.BookAsync("fh-1-crem-4", morning, 24 * 60, w => w with { Purpose = BookingDesk.Maintenance })).Ok.ShouldBeTrue();
        var refused = (await App.BookAsync("fh-1-crem-4", morning.AddHours(2), 60)).Problem!;
        refused.Code.ShouldBe("booking.maintenance");
        refused.Message.ShouldContain("停用检修");
        (await App.BookAsync("fh-1-crem-5", morning, 0)).Problem!.Code.ShouldBe("booking.times");
    }

    [Fact]
    public async Task An_early_end_gives_the_rest_back_after_the_cleaning()
    {
        var from = new DateTimeOffset(App.Clock.GetUtcNow().Date.AddDays(1), TimeSpan.Zero);
        var booked = (await App.BookAsync("fh-1-crem-6", from, 120)).Value!.Bookings[0];
        App.Clock.Set(from);
        (await App.ActAsync("use", booked)).Ok.ShouldBeTrue();
        (await App.ActAsync("cancel", booked)).Problem!.Code.ShouldBe("booking.in-use");
        App.Clock.Advance(TimeSpan.FromMinutes(50));
        (await App.ActAsync("release", booked)).Ok.ShouldBeTrue();
        (await App.BookAsync("fh-1-crem-6", from.AddMinutes(60), 30)).Problem!.Code.ShouldBe("booking.taken");
        (await App.BookAsync("fh-1-crem-6", from.AddMinutes(65), 30)).Ok.ShouldBeTrue();
    }

    private Task<int> CountAsync() => App.ReadAsync(db => db.Reservations.CountAsync(r => r.Resource == Hall && r.StartsAt >= morning.AddHours(-8) && r.StartsAt < morning.AddHours(16) && r.State != BookingState.Cancelled));
}

public sealed class ReservationTestsOnSqlite(SqliteApp f) : ReservationTests(f), IClassFixture<SqliteApp>;

public sealed class ReservationTestsOnPostgres(PostgresApp f) : ReservationTests(f), IClassFixture<PostgresApp>;
