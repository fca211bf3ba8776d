using Anmin.Kernel.Names;
using Anmin.Kernel.Personal;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Names;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("张桂兰", "张桂兰", 1)]
    [InlineData("买买提·艾力", "买买提艾力", 1)]
    [InlineData("John Smith", "JOHN SMITH", 1)]
    [InlineData("张桂兰", "张桂蓝", 0.967)] // sounds the same
    [InlineData("王丽", "王莉", 0.95)]
    [InlineData("章贵蓝", "张桂兰", 0.9)] // all three do
    [InlineData("周己", "周已", 0.925)] // looks alike
    [InlineData("张佳兰", "张桂兰", 0.95)]
    [InlineData("张林", "张宁", 0.875)] // l/n, in/ing
    [InlineData("张思", "张诗", 0.875)] // s/sh
    [InlineData("黄飞", "方辉", 0.75)] // f/hu
    [InlineData("陈芳", "程方", 0.825)] // en/eng
    [InlineData("桂兰张", "张桂兰", 0.9)] // family name last
    [InlineData("娜娜欧阳", "欧阳娜娜", 0.9)]
    [InlineData("Smith John", "John Smith", 0.9)]
    [InlineData("艾力·买买提", "买买提·艾力", 0.9)]
    [InlineData("张兰桂", "张桂兰", 0.85)]
    [InlineData("张兰", "张桂兰", 0.833)] // one missing
    [InlineData("Zhang Guilan", "张桂兰", 0.7)]
    [InlineData("Guilan Zhang", "张桂兰", 0.7)]
    [InlineData("张桂英", "张桂兰", 0.667)] // another person
    [InlineData("李明", "张桂兰", 0)]
    [InlineData("周", "周兰", 0.5)]
    [InlineData("𠮷野", "吉野", 0.5)]
    public void Weighs_what_two_spellings_have_in_common(string one, string other, double expected) =>
        NameLikeness.Compare(Name(one), Name(other)).ShouldBe(expected, 0.001);

    [Fact]
    public void The_list_of_look_alikes_is_short_and_has_no_pair_of_one()
    {
        NearShape.Count.ShouldBeInRange(150, 350);
        NearShape.Are('己', '巳').ShouldBeTrue();
        NearShape.Are('己', '己').ShouldBeFalse();
    }

    [Fact]
    public void Likeness_is_the_same_both_ways_between_nothing_and_all_and_all_only_for_the_same()
    {
        var characters = Gen.Elements("张章桂贵兰蓝佳己已巳林宁𠮷吉aAbé· ".EnumerateRunes().Select(rune => rune.ToString()));
        var name = characters.ListOf().Select(string.Concat).Where(text => PersonName.Parse(text).Ok).Select(Name);
        Prop.ForAll(name.SelectMany(_ => name, (a, b) => (a, b)).ToArbitrary(), c =>
        {
            var there = NameLikeness.Compare(c.a, c.b);
            var same = Skeleton(c.a) == Skeleton(c.b);
            return there == NameLikeness.Compare(c.b, c.a) && there is >= 0 and <= 1 && same == (there == 1) && NameLikeness.Compare(c.a, c.a) == 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static PersonName Name(string text) => PersonName.Parse(text).Value!;

    private static string Skeleton(PersonName name) => name.Text.Replace("·", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
