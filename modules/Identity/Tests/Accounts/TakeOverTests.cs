using Anmin.Identity.Accounts;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

/// <summary>The three administrators stay apart, also where one of them hands out links.</summary>
public abstract class TakeOverTests(AppFixture fixture)
{
    [Theory]
    [InlineData("审计"), InlineData("安全管理员")]
    public async Task Who_opens_accounts_cannot_reset_the_other_administrators(string persona)
    {
        var app = fixture.App;
        var staff = app.IdOf(persona);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(staff, "kept-" + staff))).Problem.ShouldBeNull();
        var account = await app.ReadAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.StaffId == staff));
        var request = new ResetAccount.Request(account.Id, "想看看");
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<ResetAccount>(), request)).Problem!.Code.ShouldBe("identity.account.reset-on-server");
        (await app.ReadAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.StaffId == staff))).Stamp.ShouldBe(account.Stamp, "nothing was touched");
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<ResetAccount>(), request)).Problem.ShouldBeNull();
    }
}

public sealed class TakeOverOnSqlite(SqliteApp f) : TakeOverTests(f), IClassFixture<SqliteApp>;

public sealed class TakeOverOnPostgres(PostgresApp f) : TakeOverTests(f), IClassFixture<PostgresApp>;
