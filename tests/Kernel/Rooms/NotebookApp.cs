using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Anmin.Kernel.Tests.Rooms;

public abstract class NotebookApp(DatabaseKind kind) : IAsyncLifetime
{
    internal static readonly HashSet<string> All = ["*"];

    private TestApp? app;

    public TestApp App => app ?? throw new InvalidOperationException("Not yet started.");

    public static Task<TestApp> MakeAsync(DatabaseKind kind) => TestApp.CreateAsync(kind, new NotebookModule(), NotebookModule.Tables(kind));

    /// <summary>A second process on the first one's database.</summary>
    public static Task<TestApp> BesideAsync(TestApp app) => TestApp.OnAsync(app.Database, app.Clock, new NotebookModule());

    public async ValueTask InitializeAsync() => app = await MakeAsync(kind);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null) await app.DisposeAsync();
    }
}

public sealed class NotebookSqlite() : NotebookApp(DatabaseKind.Sqlite);

public sealed class NotebookPostgres() : NotebookApp(DatabaseKind.Postgres);

internal static class Writing
{
    public static Acting Somebody(this TestApp app, DataScope? scope = null) => app.As(new Actor("w", "某人", "记录员", scope ?? DataScope.Everything, NotebookApp.All));

    public static Task<Outcome<WriteNotebook.Reply>> WriteAsync(this TestApp app, WriteNotebook.Request request, string? key = null) => app.Somebody().RunAsync(s => s.GetRequiredService<WriteNotebook>(), request, key);

    /// <summary>A new notebook with so many lines.</summary>
    public static async Task<Guid> WrittenAsync(this TestApp app, int lines = 1)
    {
        var first = await app.WriteAsync(new("第1行"));
        for (var i = 2; i <= lines; i++) await app.WriteAsync(new($"第{i}行", first.Value!.Id));
        return first.Value!.Id;
    }

    public static Task<JournalVerifier.Report> VerifyAsync(this TestApp app) => app.ReadAsync(db => new JournalVerifier(db).RunAsync(default));

    public static Task<int> EntriesAsync(this TestApp app) => app.ReadAsync(db => db.Set<JournalEntry>().CountAsync());
}
