using Anmin.Funeral.ColdStore;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Temperatures;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.ColdStore;

/// <summary>Boxes, readings and photos against whatever goes wrong.</summary>
public abstract class ColdStoreTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task Two_desks_moving_into_one_box_at_once_one_is_told_it_is_taken()
    {
        var (first, second, box) = (await Chain.ReceivedAsync(), await Chain.ReceivedAsync(), Chain.Box());
        Task<Kernel.Outcomes.Outcome<MoveByScan.Reply>> Move(Deceased of) => App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, box));
        var outcomes = await Task.WhenAll(Task.Run(() => Move(first)), Task.Run(() => Move(second)));
        outcomes.Count(o => o.Ok).ShouldBe(1);
        outcomes.Single(o => !o.Ok).Problem!.Code.ShouldBe("funeral.place.taken");
        (await App.ReadAsync(db => db.Remains.CountAsync(r => r.PlaceId == box))).ShouldBe(1);
    }

    [Fact]
    public async Task A_box_out_of_order_takes_nobody_by_any_way_and_is_offered_to_nobody()
    {
        var (of, box) = (await Chain.ReceivedAsync(), await Chain.ClosedBoxAsync());
        (await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, box))).Problem!.Code.ShouldBe("funeral.box.out-of-order");
        (await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveRemains>(), new MoveRemains.Request(of.Id, of.Tag, box, null))).Problem!.Code.ShouldBe("funeral.box.out-of-order");
        var arriving = await Chain.PickedUpAsync();
        (await App.As("前台").RunAsync(s => s.GetRequiredService<ReceiveRemains>(), new ReceiveRemains.Request(arriving.Id, arriving.Tag, box))).Problem!.Code.ShouldBe("funeral.box.out-of-order");
        var shown = Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<FindBoxes>(), new FindBoxes.Request())).Boxes.Single(b => b.Id == box);
        (shown.State, shown.Word).ShouldBe((BoxState.OutOfOrder, "停用"));
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<ReopenBox>(), new ReopenBox.Request(box)));
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, box)));
    }

    [Theory]
    [InlineData("", "kernel.required"), InlineData("T-unknown", "funeral.box.tag-unknown")]
    public async Task A_tag_that_is_nobodys_moves_nobody(string tag, string code)
        => (await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(tag, "fh-1-prep-1"))).Problem!.Code.ShouldBe(code);

    [Theory]
    [InlineData("fh-1-b\u0001x"), InlineData("]C1fh-1"), InlineData("fh-1 box 3"), InlineData("<script>")]
    public async Task A_damaged_code_is_named_as_such(string place)
    {
        var of = await Chain.ReceivedAsync();
        var problem = (await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, place))).Problem!;
        problem.Kind.ShouldBe(Kernel.Outcomes.ProblemKind.Invalid);
        problem.Field.ShouldBe("Place");
    }

    [Fact]
    public async Task A_place_is_found_by_what_is_written_on_it_and_a_body_of_another_home_by_nobody()
    {
        var of = await Chain.ReceivedAsync();
        var number = int.Parse(Chain.Box()[9..], System.Globalization.CultureInfo.InvariantCulture);
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag.ToLowerInvariant(), $"1区{number}"))).Place.ShouldBe(Cases.BodyPlace.ColdStored);
        (await App.As("外冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, "fh-2-recv-1"))).Problem!.Code.ShouldBe("funeral.box.tag-unknown");
    }

    [Fact]
    public async Task A_stay_is_what_the_custody_lines_say()
    {
        var of = await Chain.ReceivedAsync();
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, "fh-1-prep-1")));
        var again = Chain.Box();
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, again)));
        var stays = await App.ReadAsync(db => StorageStay.OfCaseAsync(db, of.Id, default));
        stays.Select(s => (s.Box, Open: s.Until is null)).ShouldBe([(again, true), (of.Box, false)], ignoreOrder: true);
        var lines = Must(await App.As("前台").RunAsync(s => s.GetRequiredService<FindBoxStays>(), new FindBoxStays.Request(of.Box)));
        lines.ShouldContain(l => l.CaseId == of.Id && l.Until != null);
        Must(await App.As("外前台").RunAsync(s => s.GetRequiredService<FindBoxStays>(), new FindBoxStays.Request(of.Box))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vigil_centre_takes_a_body_of_any_home_of_the_city_and_another_homes_hall_does_not()
    {
        var of = await Chain.ReceivedAsync();
        (await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, "fh-2-hall-1"))).Problem!.Code.ShouldBe("funeral.place.unknown");
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, "vc-1-vigil-1"))).Place.ShouldBe(Cases.BodyPlace.InHall);
    }

    [Fact]
    public async Task The_same_reading_twice_is_kept_once_another_value_for_the_same_instant_is_refused()
    {
        RecordTemperatures.Request Say(string value) => new("fh-1", [new("1区", "twice", "2026-04-15 08:00", value)]);
        Must(await RecordAsync(Say("3"))).ShouldBe(new RecordTemperatures.Reply(1, 0, 0));
        Must(await RecordAsync(Say("3.0"))).ShouldBe(new RecordTemperatures.Reply(0, 1, 0));
        (await RecordAsync(Say("4"))).Problem!.Code.ShouldBe("funeral.temperature.twice");
    }

    [Theory]
    [InlineData("120", "funeral.temperature.absurd"), InlineData("-273", "funeral.temperature.absurd"), InlineData("NaN", "funeral.temperature.unread")]
    public async Task An_absurd_reading_is_refused_and_the_whole_batch_with_it(string value, string code)
    {
        var before = await App.ReadAsync(db => db.TemperatureReadings.CountAsync());
        (await RecordAsync(new("fh-1", [new("1区", "batch", "2026-04-15 07:00", "3"), new("1区", "batch", "2026-04-15 07:01", value)]))).Problem!.Code.ShouldBe(code);
        (await App.ReadAsync(db => db.TemperatureReadings.CountAsync())).ShouldBe(before);
    }

    [Theory]
    [InlineData("2026-04-15 11:00", "funeral.temperature.future"), InlineData("2026-03-01 10:00", "funeral.temperature.old"), InlineData("前天上午", "calendar.date.unread")]
    public async Task A_sensor_with_a_wrong_clock_is_told_so(string at, string code) => (await RecordAsync(new("fh-1", [new("1区", "clock", at, "3")]))).Problem!.Code.ShouldBe(code);

    [Fact]
    public async Task Nobody_reports_for_another_home() => (await App.As("外冷藏").RunAsync(s => s.GetRequiredService<RecordTemperatures>(), new RecordTemperatures.Request("fh-1", [new("1区", "x", null, "3")]))).Problem.ShouldBe(KernelProblems.NotFound);

    [Fact]
    public async Task The_database_itself_refuses_an_absurd_reading_and_any_change_of_one()
    {
        Must(await RecordAsync(new("fh-1", [new("1区", "sql", "2026-04-15 06:00", "3")])));
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync("update funeral_temperature set tenths = 9999"))).ToString().ShouldContain("append-only");
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync("delete from funeral_stay_letter; delete from funeral_temperature"))).ToString().ShouldContain("append-only");
    }

    [Fact]
    public async Task A_photo_is_sealed_at_rest_and_seen_only_by_its_right_with_a_purpose_that_is_audited()
    {
        var (of, order) = await Chain.PreparingAsync();
        var photo = Must(await App.As("整容").RunAsync(s => s.GetRequiredService<AddPreparationPhoto>(), new AddPreparationPhoto.Request(order, PhotoMoment.Before, Chain.Picture)));
        (await App.ReadAsync(db => db.PreparationPhotos.Where(p => p.Id == photo.PhotoId).Select(p => p.Sealed).SingleAsync()))!.AsSpan().IndexOf(Chain.Picture).ShouldBe(-1);
        SeePreparationPhoto.Request See(string? purpose, string? detail = null) => new(photo.PhotoId, purpose, detail);
        foreach (var persona in new[] { "前台", "冷藏", "馆长", "县局" })
            (await App.As(persona).RunAsync(s => s.GetRequiredService<SeePreparationPhoto>(), See("核对身份"))).Problem!.Kind.ShouldBe(Kernel.Outcomes.ProblemKind.Denied, persona);
        (await App.As("外整容").RunAsync(s => s.GetRequiredService<SeePreparationPhoto>(), See("核对身份"))).Problem.ShouldBe(KernelProblems.NotFound);
        (await App.As("整容").RunAsync(s => s.GetRequiredService<SeePreparationPhoto>(), See(null))).Problem!.Code.ShouldBe("funeral.purpose.needed");
        Must(await App.As("整容").RunAsync(s => s.GetRequiredService<SeePreparationPhoto>(), See("核对身份"))).Photo.ShouldBe(Chain.Picture);
        var audit = await App.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Subject == of.Id && a.UseCase == nameof(SeePreparationPhoto) && a.Result == "ok").Select(a => a.Reason).SingleAsync());
        audit.ShouldBe("查看整理照片：核对身份");
        (await App.ReadAsync(db => db.Set<FirstAnswer>().CountAsync(a => a.UseCase == nameof(SeePreparationPhoto)))).ShouldBe(0);
    }

    [Fact]
    public async Task When_its_time_is_over_the_picture_goes_and_the_row_stays()
    {
        var (_, order) = await Chain.PreparingAsync();
        var photo = Must(await App.As("整容").RunAsync(s => s.GetRequiredService<AddPreparationPhoto>(), new AddPreparationPhoto.Request(order, PhotoMoment.After, Chain.Picture)));
        fixture.App.Clock.Advance(TimeSpan.FromDays(120));
        try
        {
            Must(await App.As(Kernel.Actors.Actor.System).RunAsync(s => s.GetRequiredService<DeleteOldPhotos>(), new DeleteOldPhotos.Request())).Deleted.ShouldBeGreaterThan(0);
            (await App.As("整容").RunAsync(s => s.GetRequiredService<SeePreparationPhoto>(), new SeePreparationPhoto.Request(photo.PhotoId, "核对身份", null))).Problem!.Code.ShouldBe("funeral.preparation.photo-gone");
        }
        finally
        {
            fixture.App.Clock.Set(FakeClock.Start);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46 }), InlineData(new byte[] { 0xFF, 0xD8 }), InlineData(new byte[0])]
    public async Task What_is_no_picture_is_refused(byte[] bytes)
    {
        var (_, order) = await Chain.PreparingAsync();
        (await App.As("整容").RunAsync(s => s.GetRequiredService<AddPreparationPhoto>(), new AddPreparationPhoto.Request(order, PhotoMoment.Before, bytes))).Problem!.Code.ShouldBe("funeral.preparation.photo-unread");
    }

    [Fact]
    public async Task Work_does_not_begin_while_the_body_lies_elsewhere_whoever_asks()
    {
        var (of, order) = await Chain.InRoomAsync();
        Must(await App.As("冷藏").RunAsync(s => s.GetRequiredService<MoveByScan>(), new MoveByScan.Request(of.Tag, Chain.Box())));
        (await App.As("整容").RunAsync(s => s.GetRequiredService<StartPreparation>(), new StartPreparation.Request(order, of.Tag, null))).Problem!.Code.ShouldBe("funeral.preparation.not-in-room");
        var at = App.Kind == DatabaseKind.Postgres ? "now()" : "1900000000000000";
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update funeral_preparation set started_at = {at}, state = 'Started' where case_id in (select case_id from funeral_remains where tag = '{of.Tag}')"))).ToString().ShouldContain("guard_preparation_room");
    }

    private Task<Kernel.Outcomes.Outcome<RecordTemperatures.Reply>> RecordAsync(RecordTemperatures.Request request) => App.As("冷藏").RunAsync(s => s.GetRequiredService<RecordTemperatures>(), request);
}

public sealed class ColdStoreOnSqlite(SqliteApp f) : ColdStoreTests(f), IClassFixture<SqliteApp>;

public sealed class ColdStoreOnPostgres(PostgresApp f) : ColdStoreTests(f), IClassFixture<PostgresApp>;
