using Anmin.Kernel.Ciphers;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Ciphers;

public sealed class LinkTokenTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("anmin-link-");

    [Fact]
    public void A_link_is_the_same_every_time_and_another_for_another_purpose_or_thing_or_key()
    {
        var (vault, other) = (Vault("a"), Vault("b"));
        var id = Guid.Parse("0190a000-0000-7000-8000-000000000001");
        var token = vault.LinkTokenOf("funeral-share", id);
        vault.LinkTokenOf("funeral-share", id).ShouldBe(token);
        new[] { vault.LinkTokenOf("feedback-survey", id), vault.LinkTokenOf("funeral-share", Guid.NewGuid()), other.LinkTokenOf("funeral-share", id) }.ShouldNotContain(token);
        LinkToken.HashOf(token)!.Length.ShouldBe(32);
        Convert.ToHexString(LinkToken.HashOf(token)!).ShouldNotContain(token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("周周周周周周周周周周周周周周周周周周周周周周")]
    public void What_cannot_be_an_address_of_ours_has_no_hash(string? token) => LinkToken.HashOf(token).ShouldBeNull();

    public void Dispose() => folder.Delete(recursive: true);

    private PersonalVault Vault(string name) => new(StandardCiphers.Instance, PersonalKeys.OpenOrCreate(Path.Combine(folder.FullName, name, "personal.json"), TimeProvider.System));
}
