using Anmin.Hotline.Directory;
using Anmin.Hotline.LookUp;
using Anmin.Hotline.Tests.Calls;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.Directory;

/// <summary>Everybody finds an institution, and an agent finds anything, by initials.</summary>
public abstract class DirectoryTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Anybody_finds_by_kind_county_and_initials()
    {
        var all = await FindAsync(new());
        all.Lines.Count.ShouldBe(all.All);
        all.Lines.Select(l => l.No).ShouldBe(Enumerable.Range(1, all.All));
        (await FindAsync(new(Q: "sccsg"))).Lines.ShouldContain(l => l.Id == "fh-1");
        (await FindAsync(new(Q: "宿城测试馆"))).Lines.ShouldHaveSingleItem().Id.ShouldBe("fh-1");
        (await FindAsync(new(Kind: "cemetery"))).Lines.Select(l => l.Id).ShouldBe(["ce-1", "ce-2"], ignoreOrder: true);
        (await FindAsync(new(County: "321322"))).Lines.ShouldAllBe(l => l.County == "沭阳县");
        (await FindAsync(new(Q: "<没有>"))).Lines.ShouldBeEmpty();
        all.Lines.ShouldNotContain(l => l.Kind == "village");
    }

    [Fact]
    public async Task One_institution_says_how_to_come_and_what_it_has()
    {
        var home = Must(await App.As(Actor.Public).TryAsync<GetInstitution, GetInstitution.Request, GetInstitution.Reply>(new("fh-1")));
        (home.Bus?.Length > 0, home.RouteSource, home.Facilities.Any(f => f.StartsWith("接运车", StringComparison.Ordinal))).ShouldBe((true, "虚构，须由机构核对", true));
        foreach (var id in new[] { "none", "vi-1", "de-1" }) (await App.As(Actor.Public).TryAsync<GetInstitution, GetInstitution.Request, GetInstitution.Reply>(new(id))).Problem!.Code.ShouldBe("kernel.not-found");
    }

    [Fact]
    public async Task The_sketch_shows_each_place_once_inside_and_none_on_another()
    {
        var lines = (await FindAsync(new())).Lines;
        // twenty neighbours of one street
        var crowd = Enumerable.Range(1, 20).Select(i => lines[0] with { No = 100 + i, Latitude = 33.83, Longitude = 118.24 }).ToList();
        var marks = Sketch.Marks([.. lines, .. crowd]);
        marks.Select(m => m.Of.No).ShouldBeUnique();
        marks.Count.ShouldBe(lines.Count(l => l.Latitude is not null) + 20);
        marks.ShouldAllBe(m => m.X >= 0 && m.X <= Sketch.Width && m.Y >= 0 && m.Y <= Sketch.Height);
        marks.Select(m => (Math.Round(m.X), Math.Round(m.Y))).ShouldBeUnique();
        Sketch.Marks([]).ShouldBeEmpty();
        Sketch.Marks([crowd[0]]).ShouldHaveSingleItem().X.ShouldBe(Sketch.Width / 2.0, 0.01);
    }

    [Fact]
    public async Task An_agent_looks_up_places_hearses_and_colleagues_without_leaving_the_call()
    {
        var homes = await LookAsync("sccsg");
        homes.Places.ShouldContain(p => p.Id == "fh-1");
        homes.Cars.ShouldContain(c => c.Home == "宿城测试馆" && c.Word == "可派");
        (await LookAsync("diaodu")).Empty.ShouldBeTrue();
        (await LookAsync("王德胜")).People.ShouldHaveSingleItem().Post.ShouldContain("司机");
        (await LookAsync("wds")).People.ShouldContain(p => p.Name == "王德胜");
        (await LookAsync("火化")).Prices.ShouldNotBeEmpty();
        (await LookAsync("a")).Empty.ShouldBeTrue("one letter finds everything, which is nothing");
        (await App.As(NotAllowed).TryAsync<FindAnything, FindAnything.Request, FindAnything.Reply>(new("sc"))).Problem!.Code.ShouldBe("kernel.denied");
    }

    private Task<FindDirectory.Reply> FindAsync(FindDirectory.Request request) => App.As(Actor.Public).DoAsync<FindDirectory, FindDirectory.Request, FindDirectory.Reply>(request);

    private Task<FindAnything.Reply> LookAsync(string q) => App.As(Agent).DoAsync<FindAnything, FindAnything.Request, FindAnything.Reply>(new(q));
}

public sealed class DirectoryOnSqlite(SqliteApp app) : DirectoryTests(app), IClassFixture<SqliteApp>;

public sealed class DirectoryOnPostgres(PostgresApp app) : DirectoryTests(app), IClassFixture<PostgresApp>;
