using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Anmin.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>A city's other system signs people in through us: what is refused, and that a refusal tells nothing and goes nowhere it should not.</summary>
public abstract class AttackTests(SsoStage stage)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string?, string?> Strangers => new()
    {
        { null, SsoStage.Callback }, { "sys-nobody", SsoStage.Callback }, { "own", null }, { "own", "https://evil.example/" }, { "own", SsoStage.Callback + "/more" }, { "own", SsoStage.Callback + "?x=1" }, { "own", "https://oa.example.gov.cn/callback/../evil" },
        { "own", "https://oa.example.gov.cn@evil.example/callback" }, { "own", "HTTPS://oa.example.gov.cn/callback" }, { "own", SsoStage.Callback + "#x" }, { "own", "javascript:alert(1)" }, { "own", "//evil.example" }, { "own", SsoStage.Callback + "\r\nSet-Cookie: x=1" },
    };

    [Theory, MemberData(nameof(Strangers))]
    public async Task An_address_that_is_not_registered_letter_by_letter_is_never_gone_to(string? client, string? redirect)
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var ask = SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("client_id", client == "own" ? stage.Own.Id : client), ("redirect_uri", redirect));
        using var answer = await person.Http.GetAsync(ask, Ct);
        answer.Headers.Location!.OriginalString.ShouldBe("/connect/refused");
        using var page = await person.Http.GetAsync("/connect/refused", Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "response_type", "token", "unsupported_response_type" }, { "response_type", "code id_token", "unsupported_response_type" }, { "response_type", null, "invalid_request" }, { "response_mode", "fragment", "invalid_request" },
        { "code_challenge", null, "invalid_request" }, { "code_challenge", "short", "invalid_request" }, { "code_challenge_method", "plain", "invalid_request" }, { "code_challenge_method", null, "invalid_request" },
        { "scope", "profile", "invalid_scope" }, { "scope", "openid admin", "invalid_scope" }, { "prompt", "none login", "invalid_request" }, { "prompt", "create", "invalid_request" }, { "max_age", "-1", "invalid_request" }, { "max_age", "99999999999", "invalid_request" },
        { "request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported" }, { "request_uri", "https://evil.example/r", "request_uri_not_supported" }, { "registration", "{}", "registration_not_supported" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_request_that_is_not_the_one_way_is_refused_to_the_registered_address(string name, string? value, string error)
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var back = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", (name, value)), SsoStage.Callback);
        (back["error"], back["state"]).ShouldBe((error, "st-1"));
        back.ShouldNotContainKey("code");
    }

    [Fact]
    public async Task Parameters_sent_twice_or_too_long_are_refused_and_not_sent_back()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var twice = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback) + "&scope=openid", SsoStage.Callback);
        twice["error"].ShouldBe("invalid_request");
        using var addresses = await person.Http.GetAsync(SsoStage.Ask(stage.Own, SsoStage.Callback) + "&redirect_uri=https%3A%2F%2Fevil.example%2F", Ct);
        addresses.Headers.Location!.OriginalString.ShouldBe("/connect/refused");
        var large = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("state", new string('s', 1500))), SsoStage.Callback);
        large["error"].ShouldBe("invalid_request");
        large.ShouldNotContainKey("state");
        using var form = new ByteArrayContent(Encoding.ASCII.GetBytes("grant_type=client_credentials&x=" + new string('x', 40_000)));
        form.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await stage.Http.PostAsync("/connect/token", form, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_state_cannot_split_the_answer()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        using var answer = await person.Http.GetAsync(SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("state", "a\r\nSet-Cookie: evil=1\r\n&code=forged")), Ct);
        (answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ShouldAllBe(c => !c.StartsWith("evil", StringComparison.Ordinal));
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        query["state"].ToString().ShouldBe("a\r\nSet-Cookie: evil=1\r\n&code=forged");
        query["code"].Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_session_prompt_none_is_answered_and_no_page_is_shown()
    {
        using var nobody = stage.Host.Client();
        (await SsoStage.BackAsync(nobody, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("prompt", "none")), SsoStage.Callback))["error"].ShouldBe("login_required");
    }

    [Fact]
    public async Task A_code_shown_twice_ends_everything_it_brought()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var code = await stage.CodeAsync(person);
        var (_, tokens) = await stage.RedeemAsync(code);
        (await stage.RedeemAsync(code)).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
        (await stage.RefreshAsync(tokens["refresh_token"]!.GetValue<string>())).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
        using var user = await stage.WithBearerAsync("/connect/userinfo", tokens["access_token"]!.GetValue<string>());
        user.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_many_who_come_with_one_code_at_most_one_gets_in()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var code = await stage.CodeAsync(person);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.RedeemAsync(code)));
        all.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        var (_, tokens) = all.Single(a => a.Status == HttpStatusCode.OK);
        (await stage.RefreshAsync(tokens["refresh_token"]!.GetValue<string>())).Status.ShouldBe(HttpStatusCode.BadRequest, "the others revoked it");
    }

    [Fact]
    public async Task A_refresh_token_shown_twice_ends_its_whole_family()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, first) = await stage.RedeemAsync(await stage.CodeAsync(person));
        var (_, second) = await stage.RefreshAsync(first["refresh_token"]!.GetValue<string>());
        (await stage.RefreshAsync(first["refresh_token"]!.GetValue<string>())).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
        (await stage.RefreshAsync(second["refresh_token"]!.GetValue<string>())).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_serves_only_its_client_its_address_and_its_verifier()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var errors = new List<(HttpStatusCode, string)>();
        async Task Try(Task<(HttpStatusCode Status, JsonNode Body)> attempt) => errors.Add(((await attempt).Status, (await attempt).Body["error"]!.GetValue<string>()));
        await Try(stage.RedeemAsync(await stage.CodeAsync(person), stage.Other));
        await Try(stage.RedeemAsync(await stage.CodeAsync(person), redirect: SsoStage.Callback + "?from=anmin"));
        await Try(stage.RedeemAsync(await stage.CodeAsync(person), verifier: new string('a', 43)));
        await Try(stage.RedeemAsync(await stage.CodeAsync(person), verifier: SsoStage.Challenge)); // as if the method had been plain
        await Try(stage.RedeemAsync("unknown"));
        errors.Distinct().ShouldBe([(HttpStatusCode.BadRequest, "invalid_grant")]);
        (await stage.RedeemAsync(await stage.CodeAsync(person), verifier: null)).Body["error"]!.GetValue<string>().ShouldBe("invalid_request");
        var late = await stage.CodeAsync(person);
        stage.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        (await stage.RedeemAsync(late)).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_client_that_cannot_prove_itself_gets_one_answer_whatever_was_wrong()
    {
        var wrong = new List<string>();
        foreach (var client in new[] { stage.Own with { Secret = "wrong" }, stage.Own with { Secret = "" }, new SsoStage.Registered("sys-nobody", "x"), stage.Page with { Secret = "made-up" } })
        {
            var (status, body) = await stage.TokenAsync(client, ("grant_type", "authorization_code"), ("code", "x"), ("redirect_uri", SsoStage.Callback), ("code_verifier", SsoStage.Verifier));
            status.ShouldBe(HttpStatusCode.Unauthorized);
            wrong.Add(body.ToJsonString());
        }
        wrong.Distinct().Count().ShouldBe(1);
        (await stage.TokenAsync(null, ("client_id", stage.Own.Id), ("grant_type", "authorization_code"))).Status.ShouldBe(HttpStatusCode.Unauthorized, "a secret is needed");
        (await stage.TokenAsync(stage.Own, ("grant_type", "authorization_code"), ("client_id", stage.Own.Id), ("client_secret", stage.Own.Secret!))).Status.ShouldBe(HttpStatusCode.Unauthorized, "one way at a time");
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type"), InlineData("client_credentials", "unauthorized_client"), InlineData("", "invalid_request")]
    public async Task No_other_way_leads_to_a_token(string grant, string error)
        => (await stage.TokenAsync(stage.Own, ("grant_type", grant), ("username", "t-qiantai"), ("password", "x"))).Body["error"]!.GetValue<string>().ShouldBe(error);

    [Fact]
    public async Task A_refresh_asks_for_no_more_than_was_granted()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person, "openid offline_access"));
        var (_, more) = await stage.TokenAsync(stage.Own, ("grant_type", "refresh_token"), ("refresh_token", tokens["refresh_token"]!.GetValue<string>()), ("scope", "openid roles"));
        more["error"]!.GetValue<string>().ShouldBe("invalid_scope");
    }

    [Fact]
    public async Task Forged_tokens_open_nothing()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person));
        var good = tokens["access_token"]!.GetValue<string>();
        var jwk = JsonNode.Parse(await stage.Http.GetStringAsync("/.well-known/jwks.json", Ct))!["keys"]![0]!;
        foreach (var (name, token) in Forgery.Of(good, tokens["id_token"]!.GetValue<string>(), jwk))
            foreach (var path in new[] { "/connect/userinfo", "/api/v1/audit" })
            {
                using var answer = await stage.WithBearerAsync(path, token);
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{name} at {path}");
                (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("Exception");
            }
        using (var user = await stage.WithBearerAsync("/connect/userinfo", good)) user.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var api = await stage.WithBearerAsync("/api/v1/cases", good)) api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a person's token is for userinfo only");
        stage.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        using var late = await stage.WithBearerAsync("/connect/userinfo", good);
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_in_the_address_is_not_a_token()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person));
        using var answer = await stage.Http.GetAsync("/connect/userinfo?access_token=" + tokens["access_token"], Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Consent_cannot_be_given_by_a_foreign_page()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "县局");
        var ask = SsoStage.Ask(stage.Other, "https://other.example.org/cb");
        using var first = await person.Http.GetAsync(ask, Ct);
        using var form = new FormUrlEncodedContent([new("_handler", "consent")]);
        using var forged = await person.Http.PostAsync(first.Headers.Location!.OriginalString, form, Ct);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SsoStage.BackAsync(person.Http, ask + "&prompt=none", "https://other.example.org/cb"))["error"].ShouldBe("consent_required");
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_foreign_page_or_sent_to_a_foreign_address()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        using var asked = await person.Http.GetAsync("/connect/end-session?client_id=" + stage.Own.Id + "&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F", Ct);
        asked.Headers.Location!.OriginalString.ShouldBe("/connect/leave?client=" + stage.Own.Id);
        using var work = await person.Http.GetAsync("/work", Ct);
        work.StatusCode.ShouldBe(HttpStatusCode.OK, "still signed in");
        var page = await person.Http.GetStringAsync($"/connect/signed-out?client={stage.Own.Id}&to=https%3A%2F%2Fevil.example%2F", Ct);
        page.ShouldNotContain("evil.example");
        using var nobody = stage.Host.Client();
        using var left = await nobody.GetAsync("/connect/end-session?post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F", Ct);
        left.Headers.Location!.OriginalString.ShouldBe("/connect/signed-out");
    }

    [Fact]
    public async Task The_issuer_is_not_what_a_caller_writes_into_the_host_header()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration");
        message.Headers.Host = "evil.example";
        using var answer = await stage.Http.SendAsync(message, Ct);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_stopped_system_is_as_if_it_had_never_been()
    {
        using var security = await Visitor.SignedInAsync(stage.Host, "安全管理员");
        var reply = await security.DoAsync("/clients", new { kind = "Web", name = "要停用的系统", firstParty = true, redirects = new[] { "https://gone.example.org/cb" }, scopes = new[] { "openid", "offline_access" } });
        var gone = new SsoStage.Registered(reply["clientId"]!.GetValue<string>(), reply["secret"]!.GetValue<string>());
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var ask = SsoStage.Ask(gone, "https://gone.example.org/cb", "openid offline_access");
        var (_, tokens) = await stage.RedeemAsync((await SsoStage.BackAsync(person.Http, ask, "https://gone.example.org/cb"))["code"], gone, "https://gone.example.org/cb");
        await security.DoAsync("/clients/stop", new { clientId = gone.Id });
        (await stage.RefreshAsync(tokens["refresh_token"]!.GetValue<string>(), gone)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var user = await stage.WithBearerAsync("/connect/userinfo", tokens["access_token"]!.GetValue<string>());
        user.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var asked = await person.Http.GetAsync(ask, Ct);
        asked.Headers.Location!.OriginalString.ShouldBe("/connect/refused");
    }
}

public sealed class AttackOnSqlite(SsoOnSqlite s) : AttackTests(s), IClassFixture<SsoOnSqlite>;

public sealed class AttackOnPostgres(SsoOnPostgres s) : AttackTests(s), IClassFixture<SsoOnPostgres>;
