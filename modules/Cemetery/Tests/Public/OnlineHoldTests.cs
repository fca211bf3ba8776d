using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Public;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Public;

public abstract class OnlineHoldTests(AppFixture fixture)
{
    private static int phones = 1000;

    private TestApp App => fixture.App;

    private static string Phone() => "1391234" + Interlocked.Increment(ref phones).ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Outcome<ReserveOnline.Reply>> HoldAsync(Position position, string phone, string? key = null, string name = "周建国")
        => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request(position.Code, name, phone), key);

    private string ReceiptOf(ReserveOnline.Reply held) => App.Services.GetRequiredService<HoldReceipts>().Issue(held.RightId);

    private Task<Outcome<Done>> CancelAsync(string receipt, string phone) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<CancelOnlineHold>(), new CancelOnlineHold.Request(receipt, phone));

    private Task<Outcome<GetOnlineHold.Reply>> SeeAsync(string receipt) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetOnlineHold>(), new GetOnlineHold.Request(receipt));

    [Fact]
    public async Task A_place_is_kept_for_a_day_and_a_message_goes_out()
    {
        var position = (await App.PositionsAsync())[0];
        var sent = await App.CountAsync("select count(*) from notifications_outgoing");
        var held = Yard.Must(await HoldAsync(position, Phone()));
        held.Until.ShouldBe(App.Clock.GetUtcNow().AddHours(24));
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Held);
        (await App.CountAsync("select count(*) from notifications_outgoing")).ShouldBe(sent + 1);
        var seen = Yard.Must(await SeeAsync(ReceiptOf(held)));
        (seen.State, seen.Number, seen.Institution).ShouldBe((RightState.Held, held.Number, "ce-1"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_hold()
    {
        var (position, phone) = ((await App.PositionsAsync())[0], Phone());
        var first = Yard.Must(await HoldAsync(position, phone, "key-" + phone));
        Yard.Must(await HoldAsync(position, phone, "key-" + phone)).ShouldBe(first);
    }

    [Fact]
    public async Task Of_two_telephones_at_once_one_gets_the_place()
    {
        for (var round = 0; round < 5; round++)
        {
            var position = (await App.PositionsAsync())[0];
            var both = await Task.WhenAll(HoldAsync(position, Phone()), HoldAsync(position, Phone()));
            both.Count(o => o.Ok).ShouldBe(1);
            both.Single(o => !o.Ok).Problem!.Code.ShouldBeOneOf("cemetery.position.taken", "kernel.changed-meanwhile");
        }
    }

    [Fact]
    public async Task A_telephone_keeps_two_places_and_tries_five_times_a_day()
    {
        var (positions, phone) = (await App.PositionsAsync(6), Phone());
        var first = Yard.Must(await HoldAsync(positions[0], phone));
        var second = Yard.Must(await HoldAsync(positions[1], phone));
        (await HoldAsync(positions[2], phone)).Problem!.Code.ShouldBe("cemetery.hold.too-many");
        Yard.Must(await CancelAsync(ReceiptOf(first), phone));
        Yard.Must(await CancelAsync(ReceiptOf(second), phone));
        for (var i = 2; i < 5; i++) Yard.Must(await CancelAsync(ReceiptOf(Yard.Must(await HoldAsync(positions[i], phone))), phone));
        (await HoldAsync(positions[5], phone)).Problem!.Code.ShouldBe("cemetery.public.too-often");
    }

    [Fact]
    public async Task Only_the_same_telephone_cancels_and_twice_is_once()
    {
        var (position, phone) = ((await App.PositionsAsync())[0], Phone());
        var held = Yard.Must(await HoldAsync(position, phone));
        (await CancelAsync(ReceiptOf(held), Phone())).Problem!.Code.ShouldBe("cemetery.public.other-phone");
        (await CancelAsync("x", phone)).Problem!.Code.ShouldBe("cemetery.public.no-hold");
        Yard.Must(await CancelAsync(ReceiptOf(held), phone));
        Yard.Must(await CancelAsync(ReceiptOf(held), phone));
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Available);
        Yard.Must(await SeeAsync(ReceiptOf(held))).State.ShouldBe(RightState.Cancelled);
        Yard.Must(await HoldAsync(position, Phone()));
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_at_once_and_what_is_sold_is_not_held()
    {
        var positions = await App.PositionsAsync(2);
        var problem = (await HoldAsync(positions[0], "0527-80001234", name: "")).Problem!;
        problem.All().Select(p => p.Field).ShouldBe(["Name", "Phone"], ignoreOrder: true);
        await App.ActiveAsync(positions[1]);
        (await HoldAsync(positions[1], Phone())).Problem!.Code.ShouldBe("cemetery.position.taken");
        (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request("no-such", "周建国", Phone()))).Problem!.Code.ShouldBe("cemetery.public.no-position");
    }
}

public sealed class OnlineHoldsOnSqlite(SqliteApp app) : OnlineHoldTests(app), IClassFixture<SqliteApp>;

public sealed class OnlineHoldsOnPostgres(PostgresApp app) : OnlineHoldTests(app), IClassFixture<PostgresApp>;

/// <summary>The clock moves here, so this class has databases of its own.</summary>
public sealed class LapsedHoldTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_its_hours_a_hold_gives_way_to_the_next_family(Anmin.Kernel.Data.DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var position = (await app.PositionsAsync())[0];
        var first = Yard.Must(await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request(position.Code, "周建国", "13912340001")));
        app.Clock.Advance(TimeSpan.FromHours(23));
        (await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request(position.Code, "李国庆", "13912340002"))).Problem!.Code.ShouldBe("cemetery.position.taken");
        app.Clock.Advance(TimeSpan.FromHours(2));
        Yard.Must(await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetPublicPosition>(), new GetPublicPosition.Request("ce-1", position.Code))).State.ShouldBe(PositionState.Available);
        Yard.Must(await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetOnlineHold>(), new GetOnlineHold.Request(app.Services.GetRequiredService<HoldReceipts>().Issue(first.RightId)))).State.ShouldBe(RightState.Lapsed);
        Yard.Must(await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request(position.Code, "李国庆", "13912340002")));
        (await app.As(Actor.Public).RunAsync(s => s.GetRequiredService<CancelOnlineHold>(), new CancelOnlineHold.Request(app.Services.GetRequiredService<HoldReceipts>().Issue(first.RightId), "13912340001"))).Problem!.Code.ShouldBe("cemetery.public.not-held");
        (await app.ReadAsync(db => db.PlotRights.AsNoTracking().CountAsync(r => r.PositionId == position.Id))).ShouldBe(2);
    }
}
