using System.Net;
using System.Text.Json.Nodes;
using Anmin.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>A city's other system signs people in through us: what works.</summary>
public abstract class CodeFlowTests(SsoStage stage)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_becomes_tokens_that_say_who_where_and_as_what()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var back = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid profile roles"), SsoStage.Callback);
        back["state"].ShouldBe("st-1");
        back["iss"].ShouldBe(stage.Host.Address.ToString().TrimEnd('/'));
        var (status, tokens) = await stage.RedeemAsync(back["code"]);
        status.ShouldBe(HttpStatusCode.OK);
        tokens["refresh_token"].ShouldBeNull("offline_access was not asked for");
        var claims = await ReadAsync(tokens["id_token"]!.GetValue<string>(), stage.Own.Id);
        claims["sub"].ShouldBe("t-qiantai");
        claims["nonce"].ShouldBe("no-1");
        claims["name"].ShouldBe("周敏");
        claims["institution"].ShouldBe("fh-1");
        claims["division"].ShouldBe("321302");
        claims.ShouldContainKey("auth_time");
        claims.ShouldContainKey("sid");
        using var answer = await stage.WithBearerAsync("/connect/userinfo", tokens["access_token"]!.GetValue<string>());
        var user = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        (user["sub"]!.GetValue<string>(), user["roles"]!.AsArray().Single()!.GetValue<string>()).ShouldBe(("t-qiantai", "reception"));
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person, "openid"));
        var claims = await ReadAsync(tokens["id_token"]!.GetValue<string>(), stage.Own.Id);
        claims.ShouldNotContainKey("name");
        claims.ShouldNotContainKey("roles");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_comes_back_by_a_page_of_ours()
    {
        using var nobody = stage.Host.Client();
        using var asked = await nobody.GetAsync(SsoStage.Ask(stage.Own, SsoStage.Callback), Ct);
        var to = asked.Headers.Location!.OriginalString;
        to.ShouldStartWith("/sign-in?returnUrl=%2Fconnect%2Fonward%3F");
        using var visitor = new Visitor(nobody);
        using var entered = await visitor.PostFormAsync(to, new() { ["persona"] = "前台" });
        var onward = entered.Headers.Location!.OriginalString;
        onward.ShouldStartWith("/connect/onward?");
        var page = await nobody.GetStringAsync(onward, Ct);
        var next = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "content=\"0;url=([^\"]+)\"").Groups[1].Value);
        var back = await SsoStage.BackAsync(nobody, next, SsoStage.Callback);
        (await stage.RedeemAsync(back["code"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_system_of_somebody_elses_is_told_only_after_the_person_agreed_once()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "骨灰");
        var ask = SsoStage.Ask(stage.Other, "https://other.example.org/cb", "openid profile");
        using var first = await person.Http.GetAsync(ask, Ct);
        var consent = first.Headers.Location!.OriginalString;
        consent.ShouldStartWith("/connect/consent?");
        var page = await person.Http.GetStringAsync(consent, Ct);
        page.ShouldContain("殡葬协会");
        page.ShouldContain("您的姓名、岗位、单位和所在区划");
        page.ShouldContain("https://other.example.org/cb?error=access_denied");
        (await SsoStage.BackAsync(person.Http, ask + "&prompt=none", "https://other.example.org/cb"))["error"].ShouldBe("consent_required");
        using var agreed = await person.PostFormAsync(consent, []);
        agreed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await SsoStage.BackAsync(person.Http, ask + "&prompt=none", "https://other.example.org/cb")).ShouldContainKey("code");
    }

    [Fact]
    public async Task A_refresh_token_is_exchanged_for_the_next_and_the_id_token_keeps_its_beginning()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, first) = await stage.RedeemAsync(await stage.CodeAsync(person));
        var began = (await ReadAsync(first["id_token"]!.GetValue<string>(), stage.Own.Id))["auth_time"];
        var (status, second) = await stage.RefreshAsync(first["refresh_token"]!.GetValue<string>());
        status.ShouldBe(HttpStatusCode.OK);
        second["refresh_token"]!.GetValue<string>().ShouldNotBe(first["refresh_token"]!.GetValue<string>());
        var claims = await ReadAsync(second["id_token"]!.GetValue<string>(), stage.Own.Id);
        claims["auth_time"].ShouldBe(began);
        claims.ShouldNotContainKey("nonce");
    }

    [Fact]
    public async Task A_client_without_a_secret_is_bound_by_pkce_alone()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var back = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Page, "https://app.example.gov.cn/cb"), "https://app.example.gov.cn/cb");
        var (status, _) = await stage.TokenAsync(null, ("grant_type", "authorization_code"), ("client_id", stage.Page.Id), ("code", back["code"]), ("redirect_uri", "https://app.example.gov.cn/cb"), ("code_verifier", SsoStage.Verifier));
        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_with_a_query_of_its_own_keeps_it()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var back = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback + "?from=anmin"), SsoStage.Callback + "?from=anmin&");
        back["from"].ShouldBe("anmin");
        back.ShouldContainKey("code");
    }

    [Fact]
    public async Task Proving_anew_is_asked_for_and_then_believed()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var ask = SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("prompt", "login"));
        stage.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        using var asked = await person.Http.GetAsync(ask, Ct);
        var to = asked.Headers.Location!.OriginalString;
        to.ShouldStartWith("/sign-in?");
        stage.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        using var entered = await person.PostFormAsync(to, new() { ["persona"] = "前台" });
        var again = entered.Headers.Location!.OriginalString.Replace("/connect/onward", "/connect/authorize", StringComparison.Ordinal);
        (await SsoStage.BackAsync(person.Http, again, SsoStage.Callback)).ShouldContainKey("code");
        (await person.Http.GetAsync(ask, Ct)).Headers.Location!.OriginalString.ShouldStartWith("/sign-in?", Case.Sensitive, "a fresh request asks again");
    }

    [Fact]
    public async Task A_sign_in_older_than_the_system_allows_is_asked_for_anew()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        (await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("max_age", "600")), SsoStage.Callback)).ShouldContainKey("code");
        stage.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        var back = await SsoStage.BackAsync(person.Http, SsoStage.Ask(stage.Own, SsoStage.Callback, "openid", ("max_age", "600"), ("prompt", "none")), SsoStage.Callback);
        (back["error"], back["state"]).ShouldBe(("login_required", "st-1"));
    }

    [Fact]
    public async Task The_request_may_come_as_a_form()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        using var form = new FormUrlEncodedContent(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + SsoStage.Ask(stage.Own, SsoStage.Callback)).Query).Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())));
        using var answer = await person.Http.PostAsync("/connect/authorize", form, Ct);
        (await SsoStage.BackAsync(person.Http, answer.Headers.Location!.OriginalString, SsoStage.Callback)).ShouldContainKey("code");
    }

    [Fact]
    public async Task A_token_given_back_opens_nothing_and_neither_do_its_siblings()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person));
        (await stage.SendAsync("/connect/revoke", stage.Own, ("token", tokens["refresh_token"]!.GetValue<string>()))).Status.ShouldBe(HttpStatusCode.OK);
        (await stage.RefreshAsync(tokens["refresh_token"]!.GetValue<string>())).Body["error"]!.GetValue<string>().ShouldBe("invalid_grant");
        using var answer = await stage.WithBearerAsync("/connect/userinfo", tokens["access_token"]!.GetValue<string>());
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stage.SendAsync("/connect/revoke", stage.Own, ("token", "unknown"))).Status.ShouldBe(HttpStatusCode.OK, "whether it existed is not told");
    }

    [Fact]
    public async Task With_its_own_id_token_a_system_signs_the_person_out_everywhere()
    {
        using var person = await Visitor.SignedInAsync(stage.Host, "前台");
        var (_, tokens) = await stage.RedeemAsync(await stage.CodeAsync(person, "openid"));
        var id = tokens["id_token"]!.GetValue<string>();
        using var left = await person.Http.GetAsync($"/connect/end-session?id_token_hint={id}&post_logout_redirect_uri=https%3A%2F%2Foa.example.gov.cn%2Fbye&state=s2", Ct);
        left.Headers.Location!.OriginalString.ShouldBe("https://oa.example.gov.cn/bye?state=s2");
        using var work = await person.Http.GetAsync("/work", Ct);
        work.Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Discovery_says_what_there_is_and_each_address_answers()
    {
        var document = JsonNode.Parse(await stage.Http.GetStringAsync("/.well-known/openid-configuration", Ct))!;
        document["issuer"]!.GetValue<string>().ShouldBe(stage.Host.Address.ToString().TrimEnd('/'));
        document["code_challenge_methods_supported"]!.AsArray().Select(n => n!.GetValue<string>()).ShouldBe(["S256"]);
        foreach (var (name, value) in document.AsObject().Where(p => p.Key.EndsWith("_endpoint", StringComparison.Ordinal) || p.Key == "jwks_uri"))
        {
            var address = new Uri(value!.GetValue<string>());
            using var form = new FormUrlEncodedContent([]);
            using var answer = name is "token_endpoint" or "revocation_endpoint" ? await stage.Http.PostAsync(address, form, Ct) : await stage.Http.GetAsync(address, Ct);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.NotFound, name);
        }
        var keys = JsonNode.Parse(await stage.Http.GetStringAsync("/.well-known/jwks.json", Ct))!["keys"]!.AsArray();
        keys.Count.ShouldBe(1);
        keys[0]!.AsObject().Select(p => p.Key).Order().ShouldBe(["alg", "e", "kid", "kty", "n", "use"]);
    }

    private async Task<IDictionary<string, object>> ReadAsync(string token, string audience)
    {
        var jwks = new JsonWebKeySet(await stage.Http.GetStringAsync("/.well-known/jwks.json", Ct));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters { ValidIssuer = stage.Host.Address.ToString().TrimEnd('/'), ValidAudience = audience, IssuerSigningKeys = jwks.GetSigningKeys(), ValidAlgorithms = ["RS256"], ValidateLifetime = false });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        return result.Claims;
    }
}

public sealed class CodeFlowOnSqlite(SsoOnSqlite s) : CodeFlowTests(s), IClassFixture<SsoOnSqlite>;

public sealed class CodeFlowOnPostgres(SsoOnPostgres s) : CodeFlowTests(s), IClassFixture<SsoOnPostgres>;
