using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Webhooks;
using Anmin.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Notifications.Tests;

public abstract class WebhookTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task A_fact_arrives_signed_so_that_the_receiver_can_tell_it_is_ours_and_fresh()
    {
        await using var receiver = await Receiver.StartAsync();
        var (_, secret) = await SubscribeAsync(receiver, "funeral.case-reported.v1", sm3: true);
        await AnnounceAsync(new CaseReported(Guid.NewGuid(), "SQ26-000001", "321302", "Hotline"), new CaseClosed(Guid.NewGuid(), "x"));
        await DeliverAsync();
        var got = receiver.All.ShouldHaveSingleItem();
        var body = JsonNode.Parse(got.Body)!;
        body["type"]!.GetValue<string>().ShouldBe("funeral.case-reported.v1");
        body["data"]!["number"]!.GetValue<string>().ShouldBe("SQ26-000001");
        // as a receiver would: key from the secret, over id.timestamp.body
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{got.Id}.{got.Timestamp}.{got.Body}"));
        got.Signature.Split(' ')[0].ShouldBe("v1," + Convert.ToBase64String(mac));
        got.Signature.Split(' ')[1].ShouldStartWith("v1sm3,");
        var age = app.Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(got.Timestamp, CultureInfo.InvariantCulture));
        age.ShouldBeLessThan(TimeSpan.FromMinutes(5), "a receiver refuses what is older");
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day_and_then_only_the_new_one()
    {
        await using var receiver = await Receiver.StartAsync();
        var (id, old) = await SubscribeAsync(receiver, "funeral.*");
        var fresh = (await Security.RunAsync(s => s.GetRequiredService<RotateSecret>(), new RotateSecret.Request(id))).Value!.Secret;
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "x"));
        await DeliverAsync();
        var got = receiver.All.ShouldHaveSingleItem();
        foreach (var secret in (string[])[fresh, old])
            got.Signature.Split(' ').ShouldContain(WebhookSignature.Of(got.Id, long.Parse(got.Timestamp, CultureInfo.InvariantCulture), got.Body, secret, StandardCiphers.Instance));
        app.Clock.Advance(TimeSpan.FromHours(25));
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "y"));
        await DeliverAsync();
        receiver.All.Last().Signature.Split(' ').Length.ShouldBe(1);
        (await app.CountAsync($"select count(*) from notifications_webhook where cast(secret as char(4000)) like '%whsec%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_asked_again_with_the_same_id_until_it_is_given_up_and_replayed()
    {
        await using var receiver = await Receiver.StartAsync();
        var (id, _) = await SubscribeAsync(receiver, "funeral.*");
        receiver.Answer = c => { c.Response.StatusCode = 500; return c.Response.WriteAsync("坏了"); };
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "x"));
        await DeliverAsync();
        for (var i = 0; i < 8; i++)
        {
            var waiting = await OneAsync(id);
            (waiting.State, waiting.Status, waiting.Answer).ShouldBe((DeliveryState.Waiting, 500, "坏了"));
            app.Clock.Set(waiting.NextAt);
            await DeliverAsync();
        }
        var dead = await OneAsync(id);
        (dead.State, dead.Attempts).ShouldBe((DeliveryState.Dead, 9));
        (app.Clock.GetUtcNow() - dead.At).ShouldBeInRange(TimeSpan.FromHours(15), TimeSpan.FromHours(30));
        receiver.All.Select(g => g.Id).Distinct().Count().ShouldBe(1);
        await DeliverAsync();
        receiver.All.Count.ShouldBe(9, "a dead one rests");
        receiver.Answer = _ => Task.CompletedTask;
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<ReplayDeliveries>(), new ReplayDeliveries.Request(dead.Id))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Security.RunAsync(s => s.GetRequiredService<ReplayDeliveries>(), new ReplayDeliveries.Request(null, id))).Value!.Queued.ShouldBe(1);
        await DeliverAsync();
        (await OneAsync(id)).State.ShouldBe(DeliveryState.Delivered);
        (await Security.RunAsync(s => s.GetRequiredService<ReplayDeliveries>(), new ReplayDeliveries.Request(null, id))).Problem.ShouldBe(NotificationsProblems.NothingToReplay);
    }

    [Fact]
    public async Task Redirects_are_not_followed_long_answers_are_cut_and_gone_means_pause()
    {
        await using var receiver = await Receiver.StartAsync();
        var (id, _) = await SubscribeAsync(receiver, "funeral.*");
        receiver.Answer = c => { c.Response.Redirect("/elsewhere"); return Task.CompletedTask; };
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "x"));
        await DeliverAsync();
        receiver.All.Count.ShouldBe(1);
        (await OneAsync(id)).Status.ShouldBe(302);
        receiver.Answer = c => { c.Response.StatusCode = 410; return c.Response.WriteAsync(new string('长', 100_000)); };
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();
        var gone = await OneAsync(id);
        (gone.State, gone.Status).ShouldBe((DeliveryState.Dead, 410));
        gone.Answer!.Length.ShouldBe(1000);
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "y"));
        await DeliverAsync();
        receiver.All.Count.ShouldBe(2, "paused");
    }

    [Fact]
    public async Task Two_nodes_tell_a_receiver_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await SubscribeAsync(receiver, "funeral.case-closed.v1");
        var other = await TestApp.OnAsync(app.Database, app.Clock); // not disposed: the database is shared
        await AnnounceAsync([.. Enumerable.Range(0, 15).Select(i => new CaseClosed(Guid.NewGuid(), $"{i}"))]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? app : other).Services.GetRequiredService<DeliverWebhooks>().DeliverDueAsync(100, TestContext.Current.CancellationToken)));
        receiver.All.Count.ShouldBe(15);
        receiver.All.Select(g => g.Id).Distinct().Count().ShouldBe(15);
    }

    [Fact]
    public async Task An_inner_address_is_not_called_unless_a_setting_allows()
    {
        await using var receiver = await Receiver.StartAsync();
        var (id, _) = await SubscribeAsync(receiver, "funeral.*");
        await AllowAsync(false);
        await AnnounceAsync(new CaseClosed(Guid.NewGuid(), "x"));
        await DeliverAsync();
        receiver.All.ShouldBeEmpty();
        var refused = await OneAsync(id);
        refused.Status.ShouldBeNull();
        refused.Answer!.ShouldContain("内网");
    }

    [Theory]
    [InlineData("http://example.com/hook", "funeral.*", "notifications.webhook.address")]
    [InlineData("https://user:pass@example.com/", "funeral.*", "notifications.webhook.address")]
    [InlineData("file:///etc/passwd", "funeral.*", "notifications.webhook.address")]
    [InlineData("https://example.com/", "", "notifications.webhook.wires")]
    [InlineData("https://example.com/", "*", "notifications.webhook.wires")]
    [InlineData("https://example.com/", "DROP TABLE", "notifications.webhook.wires")]
    public async Task What_cannot_be_a_subscription_is_refused(string url, string wires, string code)
        => (await Security.RunAsync(s => s.GetRequiredService<SaveWebhook>(), new SaveWebhook.Request(null, "某局", url, wires, false, false))).Problem!.Code.ShouldBe(code);

    private Acting Security => app.As("安全管理员");

    private async Task<(Guid Id, string Secret)> SubscribeAsync(Receiver receiver, string wires, bool sm3 = false)
    {
        await AllowAsync(true);
        // what other tests left would be delivered too
        await app.SqlAsync("delete from notifications_webhook_delivery");
        await app.SqlAsync("delete from notifications_webhook");
        var reply = (await Security.RunAsync(s => s.GetRequiredService<SaveWebhook>(), new SaveWebhook.Request(null, "某局", receiver.Address + "hook", wires, sm3, false))).Value!;
        return (reply.WebhookId, reply.Secret!);
    }

    private async Task AnnounceAsync(params IEvent[] facts)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
            foreach (var fact in facts) db.Add(new OutboxMessage { Wire = WireOf(fact), Payload = System.Text.Json.JsonSerializer.Serialize(fact, fact.GetType(), System.Text.Json.JsonSerializerOptions.Web), At = app.Clock.GetUtcNow(), NextAt = app.Clock.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await app.Services.GetRequiredService<Dispatcher>().DispatchAsync(1000, TestContext.Current.CancellationToken);
    }

    private static string WireOf(IEvent fact) => ((WireNameAttribute)Attribute.GetCustomAttribute(fact.GetType(), typeof(WireNameAttribute))!).Name;

    private Task<int> DeliverAsync() => app.Services.GetRequiredService<DeliverWebhooks>().DeliverDueAsync(100, TestContext.Current.CancellationToken);

    private Task<WebhookDelivery> OneAsync(Guid webhook) => app.ReadAsync(db => db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook).OrderBy(d => d.Id).FirstAsync());

    private async Task AllowAsync(bool allowed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var key = NotificationsSettings.PrivateAddresses.Key;
        if (await db.Set<SettingValue>().FindAsync([key], TestContext.Current.CancellationToken) is { } set) set.Value = allowed ? "true" : "false";
        else db.Add(new SettingValue { Key = key, Value = allowed ? "true" : "false", ChangedBy = "test", ChangedAt = app.Clock.GetUtcNow() });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<SettingBook>().RefreshAsync(db, new PackProfile("", 1, "", "0"), TestContext.Current.CancellationToken);
    }
}

public sealed class WebhookTestsOnSqlite(SqliteApp f) : WebhookTests(f), IClassFixture<SqliteApp>;

public sealed class WebhookTestsOnPostgres(PostgresApp f) : WebhookTests(f), IClassFixture<PostgresApp>;
