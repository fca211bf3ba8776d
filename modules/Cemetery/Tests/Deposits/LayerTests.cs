using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Deposits;

/// <summary>分层定价: a niche costs what the list says of its layer.</summary>
public sealed class LayerChoiceTests
{
    [Theory]
    [InlineData("1层：400.00元；2层：500.00元；3层：600.00元", 3, "3层")]
    [InlineData("13层：400.00元", 3, null)]
    [InlineData("1至2层：400.00元；3至5层：600.00元", 4, "3至5层")]
    [InlineData("1、6层：300.00元；2、3、4、5层：600.00元", 6, "1、6层")]
    [InlineData("不足1具·月按1具·月", 1, null)]
    [InlineData("", 2, null)]
    public void The_amount_that_names_the_layer_is_the_choice(string terms, int layer, string? choice) => LayerChoices.Among(terms, layer).ShouldBe(choice);
}

public abstract class LayerPriceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Theory]
    [InlineData(1, 1, 40000)]
    [InlineData(2, 1, 50000)]
    [InlineData(3, 2, 120000)]
    public async Task A_deposit_is_billed_by_the_layer_of_its_niche_and_the_years(int layer, int years, long fen)
    {
        var of = await App.CrematedAsync();
        await App.HandOverAsync(of);
        var niche = Yard.Must(await App.As("公墓园务").RunAsync(s => ActivatorUtilities.CreateInstance<Cabinet>(s), new Cabinet.Request("ce-1", layer, "niche-layer"))).Code;
        var taken = Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(of.Ashes, niche, years, null)));
        taken.DueFen.ShouldBe(fen);
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<RenewDeposit>(), new RenewDeposit.Request(taken.RightId, years))).DueFen.ShouldBe(fen);
    }

    [Fact]
    public async Task A_layer_the_list_does_not_name_is_told_and_never_guessed()
    {
        var of = await App.CrematedAsync();
        await App.HandOverAsync(of);
        var niche = Yard.Must(await App.As("公墓园务").RunAsync(s => ActivatorUtilities.CreateInstance<Cabinet>(s), new Cabinet.Request("ce-1", 9, "niche-layer"))).Code;
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(of.Ashes, niche, 1, null))).Code().ShouldBe("billing.choice");
        (await App.ReadAsync(db => db.Positions.IgnoreQueryFilters().Where(p => p.Code == niche).Select(p => p.State).FirstAsync())).ShouldBe(PositionState.Available);
    }
}

/// <summary>One niche in a room of its own, in a layer.</summary>
internal sealed class Cabinet(CemeteryDesk desk) : IUseCase<Cabinet.Request, Cabinet.Reply>
{
    private static int rooms;

    public sealed record Request(string Institution, int Layer, string Item);

    public sealed record Reply(string Code);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (code, division) = ("L" + Interlocked.Increment(ref rooms), desk.Institution(request.Institution)!.Division);
        var room = Section.Open(request.Institution, division, code, code + "室", SectionKind.Niches, 1, request.Item, null, null, desk.By, desk.Now).Value!;
        var niche = new Position { SectionId = room.Id, Division = division, Institution = request.Institution, Code = Position.CodeOf(request.Institution, code, 1, request.Layer, 1), Row = 1, Layer = request.Layer, Number = 1, Capacity = 1, AreaCm2 = 0 };
        niche.Open();
        desk.Db.AddRange(room, niche);
        return Task.FromResult<Outcome<Reply>>(new Reply(niche.Code));
    }
}

public sealed class LayerPricesOnSqlite(SqliteApp app) : LayerPriceTests(app), IClassFixture<SqliteApp>;

public sealed class LayerPricesOnPostgres(PostgresApp app) : LayerPriceTests(app), IClassFixture<PostgresApp>;
