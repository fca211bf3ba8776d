using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

public sealed class PostgresTests
{
    [Fact]
    public async Task The_suite_runs_on_postgres_too_and_says_how_where_it_cannot()
    {
        // without the variable this fails with the sentence that tells what to do; nothing is skipped silently
        await using var app = await TestApp.CreateAsync(DatabaseKind.Postgres);
        app.Database.Connection.ShouldNotBeNull();
        (await app.CountAsync("select count(*) from kernel_pack")).ShouldBe(1);
    }
}
