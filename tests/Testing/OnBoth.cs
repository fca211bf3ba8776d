using Anmin.Kernel.Data;
using Xunit;

namespace Anmin.Testing;

/// <summary>
/// One database for a test class: write the tests in an abstract class that takes <see cref="AppFixture"/>, and end the file with two sealed ones,
/// <c>…OnSqlite(SqliteApp f) : …Tests(f), IClassFixture&lt;SqliteApp&gt;</c> and the same for <see cref="PostgresApp"/>.
/// </summary>
public abstract class AppFixture(DatabaseKind kind) : IAsyncLifetime
{
    private TestApp? app;

    public TestApp App => app ?? throw new InvalidOperationException("Not yet started.");

    public async ValueTask InitializeAsync() => app = await TestApp.CreateAsync(kind);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null) await app.DisposeAsync();
    }
}

public sealed class SqliteApp() : AppFixture(DatabaseKind.Sqlite);

public sealed class PostgresApp() : AppFixture(DatabaseKind.Postgres);

public static class Databases
{
    /// <summary>For a theory whose every case makes a database of its own.</summary>
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];
}
