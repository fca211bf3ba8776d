using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>What hangs on a trip: permits, pictures, positions, the board, and what the database refuses by itself.</summary>
public abstract partial class TripTests
{
    [Fact]
    public async Task Another_county_asks_for_a_permit_where_the_rule_does()
    {
        var of = await Chain.ReportedAsync(Chain.Report());
        var wish = new RequestPickup.Request(of.Id, "fh-2", null, null, null, null, null);
        (await App.As("调度").RunAsync(s => s.GetRequiredService<RequestPickup>(), wish)).Problem!.Code.ShouldBe("funeral.pickup.permit");
        Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<RequestPickup>(), wish with { PermitNumber = "宿民运〔2026〕12号", PermitIssuer = "宿城区民政局" }));
    }

    [Fact]
    public async Task The_same_picture_twice_is_one_and_what_is_no_picture_is_refused()
    {
        var trip = await Chain.AtAsync(PickupStatus.OnSite);
        var picture = Convert.ToBase64String([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        var first = Chain.Must(await AttachAsync(trip.Order, picture));
        Chain.Must(await AttachAsync(trip.Order, picture)).Id.ShouldBe(first.Id);
        (await AttachAsync(trip.Order, Convert.ToBase64String("<svg>"u8))).Problem.ShouldBe(DispatchProblems.PictureShape);
        (await AttachAsync(trip.Order, Convert.ToBase64String(new byte[700 * 1024]))).Problem.ShouldBe(DispatchProblems.PictureSize);
        (await App.ReadAsync(db => db.TripAttachments.CountAsync(a => a.OrderId == trip.Order))).ShouldBe(1);
        Chain.Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<GetPicture>(), new GetPicture.Request(first.Id))).Data.ShouldBe(picture);
        (await App.As("外馆长").RunAsync(s => s.GetRequiredService<GetPicture>(), new GetPicture.Request(first.Id))).Problem.ShouldBe(KernelProblems.NotFound);
    }

    [Fact]
    public async Task Positions_come_in_batches_and_twice_and_are_kept_once()
    {
        var trip = await Chain.AtAsync(PickupStatus.Departed);
        var start = App.Clock.GetUtcNow();
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        var batch = Enumerable.Range(0, 5).Select(i => new RecordPositions.Position(start.AddMinutes(i), 33.83 + (i * 0.01), 118.24, 10)).ToList();
        var request = new RecordPositions.Request(trip.Order, 1, [.. batch, batch[0], new(start.AddHours(-4), 33, 118, 5)]);
        Chain.Must(await App.As("司机").RunAsync(s => s.GetRequiredService<RecordPositions>(), request)).Kept.ShouldBe(5);
        Chain.Must(await App.As("司机").RunAsync(s => s.GetRequiredService<RecordPositions>(), request)).Kept.ShouldBe(0);
        (await App.As("司机").RunAsync(s => s.GetRequiredService<RecordPositions>(), request with { Positions = [new(start, 120, 118, 1)] })).Problem.ShouldBe(DispatchProblems.Position);
        var replay = Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<ReplayTrip>(), new ReplayTrip.Request(trip.Order)));
        replay.ByPositions!.Value.ShouldBeInRange(4.4m, 4.5m);
    }

    [Fact]
    public async Task The_board_shows_who_waits_and_what_every_vehicle_does()
    {
        var (of, waiting) = await Chain.WaitingAsync();
        var trip = await Chain.AtAsync(PickupStatus.Departed);
        var board = Chain.Must(await App.As("调度").RunAsync(s => s.GetRequiredService<FindBoard>(), new FindBoard.Request()));
        board.Waits.ShouldContain(w => w.OrderId == waiting);
        var lane = board.Homes.Single(h => h.Id == "fh-1").Lanes.Single(l => l.Vehicle == trip.Vehicle);
        lane.State.ShouldBe("run");
        lane.Blocks.Single(b => b.OrderId == trip.Order).Steps.ShouldBe(2);
        board.Homes.Single(h => h.Id == "fh-1").Lanes.Single(l => l.Vehicle == "fh-1-car-3").State.ShouldBe("bad");
        var elsewhere = Chain.Must(await App.As("外调度").RunAsync(s => s.GetRequiredService<FindBoard>(), new FindBoard.Request()));
        elsewhere.Homes.ShouldAllBe(h => h.Id == "fh-2");
        elsewhere.Waits.ShouldNotContain(w => w.OrderId == waiting);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_step_before_the_one_before_it()
    {
        var trip = await Chain.AtAsync(PickupStatus.Accepted);
        var id = Kind(trip.Order);
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update funeral_pickup set arrived_at = dispatched_at where id = {id}"));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"delete from funeral_trip_step where order_id = {id}"));
    }
}
