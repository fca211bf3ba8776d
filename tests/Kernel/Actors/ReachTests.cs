using Anmin.Kernel.Actors;
using Anmin.Kernel.Tests.Rooms;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Actors;

/// <summary>What a scope says in words, a query must do in both databases.</summary>
public abstract class ReachTests(NotebookApp fixture)
{
    private static readonly string[] Divisions = ["32", "3213", "321302", "321302001", "321322", "321322001", "4102", "410205"];
    private static readonly string[] Units = ["fh-1", "fh-2", "ho-1"];
    private static readonly string[] People = ["p-1", "p-2", "p-3"];

    private sealed record Row(string Text, string Division, string? Institution, string? OpenedBy, string? Origin, string? Assigned);

    private static readonly Gen<DataScope> Part = Gen.OneOf(
        Gen.Elements(Divisions).Select(DataScope.Below), Gen.Elements(Units).Select(DataScope.Of), Gen.Elements(Units).Select(DataScope.OpenedAt),
        Gen.Constant(DataScope.OpenedBy(People[0])), Gen.Constant(DataScope.AssignedTo(People[0])), Gen.Constant(DataScope.Nothing));

    private static readonly Gen<DataScope> Scopes = Part.ListOf().Select(parts => parts.Aggregate(DataScope.Nothing, (sum, next) => sum.Or(next)));

    private static readonly Gen<Row> Rows =
        from division in Gen.Elements(Divisions)
        from institution in Maybe(Units)
        from opener in Maybe(People)
        from origin in Maybe(Units)
        from assigned in Maybe(People)
        select new Row("", division, institution, opener, origin, assigned);

    [Fact]
    public async Task A_query_sees_exactly_what_the_scope_covers()
    {
        var rows = Some(Rows, 60).Select((r, i) => r with { Text = $"reach-{i:00}" }).ToList();
        foreach (var row in rows)
        {
            var id = (await fixture.App.WriteAsync(new(row.Text, Division: row.Division, Institution: row.Institution, OpenedBy: row.OpenedBy, Origin: row.Origin))).Value!.Id;
            if (row.Assigned is { } person) await AssignAsync(id, person);
        }
        foreach (var scope in Some(Scopes, 150).Append(DataScope.Everything))
        {
            var seen = (await fixture.App.Somebody(scope).RunAsync(s => s.GetRequiredService<ReadNotebooks>(), new())).Value!.Where(t => t.StartsWith("reach-", StringComparison.Ordinal));
            seen.ShouldBe(rows.Where(r => Covers(scope, r)).Select(r => r.Text), scope.ToString());
        }
    }

    [Fact]
    public void Two_scopes_together_cover_what_either_did_unless_divisions_run_out_and_never_more()
        => Prop.ForAll(Scopes.Two().ToArbitrary(), pair =>
        {
            var both = pair.Item1.Or(pair.Item2);
            var room = pair.Item1.Divisions.Concat(pair.Item2.Divisions).Distinct().Count() <= DataScope.MostDivisions;
            return Some(Rows, 30).TrueForAll(row => (Covers(pair.Item1, row) || Covers(pair.Item2, row)) is var either && (room ? Covers(both, row) == either : !Covers(both, row) || either));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_permission_reaches_what_any_grant_of_it_reaches()
    {
        var grants = new Grants([new("test.notebook.*", DataScope.Of("fh-1")), new("test.notebook.write", DataScope.OpenedBy("p-1")), new("test.other.read", DataScope.Everything)]);
        grants.ReachOf(new("test.notebook.write", "")).ShouldBe(DataScope.Of("fh-1").Or(DataScope.OpenedBy("p-1")));
        grants.ReachOf(new("test.notebook.read", "")).ShouldBe(DataScope.Of("fh-1"));
        grants.ReachOf(new("test.notebooks.read", "")).ShouldBeNull();
    }

    [Fact]
    public void Outside_a_use_case_people_reach_nothing_and_the_system_everything()
    {
        new CurrentActor { Actor = new Actor("a", "a", "a", DataScope.Everything, new HashSet<string> { "test.notebook.write" }) }.Scope.ShouldBe(DataScope.Nothing);
        new CurrentActor { Actor = Actor.System }.Scope.ShouldBe(DataScope.Everything);
        new CurrentActor { Actor = Actor.Public }.Scope.ShouldBe(DataScope.Nothing);
    }

    private Task AssignAsync(Guid subject, string person) => fixture.App.ReadAsync(async db =>
    {
        db.Add(new Assignment { Subject = subject, SubjectKind = "test.notebook", Staff = person, At = fixture.App.Clock.GetUtcNow(), By = "w" });
        db.Add(new Assignment { Subject = subject, SubjectKind = "test.notebook", Staff = "p-gone", At = fixture.App.Clock.GetUtcNow(), By = "w", EndedAt = fixture.App.Clock.GetUtcNow() });
        return await db.SaveChangesAsync();
    });

    private static bool Covers(DataScope scope, Row row) => scope.All || scope.Divisions.Any(d => row.Division.StartsWith(d, StringComparison.Ordinal))
        || (row.Institution is { } unit && scope.Institutions.Contains(unit)) || (row.Origin is { } origin && scope.Origins.Contains(origin))
        || (scope.Opener is { } opener && row.OpenedBy == opener) || (scope.Assignee is { } assignee && row.Assigned == assignee);

    private static Gen<string?> Maybe(string[] values) => Gen.OneOf(Gen.Elements(values).Select(v => (string?)v), Gen.Constant<string?>(null));

    private static List<T> Some<T>(Gen<T> gen, int count) => [.. gen.Sample(count, 8)];
}

public sealed class ReachOnSqlite(NotebookSqlite f) : ReachTests(f), IClassFixture<NotebookSqlite>;

public sealed class ReachOnPostgres(NotebookPostgres f) : ReachTests(f), IClassFixture<NotebookPostgres>;
