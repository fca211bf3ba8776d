using Anmin.Identity.SingleSignOn.Keys;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.SingleSignOn;

/// <summary>The round of signing keys over half a year, and a key that is believed stolen.</summary>
public sealed class SigningKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_next_key_is_published_ahead_signs_in_its_turn_and_the_old_one_goes_a_day_later(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var ring = app.Services.GetRequiredService<KeyRing>();
        var first = (await ring.SigningAsync(Ct)).Key.KeyId;
        ring.Jwks.Select(k => k.Kid).ShouldBe([first]);
        app.Clock.Advance(TimeSpan.FromDays(87));
        (await RotateAsync(app)).Published.ShouldBe(1, "not yet due");
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await RotateAsync(app)).Published.ShouldBe(2, "two days ahead");
        (await ring.SigningAsync(Ct)).Key.KeyId.ShouldBe(first);
        var token = await app.Services.GetRequiredService<TokenMint>().MachineAsync("api-1", "x", Ct);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var second = (await ring.SigningAsync(Ct)).Key.KeyId;
        second.ShouldNotBe(first);
        var mint = app.Services.GetRequiredService<TokenMint>();
        (await mint.ReadAccessAsync(await mint.MachineAsync("api-1", "x", Ct), mint.ApiAudience)).ShouldNotBeNull();
        ring.Jwks.Count.ShouldBe(2, "what the old one signed is still good");
        app.Clock.Advance(TimeSpan.FromHours(25));
        (await RotateAsync(app)).Published.ShouldBe(1);
        ring.Jwks.Single().Kid.ShouldBe(second);
        (await mint.ReadAccessAsync(token, mint.ApiAudience)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_key_believed_stolen_is_gone_at_once_with_what_it_signed(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var mint = app.Services.GetRequiredService<TokenMint>();
        var token = await mint.MachineAsync("api-1", "x", Ct);
        (await mint.ReadAccessAsync(token, mint.ApiAudience)).ShouldNotBeNull();
        await app.As("安全管理员").RunAsync(s => s.GetRequiredService<RotateKeys>(), new RotateKeys.Request(Stolen: true));
        (await mint.ReadAccessAsync(token, mint.ApiAudience)).ShouldBeNull();
        (await mint.ReadAccessAsync(await mint.MachineAsync("api-1", "x", Ct), mint.ApiAudience)).ShouldNotBeNull();
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<RotateKeys>(), new RotateKeys.Request(Stolen: true))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_private_half_is_sealed_and_another_node_reads_the_same_key(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var signing = await app.Services.GetRequiredService<KeyRing>().SigningAsync(Ct);
        var row = await app.ReadAsync(db => db.Set<SigningKey>().AsNoTracking().SingleAsync());
        System.Text.Encoding.Latin1.GetString(row.Sealed).ShouldNotContain("MII", Case.Sensitive, "no PKCS#8 in clear");
        var node = await TestApp.OnAsync(app.Database, app.Clock);
        (await node.Services.GetRequiredService<KeyRing>().SigningAsync(Ct)).Key.KeyId.ShouldBe(signing.Key.KeyId);
    }

    private static async Task<RotateKeys.Reply> RotateAsync(TestApp app) => (await app.As("安全管理员").RunAsync(s => s.GetRequiredService<RotateKeys>(), new RotateKeys.Request())).Value!;
}
