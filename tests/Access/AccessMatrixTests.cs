using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Access;

/// <summary>Who reaches what, compared with the table that people reviewed: tests/Access/access-matrix.tsv.</summary>
public abstract class AccessMatrixTests(AppFixture fixture)
{
    private static string Reviewed => Path.Combine(AppContext.BaseDirectory, "access-matrix.tsv");

    [Fact]
    public async Task Every_use_case_admits_whom_the_reviewed_table_says_and_nobody_else()
    {
        var found = await new AccessMatrix(fixture.App).LinesAsync();
        var actual = Path.ChangeExtension(Reviewed, $".{fixture.App.Kind}.actual.tsv");
        await File.WriteAllLinesAsync(actual, found, TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllLinesAsync(Reviewed, TestContext.Current.CancellationToken);
        var unlike = found.Except(reviewed).Select(l => "now      " + l).Concat(reviewed.Except(found).Select(l => "reviewed " + l)).OrderBy(l => l[9..], StringComparer.Ordinal).ToList();
        unlike.ShouldBeEmpty($"Look at every line that differs. If all of them are meant: cp {actual} tests/Access/access-matrix.tsv");
    }

    [Fact]
    public void A_use_case_that_names_a_row_is_asked_about_one()
        => AccessMatrix.UseCases().Where(t => AccessMatrix.NamesARow(t) && AccessMatrix.AskedOf(t) is null).Select(t => t.Name).ShouldBeEmpty("add it to Scenarios, or to AskedRows");
}

public sealed class AccessOnSqlite(SqliteApp f) : AccessMatrixTests(f), IClassFixture<SqliteApp>;

public sealed class AccessOnPostgres(PostgresApp f) : AccessMatrixTests(f), IClassFixture<PostgresApp>;
