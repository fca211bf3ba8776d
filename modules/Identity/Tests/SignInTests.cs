using Anmin.Identity.People;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class SignInTests
{
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
    {
        var outcome = await new SignInAsPersona(Book(), new CurrentActor(), new SignInMode(false)).HandleAsync(new("前台"), TestContext.Current.CancellationToken);
        outcome.Problem!.Code.ShouldBe("identity.persona.off");
    }

    [Fact]
    public async Task An_unknown_persona_is_refused()
    {
        var outcome = await new SignInAsPersona(Book(), new CurrentActor(), new SignInMode(true)).HandleAsync(new("皇帝"), TestContext.Current.CancellationToken);
        outcome.Problem!.Code.ShouldBe("identity.persona.unknown");
    }

    [Fact]
    public async Task From_signing_in_on_the_request_is_theirs_and_keeps_its_device()
    {
        var current = new CurrentActor { Actor = Actor.Public with { Device = "10.0.0.7 pad-3" } };
        var outcome = await new SignInAsPersona(Book(), current, new SignInMode(true)).HandleAsync(new("前台"), TestContext.Current.CancellationToken);
        outcome.Value!.StaffId.ShouldBe("a");
        (current.Actor.Id, current.Actor.Device).ShouldBe(("a", "10.0.0.7 pad-3"));
    }

    private static PeopleBook Book()
    {
        var book = new PeopleBook(TimeProvider.System);
        book.Load(PeopleRows.None with { Posts = [new Post { Id = "reception", Name = "前台", Roles = "" }], Staff = [new Staff { Id = "a", Name = "周敏", Institution = "fh", Division = "321302", Posts = "reception", Persona = "前台" }], City = "3213" });
        return book;
    }
}
