using Anmin.Identity.Privacy;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Privacy;

public abstract class OwnDataTests(AppFixture fixture)
{
    [Fact]
    public async Task Staff_get_what_is_held_about_themselves_and_nothing_of_others()
    {
        var (mine, other) = (fixture.App.As("骨灰"), fixture.App.As("冷藏"));
        (await other.RunAsync(s => s.GetRequiredService<ExportOwnData>(), new())).Ok.ShouldBeTrue();
        (await mine.RunAsync(s => s.GetRequiredService<ExportOwnData>(), new())).Ok.ShouldBeTrue();
        var reply = (await mine.RunAsync(s => s.GetRequiredService<ExportOwnData>(), new())).Value!;
        (reply.Me.Id, reply.Me.Name, reply.Me.Post).ShouldBe((fixture.App.IdOf("骨灰"), "吴军", "骨灰"));
        reply.Deeds.Select(d => (d.UseCase, d.Reason)).ShouldBe([(nameof(ExportOwnData), "下载本人资料")], "the download before this one, and nothing of the other's");
    }

    [Fact]
    public async Task Nobody_signed_in_gets_nothing()
        => (await fixture.App.As(Actor.Public).RunAsync(s => s.GetRequiredService<ExportOwnData>(), new())).Problem!.Code.ShouldBe("kernel.sign-in.needed");
}

public sealed class OwnDataTestsOnSqlite(SqliteApp f) : OwnDataTests(f), IClassFixture<SqliteApp>;

public sealed class OwnDataTestsOnPostgres(PostgresApp f) : OwnDataTests(f), IClassFixture<PostgresApp>;
