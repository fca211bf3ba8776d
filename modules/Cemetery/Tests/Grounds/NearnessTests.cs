using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>The trigger that looks only at what stands within reach of a new place, against the rule in code.</summary>
public abstract class NearnessTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task The_database_refuses_exactly_what_the_rule_calls_one_place()
    {
        var random = new Random(7);
        var section = await App.SectionAsync();
        var told = new Dictionary<bool, int>();
        for (var pair = 1; pair <= 60; pair++)
        {
            var (a, b) = (Area(random), Area(random));
            // about as far as the rule draws the line, in any direction
            var far = Math.Sqrt(Math.Min(a, b) / 2.0) * (0.7 + (random.NextDouble() * 0.6));
            var turn = random.NextDouble() * Math.Tau;
            var first = new Spot(1, 0, pair, pair * 10_000, 0, a);
            var second = new Spot(2, 0, pair, (pair * 10_000) + Math.Max(1, (int)(far * Math.Cos(turn))), (int)(far * Math.Sin(turn)), b);
            (await PutAsync(section, first)).ShouldBe("ok");
            var overlap = Spots.Overlap(first, second);
            (await PutAsync(section, second)).ShouldBe(overlap ? CemeteryProblems.SpotTaken.Code : "ok", $"pair {pair}: {first} {second}");
            told[overlap] = told.GetValueOrDefault(overlap) + 1;
        }
        told.Values.Min().ShouldBeGreaterThan(10, "both answers are met");
    }

    /// <summary>From a hand's breadth to the ten metres that no side exceeds, each order of size alike.</summary>
    private static int Area(Random random) => (int)Math.Pow(10, 1 + (random.NextDouble() * 5));

    private async Task<string> PutAsync(Guid section, Spot spot)
        => (await App.As("公墓园务").RunAsync(s => ActivatorUtilities.CreateInstance<PutSpot>(s), new PutSpot.Request(section, spot))).Try(out _, out var problem) ? "ok" : problem.Code;
}

public sealed class NearnessOnSqlite(SqliteApp app) : NearnessTests(app), IClassFixture<SqliteApp>;

public sealed class NearnessOnPostgres(PostgresApp app) : NearnessTests(app), IClassFixture<PostgresApp>;

/// <summary>A position as it is said, with nothing in code that looks at its neighbours.</summary>
internal sealed class PutSpot(CemeteryDesk desk) : IUseCase<PutSpot.Request, Done>
{
    public sealed record Request(Guid Section, Spot Spot);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == request.Section, ct);
        desk.Db.Add(GroundDesk.New(section, request.Spot, new(1, StoneKind.None, request.Spot.AreaCm2, null, null, false, request.Spot.X, request.Spot.Y, 0), desk.By));
        return Done.It;
    }
}
