using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>Coming in from an outside provider: with our own as that provider, and with one that lies.</summary>
public sealed class OutsideTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_linked_their_account_comes_in_by_it_and_nobody_else_does(DatabaseKind kind)
    {
        await using var province = await TestHost.StartAsync(kind);
        using var security = await Visitor.SignedInAsync(province, "安全管理员");
        var client = await security.DoAsync("/clients", new { kind = "Web", name = "安民", firstParty = true, redirects = new[] { "https://later.example.org/cb" } });
        var id = client["clientId"]!.GetValue<string>();
        using var secret = new SecretFile(client["secret"]!.GetValue<string>());
        await using var city = await TestHost.StartAsync(kind, adjust: Configured(province.Address.ToString().TrimEnd('/'), id, secret.Path));
        await security.DoAsync("/clients/change", new { clientId = id, name = "安民", firstParty = true, redirects = new[] { city.Address + "sign-in/outside/callback" } });

        using var abroad = await Visitor.SignedInAsync(province, "前台");
        using var nobody = city.Client();
        (await EndAsync(nobody, await ThereAsync(nobody, "/sign-in/outside", abroad.Http))).ShouldBe("/sign-in/refused?why=identity.outside.not-linked");

        using var person = await Visitor.SignedInAsync(city, "骨灰");
        (await EndAsync(person.Http, await ThereAsync(person.Http, await GoAsync(person.Http), abroad.Http))).ShouldBe("/work/me/outside?linked=1");
        var back = await ThereAsync(nobody, "/sign-in/outside?returnUrl=%2Fwork%2Fcases", abroad.Http);
        (await EndAsync(nobody, back)).ShouldBe("/work/cases");
        (await nobody.GetStringAsync("/work/me/outside", Ct)).ShouldContain("解除关联");
        (await EndAsync(nobody, back)).ShouldBe("/sign-in/refused?why=identity.outside.failed", "an address serves once");

        using var second = await Visitor.SignedInAsync(city, "前台");
        (await EndAsync(second.Http, await ThereAsync(second.Http, await GoAsync(second.Http), abroad.Http))).ShouldBe("/sign-in/refused?why=identity.outside.taken");

        // whoever must give a second proof does not get in by the province's word alone
        using var abroadToo = await Visitor.SignedInAsync(province, "馆长");
        using var auditor = await Visitor.SignedInAsync(city, "审计");
        (await EndAsync(auditor.Http, await ThereAsync(auditor.Http, await GoAsync(auditor.Http), abroadToo.Http))).ShouldBe("/work/me/outside?linked=1");
        using var alone = city.Client();
        (await EndAsync(alone, await ThereAsync(alone, "/sign-in/outside", abroadToo.Http))).ShouldBe("/sign-in/refused?why=identity.outside.account-needed");

        using var gone = await person.PostFormAsync("/work/me/outside", []);
        gone.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = city.Client();
        (await EndAsync(after, await ThereAsync(after, "/sign-in/outside", abroad.Http))).ShouldBe("/sign-in/refused?why=identity.outside.not-linked");
    }

    [Fact]
    public async Task A_token_that_is_wrong_in_anything_lets_nobody_in()
    {
        await using var liar = await LyingProvider.StartAsync();
        await using var city = await TestHost.StartAsync(DatabaseKind.Sqlite, adjust: Configured(liar.Issuer, "anmin", null));
        liar.Now = city.Clock.GetUtcNow;
        (await TryAsync(city, liar, t => t)).ShouldBe("/sign-in/refused?why=identity.outside.not-linked", "a right one is believed, and is nobody's yet");
        foreach (var (name, lie) in Lies(liar)) (await TryAsync(city, liar, lie)).ShouldBe("/sign-in/refused?why=identity.outside.failed", name);
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_or_comes_from_another_is_refused()
    {
        await using var liar = await LyingProvider.StartAsync();
        await using var city = await TestHost.StartAsync(DatabaseKind.Sqlite, adjust: Configured(liar.Issuer, "anmin", null));
        liar.Now = city.Clock.GetUtcNow;
        using var http = city.Client();
        const string failed = "/sign-in/refused?why=identity.outside.failed";
        (await EndAsync(http, "/sign-in/outside/callback?code=x&state=made-up")).ShouldBe(failed);
        var asked = await AskedAsync(http, liar);
        (await EndAsync(http, $"/sign-in/outside/callback?code=x&state={asked["state"]}&iss=https%3A%2F%2Fevil.example")).ShouldBe(failed, "mix-up");
        asked = await AskedAsync(http, liar);
        (await EndAsync(http, "/sign-in/outside/callback?code=x&state=other")).ShouldBe(failed);
        (await EndAsync(http, $"/sign-in/outside/callback?code=x&state={asked["state"]}")).ShouldBe(failed, "the ticket is gone with the first answer");
        asked = await AskedAsync(http, liar);
        city.Clock.Advance(TimeSpan.FromMinutes(11));
        (await EndAsync(http, $"/sign-in/outside/callback?code=x&state={asked["state"]}")).ShouldBe(failed, "too late");
        using var person = await Visitor.SignedInAsync(city, "前台");
        using var foreign = await person.Http.GetAsync("/work/me/outside/go?word=made-up", Ct);
        foreign.Headers.Location!.OriginalString.ShouldBe(failed, "a link is begun on our own page only");
    }

    [Fact]
    public async Task Where_nothing_is_configured_there_is_no_way_in_from_outside()
    {
        await using var city = await TestHost.StartAsync(DatabaseKind.Sqlite);
        using var http = city.Client();
        (await EndAsync(http, "/sign-in/outside")).ShouldBe("/sign-in/refused?why=identity.outside.off");
    }

    private static IEnumerable<(string, Func<LyingProvider.Token, LyingProvider.Token>)> Lies(LyingProvider liar)
    {
        static LyingProvider.Token With(LyingProvider.Token t, string name, JsonNode? value)
        {
            t.Claims[name] = value;
            return t;
        }
        yield return ("iss", t => With(t, "iss", "https://evil.example"));
        yield return ("aud", t => With(t, "aud", "somebody-else"));
        yield return ("several aud without azp", t => With(t, "aud", new JsonArray("anmin", "somebody-else")));
        yield return ("azp", t => With(t, "azp", "somebody-else"));
        yield return ("nonce", t => With(t, "nonce", "another"));
        yield return ("no nonce", t => With(t, "nonce", null));
        yield return ("expired", t => With(t, "exp", (t.Claims["iat"]!.GetValue<long>()) - 3600));
        yield return ("no exp", t => With(t, "exp", null));
        yield return ("no sub", t => With(t, "sub", ""));
        yield return ("alg none", t => t with { Alg = "none", Sign = _ => [] });
        yield return ("HS256 with the public key", t => t with { Alg = "HS256", Sign = data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(liar.PublicPem), data) });
        yield return ("another key", t => t with { Sign = data => { using var other = RSA.Create(2048); return other.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); } });
        yield return ("a key it does not publish", t => t with { Kid = "unknown" });
    }

    private static async Task<string> TryAsync(TestHost city, LyingProvider liar, Func<LyingProvider.Token, LyingProvider.Token> lie)
    {
        using var http = city.Client();
        var asked = await AskedAsync(http, liar);
        (liar.Nonce, liar.Lie) = (asked["nonce"], lie);
        return await EndAsync(http, $"/sign-in/outside/callback?code=x&state={asked["state"]}");
    }

    private static async Task<Dictionary<string, string>> AskedAsync(HttpClient http, LyingProvider liar)
        => await SsoStage.BackAsync(http, "/sign-in/outside", liar.Issuer + "/authorize");

    /// <summary>From our host to the provider, where somebody is signed in, and the address the provider sends back to.</summary>
    private static async Task<string> ThereAsync(HttpClient here, string start, HttpClient abroad)
    {
        using var to = await here.GetAsync(start, Ct);
        using var back = await abroad.GetAsync(to.Headers.Location, Ct);
        return back.Headers.Location!.PathAndQuery;
    }

    private static async Task<string> EndAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, Ct);
        return answer.Headers.Location?.OriginalString ?? $"no redirect but {(int)answer.StatusCode}";
    }

    private static async Task<string> GoAsync(HttpClient http) => GoIn(await http.GetStringAsync("/work/me/outside", Ct)) ?? throw new InvalidOperationException("no link to go by");

    private static string? GoIn(string page) => System.Text.RegularExpressions.Regex.Match(page, "href=\"(/work/me/outside/go[^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private static Action<WebApplicationBuilder> Configured(string issuer, string id, string? secret)
        => builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Anmin:Outside:Issuer"] = issuer, ["Anmin:Outside:ClientId"] = id, ["Anmin:Outside:SecretFile"] = secret, ["Anmin:Outside:Label"] = "省统一身份认证" });

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string secret) => File.WriteAllText(Path, secret);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
