using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>What the compiler lets through in a page and the person who opens it does not survive.</summary>
public sealed partial class MarkupTests
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta", "source", "area", "base", "col", "wbr"];

    /// <summary>A <c>return</c> below an open element leaves it open: the renderer refuses the whole page with a fault. Inside a component's content it only ends that content.</summary>
    [Fact]
    public void No_page_returns_inside_an_open_element()
        => Sources.Product("*.razor").SelectMany(f => Open(Sources.Text(f)).Select(line => $"{f}:{line}")).ShouldBeEmpty("write @if … else …");

    [Theory]
    [InlineData("<div>\n@if (a) { <p>x</p> return; }\n</div>", 1)]
    [InlineData("@if (a) { <p>x</p> return; }\n<div></div>", 0)]
    [InlineData("<ProblemScope>\n@if (a) { return; }\n</ProblemScope>", 0)]
    [InlineData("<Scope><div><br>@if (a) { return; }</div></Scope>", 1)]
    public void The_look_sees_it(string markup, int found) => Open(markup).Count().ShouldBe(found);

    /// <summary>After a letter, and a Chinese character is one, an at sign and a name are an address to Razor and stand on the page as they are.</summary>
    [Fact]
    public void No_value_stands_on_a_page_as_its_own_name()
        => Sources.Product("*.razor").SelectMany(f => Sources.Text(f).Split('\n').Select((line, i) => (Line: line, At: $"{f}:{i + 1}"))).Where(l => Address().IsMatch(l.Line)).Select(l => l.At).ShouldBeEmpty("write @(…)");

    [Theory]
    [InlineData("<a>照片@i</a>", true)]
    [InlineData("<a>照片@(i)</a>", false)]
    [InlineData("<a>照片 @i</a>", false)]
    [InlineData("<a href=\"@i\">照片</a>", false)]
    public void The_look_sees_the_address(string markup, bool found) => Address().IsMatch(markup).ShouldBe(found);

    [GeneratedRegex(@"[\u4e00-\u9fff]@[A-Za-z_]")]
    private static partial Regex Address();

    private static IEnumerable<int> Open(string text)
    {
        var code = Code().Match(text);
        var markup = code.Success ? text[..code.Index] : text;
        var open = new Stack<string>();
        foreach (Match part in Part().Matches(markup))
        {
            if (part.Value == "return;")
            {
                if (open.TryPeek(out var around) && char.IsLower(around[0])) yield return markup[..part.Index].Count(c => c == '\n') + 1;
            }
            else if (part.Groups["end"].Success)
            {
                while (open.TryPop(out var closed) && closed != part.Groups["end"].Value) { }
            }
            else if (part.Groups["start"].Success && !part.Groups["self"].Success && !Void.Contains(part.Groups["start"].Value)) open.Push(part.Groups["start"].Value);
        }
    }

    [GeneratedRegex(@"^@code", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("""<!--.*?-->|@\*.*?\*@|</(?<end>[A-Za-z][\w.-]*)\s*>|<(?<start>[A-Za-z][\w.-]*)(?:"[^"]*"|'[^']*'|[^>"'/]|/(?!>))*(?<self>/)?>|\breturn;""", RegexOptions.Singleline)]
    private static partial Regex Part();
}
