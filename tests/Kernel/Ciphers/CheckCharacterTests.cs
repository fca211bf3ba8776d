using Anmin.Kernel.Ciphers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Ciphers;

public sealed class CheckCharacterTests
{
    [Theory]
    [InlineData("11010519491231002X")] // GB 11643-1999
    [InlineData("0000000218250097")] // ORCID's own example
    [InlineData("07940")] // ISO/IEC 7064
    public void Mod_11_2_agrees_with_published_numbers(string text) => CheckCharacter.VerifyMod11Radix2(text).ShouldBeTrue();

    [Fact]
    public void Mod_37_36_agrees_with_the_published_release_identifier() => CheckCharacter.Mod37Radix36("A12425GABC1234002").ShouldBe('M');

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a1")]
    [InlineData("１2")]
    public void Verifying_anything_else_is_false(string text)
    {
        CheckCharacter.VerifyMod11Radix2(text).ShouldBeFalse();
        CheckCharacter.VerifyMod37Radix36(text).ShouldBeFalse();
    }

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        const string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var text = Gen.Elements(alphabet.ToCharArray()).ArrayOf(18).Select(chars => new string(chars));
        Prop.ForAll(text.SelectMany(_ => Gen.Choose(0, 17), (t, at) => (t, at)).ToArbitrary(), c =>
        {
            var whole = c.t + CheckCharacter.Mod37Radix36(c.t);
            var wrong = whole.ToCharArray();
            wrong[c.at] = wrong[c.at] == 'Q' ? 'R' : 'Q';
            return CheckCharacter.VerifyMod37Radix36(whole) && !CheckCharacter.VerifyMod37Radix36(wrong);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
