using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Personal;

public sealed class SensitiveTextTests
{
    [Fact]
    public void Prints_nothing_of_itself()
    {
        var address = SensitiveText.Parse(" 宿城区幸福路 12 号 <3 楼> ", "住址").Value!;
        address.Reveal().ShouldBe("宿城区幸福路 12 号 <3 楼>");
        $"{address}".ShouldBe("＊＊＊");
    }

    [Theory]
    [InlineData("", "sensitive-text.missing")]
    [InlineData("＊＊＊", "sensitive-text.masked")]
    [InlineData("幸福路\r\n12号", "text.control")]
    [InlineData("幸福路\u2066", "text.bidi")]
    public void Refuses_by_the_name_of_the_field(string typed, string code)
    {
        var problem = SensitiveText.Parse(typed, "住址").Problem!;
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain("住址");
    }

    [Fact]
    public void Takes_two_hundred_characters_and_no_more()
    {
        SensitiveText.Parse(new string('路', 200)).Ok.ShouldBeTrue();
        SensitiveText.Parse(new string('路', 201)).Problem!.Code.ShouldBe("text.too-long");
    }

    [Fact]
    public void No_input_crashes_or_hangs() => Hostile.Always(text =>
        !SensitiveText.Parse(text).Try(out var accepted, out _) || SensitiveText.Parse(accepted.Reveal()).Value == accepted);
}
