using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Booking.Tests.Places;

public abstract class BookPlaceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_place_is_booked_found_by_number_and_phone_and_given_back()
    {
        var slot = await App.SlotAsync();
        var booked = (await App.BookAsync(slot, 1, "３", reference: " 东区12排 ")).Value!;
        booked.People.ShouldBe(3);
        PlaceNumber.Read(booked.Number).ShouldBe((slot.Serial, 1));
        var found = (await App.GetAsync(booked.Number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), 1)).Value!;
        (found.Number, found.InstitutionName, found.People, found.Reference, found.State).ShouldBe((booked.Number, "宿城测试馆", 3, "东区12排", PlaceState.Booked));
        (await App.CountAsync(slot)).ShouldBe((47, 3, 1));

        (await App.CancelAsync(booked.Number, 2)).Problem.ShouldBe(PlaceProblems.NoPlace, "another phone");
        (await App.CancelAsync(booked.Number, 1)).Ok.ShouldBeTrue();
        (await App.CancelAsync(booked.Number, 1)).Ok.ShouldBeTrue("asked again, it is cancelled as before");
        (await App.CountAsync(slot)).ShouldBe((50, 0, 1));
        (await App.GetAsync(booked.Number, 1)).Value!.State.ShouldBe(PlaceState.Cancelled);
        (await App.BookAsync(slot, 1)).Value!.Number.ShouldNotBe(booked.Number, "a number is never given twice");
    }

    [Fact]
    public async Task The_row_says_who_when_and_from_where_and_the_phone_rests_sealed()
    {
        var slot = await App.SlotAsync();
        await App.BookAsync(slot, 77);
        var row = await App.ReadAsync(db => db.PlacesTaken.AsNoTracking().SingleAsync(p => p.SlotId == slot.Id));
        (row.BookedBy, row.Device, row.BookedAt, row.Phone!.Reveal()).ShouldBe(("public", "test", App.Clock.GetUtcNow(), Bookers.Phone(77)));
        var bytes = await App.ReadAsync(db => db.Database.SqlQuery<byte[]>($"""select phone as "Value" from booking_place where ordinal = 1 and batch = {row.Batch}""").ToListAsync());
        System.Text.Encoding.UTF8.GetString(bytes[0]).ShouldNotContain(Bookers.Phone(77)[3..]);
    }

    [Theory]
    [InlineData("7", "booking.place.too-many")]
    [InlineData("0", "booking.place.people")]
    [InlineData("-1", "booking.place.people")]
    [InlineData("两人", "booking.place.people")]
    [InlineData("", "booking.place.people")]
    [InlineData("99999999999999", "booking.place.people")]
    public async Task An_impossible_number_of_people_is_refused_and_nothing_is_written(string people, string code)
    {
        var slot = await App.SlotAsync();
        (await App.BookAsync(slot, 1, people)).Problem!.Code.ShouldBe(code);
        (await App.CountAsync(slot)).ShouldBe((50, 0, 0));
    }

    [Fact]
    public async Task Full_past_closed_and_unknown_slots_refuse_and_say_what_to_do()
    {
        var small = await App.SlotAsync(capacity: 3);
        (await App.BookAsync(small, 1, "2")).Ok.ShouldBeTrue();
        (await App.BookAsync(small, 2, "2")).Problem!.Message.ShouldContain("只剩1个");
        (await App.BookAsync(small, 2)).Ok.ShouldBeTrue();
        (await App.BookAsync(small, 3)).Problem.ShouldBe(PlaceProblems.Full(0));
        (await App.BookAsync(await App.SlotAsync(hoursAhead: 0), 1)).Problem.ShouldBe(PlaceProblems.Past);
        (await App.BookAsync(await App.SlotAsync(hoursAhead: -5), 1)).Problem.ShouldBe(PlaceProblems.Past);
        (await App.BookAsync(new Slot { Serial = 1, Plan = "x", Kind = "x", Name = "x", Division = "0", Institution = null, Date = default, From = default, Until = default, Capacity = 1, MostPeople = 1 }, 1)).Problem.ShouldBe(PlaceProblems.NoSlot);
        var closed = await App.SlotAsync();
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<CloseSlot>(), new(closed.Id, "道路施工"))).Ok.ShouldBeTrue();
        (await App.BookAsync(closed, 1)).Problem.ShouldBe(PlaceProblems.Closed);
    }

    [Fact]
    public async Task Where_groups_are_counted_a_family_of_six_takes_one_place()
    {
        var slot = await App.SlotAsync(capacity: 2, people: false);
        (await App.BookAsync(slot, 1, "6")).Ok.ShouldBeTrue();
        (await App.BookAsync(slot, 2, "1")).Ok.ShouldBeTrue();
        (await App.BookAsync(slot, 3, "1")).Problem.ShouldBe(PlaceProblems.Full(0));
    }

    [Fact]
    public async Task One_phone_has_one_place_in_a_slot()
    {
        var slot = await App.SlotAsync();
        (await App.BookAsync(slot, 1)).Ok.ShouldBeTrue();
        (await App.BookAsync(slot, 1)).Problem.ShouldBe(PlaceProblems.PhoneTwice);
        (await App.BookAsync(await App.SlotAsync(), 1)).Ok.ShouldBeTrue("in another slot it may");
    }

    [Fact]
    public async Task The_same_key_eight_times_at_once_is_one_place_and_one_answer()
    {
        var slot = await App.SlotAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => App.BookAsync(slot, 1, key: "eight-" + slot.Serial))));
        answers.Select(a => a.Value!.Number).Distinct().ShouldHaveSingleItem();
        (await App.CountAsync(slot)).ShouldBe((49, 1, 1));
        await using var beside = await App.BesideAsync();
        var later = beside.App;
        (await later.BookAsync(slot, 1, key: "eight-" + slot.Serial)).Value!.Number.ShouldBe(answers[0].Value!.Number, "another process, from the rows alone");
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_also_for_another_slot()
    {
        var (slot, other) = (await App.SlotAsync(), await App.SlotAsync());
        (await App.BookAsync(slot, 1, key: "reuse-" + slot.Serial)).Ok.ShouldBeTrue();
        (await App.BookAsync(slot, 1, "2", key: "reuse-" + slot.Serial)).Problem.ShouldBe(KernelProblems.KeyReused);
        (await App.BookAsync(other, 1, key: "reuse-" + slot.Serial)).Problem.ShouldBe(KernelProblems.KeyReused);
        await using var beside = await App.BesideAsync();
        var later = beside.App;
        (await later.BookAsync(other, 1, key: "reuse-" + slot.Serial)).Problem.ShouldBe(KernelProblems.KeyReused, "where memory does not know the key, the database does");
        (await later.BookAsync(other, 2)).Ok.ShouldBeTrue("and the lane goes on");
    }

    [Fact]
    public async Task Two_hundred_at_once_for_fifty_places_make_fifty()
    {
        var slot = await App.SlotAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => App.BookAsync(slot, i))));
        answers.Count(a => a.Ok).ShouldBe(50);
        // on a busy machine the line itself says how long it is; nobody is told full who could have had a place
        answers.Where(a => !a.Ok).ShouldAllBe(a => a.Problem == PlaceProblems.Full(0) || a.Problem!.Code == "kernel.lane.queue");
        (await App.CountAsync(slot)).ShouldBe((0, 50, 50));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Y0000001-0001-Z")]
    [InlineData("'; drop table booking_place; --")]
    [InlineData("Y00000010001")]
    [InlineData("Y9999999-9999-9")]
    public async Task A_number_that_cannot_be_is_refused_as_such(string? number)
        => (await App.CancelAsync(number!, 1)).Problem!.Code.ShouldBeOneOf("booking.place.number", "booking.place.unknown");

    [Fact]
    public async Task Staff_mark_attendance_of_their_own_institution_only()
    {
        var (mine, theirs) = (await App.SlotAsync(hoursAhead: 2), await App.SlotAsync(hoursAhead: 2, institution: "fh-2", division: "321322001"));
        var number = (await App.BookAsync(mine, 1)).Value!.Number;
        var other = (await App.BookAsync(theirs, 1)).Value!.Number;
        (await App.As("前台").RunAsync(s => s.GetRequiredService<AttendPlace>(), new(other))).Problem.ShouldBe(PlaceProblems.NoPlace);
        (await App.As("司机").RunAsync(s => s.GetRequiredService<AttendPlace>(), new(number))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<AttendPlace>(), new(number))).Ok.ShouldBeTrue();
        (await App.CancelAsync(number, 1)).Problem.ShouldBe(PlaceProblems.Attended);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<CloseSlot>(), new(mine.Id, "x"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<CloseSlot>(), new(theirs.Id, "x"))).Problem.ShouldBe(PlaceProblems.NoSlot);
        var day = (await App.As("前台").RunAsync(s => s.GetRequiredService<FindPlaces>(), new(mine.Date.ToString("yyyy-MM-dd", null)))).Value!;
        day.Slots.ShouldAllBe(s => s.InstitutionName == "宿城测试馆");
        var row = day.Slots.Single(s => s.Id == mine.Id).People.ShouldHaveSingleItem();
        (row.Number, row.Phone, row.State).ShouldBe((number, "138****0001", PlaceState.Attended));
    }

    [Fact]
    public async Task Too_early_to_attend_and_too_late_to_cancel_are_said()
    {
        var slot = await App.SlotAsync(hoursAhead: 48);
        var number = (await App.BookAsync(slot, 1)).Value!.Number;
        (await App.As("前台").RunAsync(s => s.GetRequiredService<AttendPlace>(), new(number))).Problem.ShouldBe(PlaceProblems.TooEarly);
        await using var beside = await App.BesideAsync(new FakeClock());
        var later = beside.App;
        later.Clock.Set(slot.From.AddMinutes(1));
        (await later.CancelAsync(number, 1)).Problem.ShouldBe(PlaceProblems.Begun);
    }
}

public sealed class BookPlaceOnSqlite(SqliteApp f) : BookPlaceTests(f), IClassFixture<SqliteApp>;

public sealed class BookPlaceOnPostgres(PostgresApp f) : BookPlaceTests(f), IClassFixture<PostgresApp>;
