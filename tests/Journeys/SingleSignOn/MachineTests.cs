using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>Programs with a secret of their own: what they may, whose data they see, how often, and until when.</summary>
public abstract class MachineTests(SsoStage stage)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_works_under_its_own_name_within_its_permissions_and_its_place()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var near = await ProgramAsync(security, "本区程序", ["funeral.case.read"], "321302");
        var far = await ProgramAsync(security, "别处程序", ["funeral.case.read"], "321322");
        using var desk = await Visitor.SignedInAsync(stage.Host, "接线员");
        var id = (await desk.DoAsync("/cases", Report("周桂兰")))["caseId"]!.GetValue<Guid>();
        (await StatusAsync(HttpMethod.Get, $"/api/v1/cases/{id}", await BearerAsync(near))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(HttpMethod.Get, $"/api/v1/cases/{id}", await BearerAsync(far))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(HttpMethod.Post, "/api/v1/cases", await BearerAsync(near), Report("周桂芳"))).ShouldBe(HttpStatusCode.Forbidden);
        await using var scope = stage.Host.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<AuditRow>().AsNoTracking().Where(a => a.ActorId == "client:" + near.Id && a.Permission == "funeral.case.report").SingleAsync(Ct);
        (audit.Post, audit.ActorName, audit.Result).ShouldBe(("接口", "本区程序", "kernel.denied"));
    }

    [Fact]
    public async Task A_token_may_carry_less_than_was_registered_and_never_more()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var program = await ProgramAsync(security, "两项权限", ["funeral.case.read", "funeral.case.report"], "3213");
        var (_, less) = await stage.TokenAsync(program, ("grant_type", "client_credentials"), ("scope", "funeral.case.read"));
        less["scope"]!.GetValue<string>().ShouldBe("funeral.case.read");
        (await StatusAsync(HttpMethod.Post, "/api/v1/cases", less["access_token"]!.GetValue<string>(), Report("周桂芳"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(HttpMethod.Post, "/api/v1/cases", await BearerAsync(program), Report("周桂芬"))).ShouldBe(HttpStatusCode.OK);
        (await stage.TokenAsync(program, ("grant_type", "client_credentials"), ("scope", "funeral.case.read funeral.case.export"))).Body["error"]!.GetValue<string>().ShouldBe("invalid_scope");
        (await stage.TokenAsync(program, ("grant_type", "authorization_code"), ("code", "x"))).Body["error"]!.GetValue<string>().ShouldBe("unauthorized_client");
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_with_the_next_call()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var program = await ProgramAsync(security, "会被收回", ["funeral.case.read"], "3213");
        var token = await BearerAsync(program);
        (await StatusAsync(HttpMethod.Get, "/api/v1/cases", token)).ShouldBe(HttpStatusCode.OK);
        await security.DoAsync("/clients/change", new { clientId = program.Id, name = "会被收回", permissions = new[] { "funeral.case.report" }, division = "3213", perMinute = 600 });
        (await StatusAsync(HttpMethod.Get, "/api/v1/cases", token)).ShouldBe(HttpStatusCode.Forbidden);
        await security.DoAsync("/clients/stop", new { clientId = program.Id });
        (await StatusAsync(HttpMethod.Get, "/api/v1/cases", token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await stage.TokenAsync(program, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_program_has_a_number_of_calls_of_its_own()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var slow = await ProgramAsync(security, "每分钟三次", ["funeral.case.read"], "3213", 3);
        var other = await ProgramAsync(security, "不受影响", ["funeral.case.read"], "3213");
        var token = await BearerAsync(slow);
        for (var i = 0; i < 3; i++) (await StatusAsync(HttpMethod.Get, "/api/v1/cases", token)).ShouldBe(HttpStatusCode.OK);
        using var answer = await stage.WithBearerAsync("/api/v1/cases", token);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["code"]!.GetValue<string>().ShouldBe("identity.machine.too-many");
        (await StatusAsync(HttpMethod.Get, "/api/v1/cases", await BearerAsync(other))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_secrets_are_good_while_a_program_changes_over()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var old = await ProgramAsync(security, "换密钥", ["funeral.case.read"], "3213");
        var reply = await security.DoAsync("/clients/rotate-secret", new { clientId = old.Id });
        var fresh = old with { Secret = reply["secret"]!.GetValue<string>() };
        (await stage.TokenAsync(old, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.OK);
        (await stage.TokenAsync(fresh, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.OK);
        stage.Host.Clock.Advance(TimeSpan.FromHours(25));
        (await stage.TokenAsync(old, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await stage.TokenAsync(fresh, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.OK);
        using var again = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var newest = fresh with { Secret = (await again.DoAsync("/clients/rotate-secret", new { clientId = old.Id, atOnce = true }))["secret"]!.GetValue<string>() };
        (await stage.TokenAsync(fresh, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await stage.TokenAsync(newest, ("grant_type", "client_credentials"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_not_kept_for_a_repeat()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var (request, key) = (new { kind = "Machine", name = "只显示一次", permissions = new[] { "funeral.case.read" }, division = "3213", perMinute = 60 }, Guid.NewGuid().ToString("N"));
        var first = await security.DoAsync("/clients", request, key);
        var repeat = await security.DoAsync("/clients", request, key);
        repeat["clientId"]!.GetValue<string>().ShouldBe(first["clientId"]!.GetValue<string>());
        repeat["secret"].ShouldBeNull();
        await using var scope = stage.Host.Services.CreateAsyncScope();
        var secret = first["secret"]!.GetValue<string>();
        var kept = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<FirstAnswer>().AsNoTracking().Where(a => a.Key == key).SingleAsync(Ct);
        kept.Reply.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_session_that_comes_along_adds_nothing_to_a_programs_call()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var program = await ProgramAsync(security, "带着会话", ["funeral.case.read"], "3213");
        using var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/clients");
        message.Headers.Authorization = new("Bearer", await BearerAsync(program));
        using var answer = await security.Http.SendAsync(message, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var bad = new HttpRequestMessage(HttpMethod.Get, "/api/v1/clients");
        bad.Headers.Authorization = new("Bearer", "wrong");
        using var refused = await security.Http.SendAsync(bad, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a wrong token is not made good by a session");
        (await stage.Http.GetAsync("/api/v1/clients?access_token=" + await BearerAsync(program), Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<SsoStage.Registered> ProgramAsync(Visitor security, string name, string[] permissions, string division, int perMinute = 600)
    {
        var reply = await security.DoAsync("/clients", new { kind = "Machine", name, permissions, division, perMinute });
        return new(reply["clientId"]!.GetValue<string>(), reply["secret"]!.GetValue<string>());
    }

    private async Task<string> BearerAsync(SsoStage.Registered program)
        => (await stage.TokenAsync(program, ("grant_type", "client_credentials"))).Body["access_token"]!.GetValue<string>();

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new("Bearer", token);
        using var answer = await stage.Http.SendAsync(message, Ct);
        return answer.StatusCode;
    }

    private static object Report(string name)
        => new { source = "Family", name, idType = "Unknown", sex = "Unknown", place = "321302001", placeKind = "Home", address = "锦绣园6号楼402", diedAt = "2026-04-15 08:40", handlerPhone = "13800005521", handlerName = "李建国", relation = "长子" };
}

public sealed class MachinesOnSqlite(SsoOnSqlite s) : MachineTests(s), IClassFixture<SsoOnSqlite>;

public sealed class MachinesOnPostgres(SsoOnPostgres s) : MachineTests(s), IClassFixture<SsoOnPostgres>;
