using System.Text;
using Anmin.Kernel.Names;
using Anmin.Kernel.Tests.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Names;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("张桂兰", "zgl", "zhang gui lan")]
    [InlineData("吕略", "ll", "lv lve")]
    [InlineData("单晓曾", "sxc", "shan xiao ceng")]
    [InlineData("曾晓单", "zxd", "zeng xiao dan")]
    [InlineData("买买提·艾力", "mmtal", "mai mai ti ai li")]
    [InlineData("John Smith", "js", "john smith")]
    [InlineData("José", "j", "jose")]
    [InlineData("𠮷桂", "g", "𠮷 gui")]
    [InlineData("〇", "l", "ling")]
    [InlineData("", "", "")]
    public void Reads_names(string name, string initials, string syllables)
    {
        Pinyin.Initials(name).ShouldBe(initials);
        string.Join(' ', Pinyin.Syllables(name)).ShouldBe(syllables);
    }

    [Fact]
    public void Gives_every_reading_of_a_character()
    {
        Pinyin.Readings(new Rune('长')).ShouldBe(["chang", "zhang"]);
        Pinyin.Readings(new Rune('a')).ShouldBeEmpty();
    }

    [Fact]
    public void Knows_all_but_a_few_unified_characters() =>
        Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00 + 1).Count(c => Pinyin.Readings(new Rune(c)).Count > 0).ShouldBeGreaterThan(20_800);

    [Fact]
    public void No_input_crashes_or_hangs() => Hostile.Always(text => Pinyin.Initials(text).All(char.IsAsciiLetterLower));
}
