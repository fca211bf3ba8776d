using Anmin.Contracts.Identity;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class SignInTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    private readonly TestApp app = fixture.App;

    [Theory]
    [InlineData("/work/cases?q=%E5%BC%A0", "/work/cases?q=%E5%BC%A0")]
    [InlineData("/", "/")]
    [InlineData(null, "/work")]
    [InlineData("", "/work")]
    [InlineData("https://evil.example/", "/work")]
    [InlineData("//evil.example/", "/work")]
    [InlineData("/\\evil.example/", "/work")]
    [InlineData("\\\\evil.example", "/work")]
    [InlineData("javascript:alert(1)", "/work")]
    [InlineData("/a\r\nSet-Cookie: x=1", "/work")]
    [InlineData("/\t/evil.example", "/work")]
    [InlineData("/sign-in?returnUrl=/sign-in", "/work")]
    [InlineData("work", "/work")]
    public void Signing_in_leads_only_to_a_page_of_this_site(string? asked, string expected) => ReturnUrl.Local(asked, "/work").ShouldBe(expected);

    [Fact]
    public void A_link_is_128_random_bits_and_only_its_hash_is_kept()
    {
        var (one, two) = (EntryToken.Draw(), EntryToken.Draw());
        one.Length.ShouldBe(32);
        one.ShouldNotBe(two);
        EntryToken.HashOf(one).Length.ShouldBe(32);
        EntryToken.HashOf(one).ShouldBe(EntryToken.HashOf(one));
    }

    [Fact]
    public async Task A_persona_is_refused_where_the_mode_is_off()
        => (await AsPersonaAsync("前台", personas: false)).Problem!.Code.ShouldBe("identity.persona.off");

    [Fact]
    public async Task An_unknown_persona_is_refused()
        => (await AsPersonaAsync("皇帝", personas: true)).Problem!.Code.ShouldBe("identity.persona.unknown");

    [Fact]
    public async Task From_signing_in_on_the_request_is_theirs_and_keeps_its_device()
    {
        var session = (await AsPersonaAsync("前台", personas: true)).Value!.Session;
        (session.StaffId, session.Device, session.Methods).ShouldBe((app.IdOf("前台"), "10.0.0.7 pad-3", "demo"));
        (await app.CountAsync($"select count(*) from kernel_audit where actor_id = '{app.IdOf("前台")}' and use_case = 'SignInAsPersona' and device = '10.0.0.7 pad-3'")).ShouldBe(1);
    }

    private async Task<Anmin.Kernel.Outcomes.Outcome<SignInAsPersona.Reply>> AsPersonaAsync(string persona, bool personas)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Public with { Device = "10.0.0.7 pad-3" };
        var useCase = ActivatorUtilities.CreateInstance<SignInAsPersona>(scope.ServiceProvider, new SignInMode(personas));
        return await scope.ServiceProvider.GetRequiredService<Anmin.Kernel.Commands.Gate>().RunAsync(useCase, new SignInAsPersona.Request(persona), ct: TestContext.Current.CancellationToken);
    }
}
