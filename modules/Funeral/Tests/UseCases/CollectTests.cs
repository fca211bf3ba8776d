using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Ciphers;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

public abstract class CollectTests(AppFixture fixture)
{
    private const string Signature = FurnaceScenarios.Signature;

    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task Family_signs_takes_the_ashes_and_has_the_certificate_in_one_step()
    {
        var of = await Chain.CrematedAsync();
        var found = Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<GetCollection>(), new GetCollection.Request("https://example.invalid/progress?number=" + of.Number)));
        found.Ashes.ShouldBe(of.Ashes);
        var reply = Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<CollectAshes>(), new CollectAshes.Request(of.Id, of.Ashes, of.Handler, App.IdOf("骨灰乙"), Signature, true)));
        reply.IssuedNow.ShouldBeTrue();
        var after = await Chain.LoadAsync(of);
        after.Status.ShouldBe(CaseStatus.Closed);
        after.Certificates.ShouldHaveSingleItem().Number.ShouldBe(reply.Certificate);
        var kept = await App.ReadAsync(db => db.Set<AshesReceipt>().SingleAsync(r => r.CaseId == of.Id));
        App.Services.GetRequiredService<PersonalVault>().Open(AshesReceipt.Column, kept.Signature).ShouldBe(Signature);
        System.Text.Encoding.ASCII.GetString(kept.Signature).ShouldNotContain("L20 20");
    }

    [Theory]
    [InlineData("", true, "funeral.ashes.signature")]
    [InlineData("<svg onload=alert(1)>M1 1 L2 2 L3 3", true, "funeral.ashes.signature")]
    [InlineData(Signature, false, "funeral.ashes.id-check")]
    public async Task Nothing_leaves_without_signature_and_a_look_at_the_card(string signature, bool seen, string code)
    {
        var of = await Chain.CrematedAsync();
        (await App.As("骨灰").RunAsync(s => s.GetRequiredService<CollectAshes>(), new CollectAshes.Request(of.Id, of.Ashes, of.Handler, App.IdOf("骨灰乙"), signature, seen))).Problem!.Code.ShouldBe(code);
        (await Chain.LoadAsync(of)).Ashes.ShouldHaveSingleItem().Status.ShouldBe(AshesStatus.Held);
    }

    [Fact]
    public async Task Another_home_does_not_find_the_ashes()
    {
        var of = await Chain.CrematedAsync();
        (await App.As("外骨灰").RunAsync(s => s.GetRequiredService<GetCollection>(), new GetCollection.Request(of.Ashes))).Problem!.Code.ShouldBe("funeral.ashes.collection");
    }
}

public sealed class CollectOnSqlite(SqliteApp f) : CollectTests(f), IClassFixture<SqliteApp>;

public sealed class CollectOnPostgres(PostgresApp f) : CollectTests(f), IClassFixture<PostgresApp>;
