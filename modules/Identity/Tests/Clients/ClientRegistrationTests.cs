using Anmin.Identity.Clients;
using Anmin.Identity.Clients.Registration;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Clients;

/// <summary>Registering other systems and programs, through the Gate.</summary>
public abstract class ClientRegistrationTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    private Acting Security => app.As("安全管理员");

    [Fact]
    public async Task A_system_is_registered_and_known_at_once_and_its_secret_is_nowhere()
    {
        var reply = (await RegisterAsync(Web("登记"))).Value!;
        var secret = reply.Secret!.Reveal();
        secret.Length.ShouldBe(43);
        var card = app.Services.GetRequiredService<ClientBook>().Find(reply.ClientId)!;
        card.Proves(secret, app.Clock.GetUtcNow()).ShouldBeTrue();
        card.Proves(secret + "x", app.Clock.GetUtcNow()).ShouldBeFalse();
        var row = await app.ReadAsync(db => db.Set<Client>().AsNoTracking().SingleAsync(c => c.Id == reply.ClientId));
        row.SecretHash.ShouldBe(ClientSecret.HashOf(secret));
        reply.ToString().ShouldNotContain(secret);
    }

    [Fact]
    public async Task Whoever_is_not_the_security_administrator_registers_changes_and_sees_nothing()
    {
        foreach (var persona in new[] { "前台", "管理员", "审计", "市局" })
        {
            (await app.As(persona).RunAsync(s => s.GetRequiredService<RegisterClient>(), Web("不许" + persona))).Problem!.Code.ShouldBe("kernel.denied");
            (await app.As(persona).RunAsync(s => s.GetRequiredService<FindClients>(), new FindClients.Request())).Problem!.Code.ShouldBe("kernel.denied");
            (await app.As(persona).RunAsync(s => s.GetRequiredService<RotateClientSecret>(), new RotateClientSecret.Request("x"))).Problem!.Code.ShouldBe("kernel.denied");
        }
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_makes_one_client_and_shows_no_secret()
    {
        var request = Web("重复提交");
        var first = (await RegisterAsync(request, "k-1")).Value!;
        var repeat = (await RegisterAsync(request, "k-1")).Value!;
        (repeat.ClientId, repeat.Secret).ShouldBe((first.ClientId, null));
        (await RegisterAsync(request, "k-2")).Problem!.Code.ShouldBe("identity.client.name-taken");
    }

    private static Dictionary<string, RegisterClient.Request> Wrong => new()
    {
        { "kernel.required", Web("") },
        { "identity.client.needs-redirect", Web("无地址") with { Redirects = [] } },
        { "identity.client.not-https", Web("明文") with { Redirects = ["http://oa.example.gov.cn/cb"] } },
        { "identity.client.fragment", Web("井号") with { BackChannel = "https://oa.example.gov.cn/left#x" } },
        { "identity.client.unknown-scope", Web("范围") with { Scopes = ["openid", "everything"] } },
        { "identity.client.needs-permission", Program("无权限") with { Permissions = [] } },
        { "identity.client.unknown-permission", Program("未知权限") with { Permissions = ["funeral.*"] } },
        { "identity.client.not-for-programs", Program("看明文") with { Permissions = ["funeral.phone.reveal"] } },
        { "identity.client.mixed-kinds", Program("混合") with { Permissions = ["funeral.case.read", "identity.audit.read"] } },
        { "identity.client.two-scopes", Program("两种范围") with { Institution = "fh-1" } },
        { "identity.client.unknown-institution", Program("没有机构") with { Division = null, Institution = "nowhere" } },
        { "identity.client.bad-rate", Program("次数") with { PerMinute = 0 } },
    };

    public static TheoryData<string> Refused => [.. Wrong.Keys];

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_wrong_is_named_and_nothing_is_registered(string code)
    {
        var request = Wrong[code];
        var problem = (await RegisterAsync(request)).Problem!;
        problem.All().Select(p => p.Code).ShouldContain(code);
        problem.Message.ShouldEndWith("。");
        (await app.ReadAsync(db => db.Set<Client>().AnyAsync(c => c.Name == request.Name))).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_secrets_are_good_for_a_day_unless_the_old_one_is_believed_stolen()
    {
        var reply = (await RegisterAsync(Program("换密钥"))).Value!;
        var (book, old) = (app.Services.GetRequiredService<ClientBook>(), reply.Secret!.Reveal());
        var next = (await Security.RunAsync(s => s.GetRequiredService<RotateClientSecret>(), new RotateClientSecret.Request(reply.ClientId))).Value!;
        next.OldUntil.ShouldBe(app.Clock.GetUtcNow().AddHours(24));
        book.Find(reply.ClientId)!.Proves(old, app.Clock.GetUtcNow()).ShouldBeTrue();
        book.Find(reply.ClientId)!.Proves(old, app.Clock.GetUtcNow().AddHours(25)).ShouldBeFalse();
        book.Find(reply.ClientId)!.Proves(next.Secret!.Reveal(), app.Clock.GetUtcNow().AddHours(25)).ShouldBeTrue();
        await Security.RunAsync(s => s.GetRequiredService<RotateClientSecret>(), new RotateClientSecret.Request(reply.ClientId, AtOnce: true));
        book.Find(reply.ClientId)!.Proves(next.Secret!.Reveal(), app.Clock.GetUtcNow()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stopped_client_is_unknown_until_it_is_taken_up_again()
    {
        var reply = (await RegisterAsync(Web("停用再启用"))).Value!;
        var book = app.Services.GetRequiredService<ClientBook>();
        await Security.RunAsync(s => s.GetRequiredService<StopClient>(), new StopClient.Request(reply.ClientId));
        book.Find(reply.ClientId).ShouldBeNull();
        await Security.RunAsync(s => s.GetRequiredService<StopClient>(), new StopClient.Request(reply.ClientId, Resume: true));
        book.Find(reply.ClientId).ShouldNotBeNull();
        (await Security.RunAsync(s => s.GetRequiredService<StopClient>(), new StopClient.Request("nobody"))).Problem!.Code.ShouldBe("kernel.not-found");
    }

    private Task<Anmin.Kernel.Outcomes.Outcome<RegisterClient.Reply>> RegisterAsync(RegisterClient.Request request, string? key = null) => Security.RunAsync(s => s.GetRequiredService<RegisterClient>(), request, key);

    private static RegisterClient.Request Web(string name) => new(ClientKind.Web, name, Redirects: ["https://oa.example.gov.cn/cb"], Scopes: ["openid", "profile"]);

    private static RegisterClient.Request Program(string name) => new(ClientKind.Machine, name, Permissions: ["funeral.case.read"], Division: "3213", PerMinute: 60);
}

public sealed class ClientRegistrationOnSqlite(SqliteApp f) : ClientRegistrationTests(f), IClassFixture<SqliteApp>;

public sealed class ClientRegistrationOnPostgres(PostgresApp f) : ClientRegistrationTests(f), IClassFixture<PostgresApp>;
