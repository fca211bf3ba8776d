using Anmin.Host;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Commands;

/// <summary>An older SQLite database, triggers and all, is brought to this program's shape; or stays as it was.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("anmin-upgrade-").FullName;

    [Fact]
    public async Task Triggers_of_the_old_version_do_not_stand_in_the_way()
    {
        await WithAsync(async db =>
        {
            await OldAsync(db);
            (await Anmin.Host.Database.MigrateAsync(db, TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
            (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            (await TriggersAsync(db)).ShouldNotContain("old_guard");
            (await TriggersAsync(db)).Count.ShouldBeGreaterThan(20, "the guards of this version are laid");
        });
        File.Exists(Path.Combine(folder, "anmin.db.before")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_database_as_it_was()
    {
        await WithAsync(async db =>
        {
            await OldAsync(db);
            await db.Database.ExecuteSqlRawAsync("create table booking_slot (id integer)"); // in the way of a later step
            var applied = await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken);
            await Should.ThrowAsync<SqliteException>(() => Anmin.Host.Database.MigrateAsync(db, TestContext.Current.CancellationToken));
            (await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBe(applied);
            (await TriggersAsync(db)).ShouldBe(["old_guard"]);
            (await db.Database.SqlQueryRaw<string>("""select name as "Value" from pragma_table_info('funeral_pickup')""").ToListAsync(TestContext.Current.CancellationToken)).ShouldNotContain("accepted_at");
        });
    }

    private async Task WithAsync(Func<AnminDb, Task> work)
    {
        await using var app = AnminApp.Quiet(new HostOptions { Data = folder });
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<AnminDb>());
    }

    /// <summary>As of the migration before the home at work, with a trigger that names another table.</summary>
    private static async Task OldAsync(AnminDb db)
    {
        await db.GetService<IMigrator>().MigrateAsync("FuneralHome", TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("create trigger old_guard before insert on funeral_cremation when not exists (select 1 from funeral_contract) begin select raise(abort, 'old'); end");
    }

    private static Task<List<string>> TriggersAsync(AnminDb db) => db.Database.SqlQueryRaw<string>("""select name as "Value" from sqlite_master where type = 'trigger'""").ToListAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
