using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Booking.Tests.Places;

public abstract class PlaceInvariantTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Task<JournalVerifier.Report> VerifyAsync() => App.ReadAsync(db => new JournalVerifier(db).RunAsync(default));

    /// <summary>Whatever many do at once: no slot holds more than it has, the remainder is capacity less taken, and the journal fits the rows.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20260415)]
    [InlineData(77)]
    public async Task Any_mix_of_booking_cancelling_attending_and_closing_keeps_every_sum(int seed)
    {
        var slots = new List<Slot>();
        for (var i = 0; i < 4; i++) slots.Add(await App.SlotAsync(capacity: 12 + i, people: i % 2 == 0, hoursAhead: 3));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(worker => Task.Run(async () =>
        {
            var chance = new Random(seed + worker);
            var mine = new List<(string Number, int Phone)>();
            for (var step = 0; step < 25; step++)
            {
                var phone = chance.Next(60);
                switch (chance.Next(20))
                {
                    case < 12:
                        if ((await App.BookAsync(slots[chance.Next(4)], phone, $"{chance.Next(1, 5)}")).Try(out var booked, out _)) mine.Add((booked.Number, phone));
                        break;
                    case < 18 when mine.Count > 0:
                        var (number, of) = mine[chance.Next(mine.Count)];
                        await App.CancelAsync(number, of);
                        break;
                    case 18 when mine.Count > 0:
                        await App.As("前台").RunAsync(s => s.GetRequiredService<AttendPlace>(), new(mine[chance.Next(mine.Count)].Number));
                        break;
                    case 19 when step > 20 && worker == 0:
                        await App.As("馆长").RunAsync(s => s.GetRequiredService<CloseSlot>(), new(slots[3].Id, "测试"));
                        break;
                }
            }
        })));
        foreach (var slot in slots)
        {
            var (remaining, taken, _) = await App.CountAsync(slot);
            taken.ShouldBeLessThanOrEqualTo(slot.Capacity);
            remaining.ShouldBe(slot.Capacity - taken);
        }
        var report = await VerifyAsync();
        report.Broken.ShouldBeNull();
        report.LaneLines.ShouldBeGreaterThan(50);
    }

    public static TheoryData<string> Tampering =>
    [
        "update booking_place set people = people + 1 where slot_id = @slot and ordinal = 1",
        "update booking_place set reference = '别人' where slot_id = @slot and ordinal = 1",
        "update booking_place set device = 'elsewhere' where slot_id = @slot and ordinal = 2",
        "update booking_place set phone_index = (select phone_index from booking_place where slot_id = @slot and ordinal = 2), state = 'Cancelled', ended_at = booked_at where slot_id = @slot and ordinal = 1",
        "update booking_place set line = 7 where slot_id = @slot and ordinal = 2",
        "update booking_place set state = 'Cancelled', ended_at = booked_at where slot_id = @slot and ordinal = 1",
        "delete from booking_place where slot_id = @slot and ordinal = 2",
        "update booking_slot set remaining = remaining - 1 where id = @slot",
    ];

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Whoever_rewrites_a_row_past_the_program_is_found_out(string sql)
    {
        var app = await TestApp.CreateAsync(App.Kind);
        await using var _ = app;
        var slot = await app.SlotAsync();
        for (var i = 1; i <= 3; i++) (await app.BookAsync(slot, i, "2", reference: "甲")).Ok.ShouldBeTrue();
        (await app.ReadAsync(db => new JournalVerifier(db).RunAsync(default))).Broken.ShouldBeNull();
        foreach (var trigger in new[] { "booking_place_kept", "booking_place_facts", "booking_place_ended" }) await app.SqlAsync(app.Kind == DatabaseKind.Sqlite ? $"drop trigger {trigger}" : $"drop trigger {trigger} on booking_place");
        var id = app.Kind == DatabaseKind.Sqlite ? slot.Id.ToString().ToUpperInvariant() : slot.Id.ToString();
        await app.SqlAsync(sql.Replace("@slot", $"'{id}'", StringComparison.Ordinal));
        (await app.ReadAsync(db => new JournalVerifier(db).RunAsync(default))).Broken.ShouldNotBeNull().ShouldContain("booking.places");
    }

    [Fact]
    public async Task The_database_itself_refuses_what_no_slot_can_bear()
    {
        var slot = await App.SlotAsync(capacity: 2);
        (await App.BookAsync(slot, 1)).Ok.ShouldBeTrue();
        var id = App.Kind == DatabaseKind.Sqlite ? slot.Id.ToString().ToUpperInvariant() : slot.Id.ToString();
        foreach (var sql in new[]
        {
            $"update booking_slot set remaining = -1 where id = '{id}'",
            $"update booking_slot set remaining = 3 where id = '{id}'",
            $"delete from booking_slot where id = '{id}'",
            $"delete from booking_place where slot_id = '{id}'",
            $"update booking_place set people = 2 where slot_id = '{id}'",
            $"update booking_place set state = 'Cancelled' where slot_id = '{id}'",
            $"insert into booking_place (slot_id, ordinal, booked_by, device, booked_at, batch, line, key, fingerprint, people, state) select '{Guid.Empty}', 1, booked_by, device, booked_at, batch, 99, '{Guid.NewGuid()}', fingerprint, 1, 'Booked' from booking_place where slot_id = '{id}'",
        })
            await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql), sql);
        (await App.CountAsync(slot)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Plans_open_the_days_they_name_by_the_calendar_and_no_day_twice()
    {
        await using var app = await TestApp.CreateAsync(App.Kind);
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<OpenSlots>(), new())).Value!.Opened.ShouldBe(14);
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<OpenSlots>(), new())).Value!.Opened.ShouldBe(0);
        var plans = await app.ReadAsync(db => db.Slots.GroupBy(s => s.Plan).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        plans.ShouldBe(new Dictionary<string, int> { ["fh-1-visit"] = 6, ["fh-1-talk"] = 6, ["fh-2-visit"] = 2 }, ignoreOrder: true);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<OpenSlots>(), new())).Value!.Opened.ShouldBe(2);
        var open = (await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<FindSlots>(), new("fh-1", "visit"))).Value!;
        (open.Slots.Count, open.Slots[0].Remaining, open.Offers.Count).ShouldBe((2, 50, 3));
    }
}

public sealed class PlaceInvariantsOnSqlite(SqliteApp f) : PlaceInvariantTests(f), IClassFixture<SqliteApp>;

public sealed class PlaceInvariantsOnPostgres(PostgresApp f) : PlaceInvariantTests(f), IClassFixture<PostgresApp>;
