using System.Text;
using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Personal;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData(" 周桂兰 ", "周桂兰")]
    [InlineData("周　　兰", "周兰")]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("买买提‧艾力", "买买提·艾力")]
    [InlineData("买买提 ・ 艾力", "买买提·艾力")]
    [InlineData("买买提．艾力", "买买提·艾力")]
    [InlineData("买买提.艾力", "买买提·艾力")]
    [InlineData("𠮷𬎆𰻞", "𠮷𬎆𰻞")]
    [InlineData("Ｊｏｈｎ  Smith", "John Smith")]
    [InlineData("J. O’Brien", "J. O'Brien")]
    [InlineData("Jose\u0301 Müller-Lüdenscheidt", "José Müller-Lüdenscheidt")]
    [InlineData("〇", "〇")]
    public void Keeps_one_spelling_of_a_name(string typed, string kept)
    {
        var name = PersonName.Parse(typed).Value!;
        name.Text.ShouldBe(kept);
        $"{name}".ShouldBe(kept);
    }

    [Theory]
    [InlineData(null, "person-name.missing")]
    [InlineData(" ", "person-name.missing")]
    [InlineData("周桂\uFFFD", "text.broken-character")]
    [InlineData("周\u200B桂兰", "text.zero-width")]
    [InlineData("周\uFE0F桂兰", "text.zero-width")]
    [InlineData("周\u202E桂兰", "text.bidi")]
    [InlineData("周\n桂兰", "text.control")]
    [InlineData("周\uE000兰", "text.private-use")]
    [InlineData("周桂2", "person-name.digit")]
    [InlineData("周٣", "person-name.digit")]
    [InlineData("<b>周</b>", "person-name.markup")]
    [InlineData("周＜兰", "person-name.markup")]
    [InlineData("周，兰", "person-name.character")]
    [InlineData("👨", "person-name.character")]
    [InlineData("x̄", "person-name.character")]
    [InlineData("·周", "person-name.edge")]
    [InlineData("周·", "person-name.edge")]
    [InlineData("周··兰", "person-name.dots")]
    public void Refuses_what_is_no_name_and_says_what_to_do(string? typed, string code)
    {
        var problem = PersonName.Parse(typed).Problem!;
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain("请");
    }

    [Fact]
    public void Refuses_half_a_character() => PersonName.Parse("周桂\uD842").Problem!.Code.ShouldBe("text.broken-character");

    [Fact]
    public void Takes_sixty_characters_of_any_plane_and_no_more()
    {
        PersonName.Parse(string.Concat(Enumerable.Repeat("𠮷", 60))).Ok.ShouldBeTrue();
        PersonName.Parse(string.Concat(Enumerable.Repeat("周", 61))).Problem!.Code.ShouldBe("text.too-long");
        PersonName.Parse(new string('周', 100_000)).Problem!.Code.ShouldBe("text.too-long");
    }

    [Theory]
    [InlineData("周桂兰", "周＊兰")]
    [InlineData("周兰", "周＊")]
    [InlineData("欧阳桂兰", "欧＊＊兰")]
    [InlineData("𠮷野家", "𠮷＊家")]
    [InlineData("周", "＊")]
    [InlineData("买买提·艾力", "买买提·＊＊")]
    [InlineData("John Smith", "John ＊＊")]
    [InlineData("Cher", "C＊＊")]
    public void Masks(string name, string masked) => PersonName.Parse(name).Value!.Masked.ShouldBe(masked);

    [Fact]
    public void Composed_and_decomposed_spellings_are_one_name() => PersonName.Parse("José").Value.ShouldBe(PersonName.Parse("Jose\u0301").Value);

    [Fact]
    public void No_input_crashes_or_hangs_and_an_accepted_name_is_clean_and_stable() => Hostile.Always(text =>
    {
        if (!PersonName.Parse(text).Try(out var name, out var problem)) return problem.Message.Length > 0;
        return name.Text.IsNormalized() && name.Text.EnumerateRunes().Count() <= 60 && TextGuard.Check(name.Text, "") is null
            && !name.Text.AsSpan().ContainsAny('<', '>', '&') && !name.Text.Any(char.IsDigit) && PersonName.Parse(name.Text).Value == name && name.Masked != name.Text;
    });
}
