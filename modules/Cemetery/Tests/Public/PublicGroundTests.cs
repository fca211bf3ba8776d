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

public abstract class PublicGroundTests(AppFixture fixture)
{
    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TestApp App => fixture.App;

    private Task<Outcome<FindPublicGrounds.Reply>> FindAsync(FindPublicGrounds.Request request) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<FindPublicGrounds>(), request);

    private Task<Outcome<GetPublicGround.Reply>> GroundAsync(string institution, string? section = null, int? row = null) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetPublicGround>(), new GetPublicGround.Request(institution, section, row));

    private Task<Outcome<GetPublicPosition.Reply>> PlaceAsync(string institution, string code) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetPublicPosition>(), new GetPublicPosition.Request(institution, code));

    [Fact]
    public async Task The_whole_term_is_priced_from_the_list_and_the_rule()
    {
        var positions = await App.PositionsAsync(3);
        var place = Yard.Must(await PlaceAsync("ce-1", positions[0].Code));
        place.Offer.Years.ShouldBe(20);
        place.Offer.TotalFen.ShouldBe(new PriceSpan(135_000, 135_000));
        (place.Offer.Way, place.Offer.Name, place.Until, place.HoldHours).ShouldBe(("政府定价", "单穴墓位", new DateOnly(2046, 4, 14), 24));
        place.Papers.ShouldBe(["火化证明或者死亡证明", "经办人身份证"]);
        place.Exceptions.Select(e => e.Words).ShouldContain("高龄（年满80周岁）");
    }

    [Fact]
    public async Task Public_welfare_comes_first_and_counts_are_real()
    {
        var dear = await App.PositionsAsync(2, "ce-2", as_: "外公墓园务");
        var cheap = await App.PositionsAsync(4);
        var before = Yard.Must(await FindAsync(new())).Rows.First(r => r.Institution == "ce-1").Places.First(p => p.Name == "单穴墓位").Free;
        await App.ActiveAsync(cheap[0]);
        var all = Yard.Must(await FindAsync(new()));
        all.Rows.First(r => r.Institution == "ce-1").Places.First(p => p.Name == "单穴墓位").Free.ShouldBe(before - 1);
        var order = all.Rows.Select(r => r.Institution).ToList();
        order.IndexOf("ce-1").ShouldBeLessThan(order.IndexOf("ce-2"));
        dear.Count.ShouldBe(2);
        var other = all.Rows.First(r => r.Institution == "ce-2").Places.First(p => p.Name == "单穴墓位");
        (other.TotalFen!.Value.Least, other.Way).ShouldBe((880_000 + 20 * 18_800, "市场调节价"));
    }

    [Fact]
    public async Task Filters_narrow_and_unknown_ones_are_refused()
    {
        await App.PositionsAsync(1);
        await App.PositionsAsync(1, "ce-2", as_: "外公墓园务");
        Yard.Must(await FindAsync(new(Nature: "commercial"))).Rows.ShouldAllBe(r => r.Nature == GroundNature.Commercial);
        Yard.Must(await FindAsync(new(County: "321322"))).Rows.ShouldAllBe(r => r.Division.StartsWith("321322", StringComparison.Ordinal));
        Yard.Must(await FindAsync(new(Form: "plot", Most: "3000"))).Rows.Select(r => r.Institution).ShouldBe(["ce-1"]);
        Yard.Must(await FindAsync(new(Form: "plot", Most: "1"))).Rows.ShouldBeEmpty();
        (await FindAsync(new(Nature: "x"))).Problem!.Code.ShouldBe("cemetery.public.filter");
        (await FindAsync(new(Most: "-1"))).Problem!.Code.ShouldBe("cemetery.public.filter");
        (await FindAsync(new(Most: "九"))).Problem!.Code.ShouldBe("cemetery.public.filter");
    }

    [Fact]
    public async Task A_place_without_an_item_of_the_list_says_so_and_is_not_held_online()
    {
        var position = (await App.PositionsAsync(1, use: null, care: null))[0];
        var place = Yard.Must(await PlaceAsync("ce-1", position.Code));
        (place.Offer.Total, place.HoldHours).ShouldBe(("未公布", (int?)null));
        (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<ReserveOnline>(), new ReserveOnline.Request(position.Code, "周建国", "13812340001"))).Problem!.Code.ShouldBe("cemetery.public.not-online");
    }

    [Fact]
    public async Task The_plan_shows_states_and_comes_row_by_row()
    {
        var positions = await App.PositionsAsync(6);
        await App.ActiveAsync(positions[2]);
        var section = positions[0].Code.Split('-')[^3];
        var plan = Yard.Must(await GroundAsync("ce-1", section)).Shown!;
        plan.Spots.Select(s => s.State).ShouldBe([PositionState.Available, PositionState.Available, PositionState.Contracted, PositionState.Available, PositionState.Available, PositionState.Available]);
        plan.FirstFree.Count.ShouldBe(5);
        (plan.Previous, plan.Next).ShouldBe(((int?)null, (int?)null));
        Yard.Must(await GroundAsync("ce-1", section, 99)).Shown!.Spots.ShouldBeEmpty();
        (await GroundAsync("no-such")).Problem!.Code.ShouldBe("cemetery.public.no-ground");
        (await PlaceAsync("ce-2", positions[0].Code)).Problem!.Code.ShouldBe("cemetery.public.no-position");
    }

    [Fact]
    public async Task Long_sections_are_shown_in_parts_that_meet()
    {
        var positions = await App.PositionsAsync(450, perRow: 45);
        var section = positions[0].Code.Split('-')[^3];
        var first = Yard.Must(await GroundAsync("ce-1", section)).Shown!;
        first.Spots.Count.ShouldBe(360);
        first.Next.ShouldBe(9);
        var second = Yard.Must(await GroundAsync("ce-1", section, first.Next)).Shown!;
        (second.Spots.Count, second.Next, second.Previous).ShouldBe((90, null, 1));
        first.Spots.Concat(second.Spots).Select(s => s.Code).Distinct().Count().ShouldBe(450);
    }

    [Fact]
    public async Task Nothing_public_knows_a_name()
    {
        var position = (await App.PositionsAsync())[0];
        await App.ActiveAsync(position, "欧阳慕白");
        var said = System.Text.Json.JsonSerializer.Serialize(new object[]
        {
            Yard.Must(await FindAsync(new())), Yard.Must(await GroundAsync("ce-1", position.Code.Split('-')[^3])), Yard.Must(await PlaceAsync("ce-1", position.Code)),
        }, Plain);
        said.ShouldContain("单穴墓位");
        foreach (var secret in (string[])["欧阳慕白", "周建国", "13812345678", "GM-T-"]) said.ShouldNotContain(secret);
    }
}

public sealed class PublicGroundsOnSqlite(SqliteApp app) : PublicGroundTests(app), IClassFixture<SqliteApp>;

public sealed class PublicGroundsOnPostgres(PostgresApp app) : PublicGroundTests(app), IClassFixture<PostgresApp>;
