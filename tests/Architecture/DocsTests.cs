using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>Whoever reads a page of ours in a fresh clone finds every file and picture it points to.</summary>
public sealed partial class DocsTests
{
    private static readonly IReadOnlyList<(string Page, string Target)> Links =
    [
        .. Directory.EnumerateFiles(Sources.Root, "*.md").Concat(new[] { "docs", "modules", "src", "packs", "tests", "bench", "eng" }.Select(top => Path.Combine(Sources.Root, top)).Where(Directory.Exists).SelectMany(top => Directory.EnumerateFiles(top, "*.md", SearchOption.AllDirectories)))
            .Where(page => !page.Contains("/bin/", StringComparison.Ordinal) && !page.Contains("/obj/", StringComparison.Ordinal) && !page.Contains("/node_modules/", StringComparison.Ordinal))
            .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(m => (Path.GetRelativePath(Sources.Root, page), m.Groups[1].Value))),
    ];

    [Fact]
    public void Every_link_to_a_file_finds_it()
    {
        Links.Count.ShouldBeGreaterThan(50);
        Links.Where(l => !Path.Exists(Path.Combine(Sources.Root, Path.GetDirectoryName(l.Page)!, l.Target))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("README.md"), InlineData("README.zh-CN.md")]
    public void The_front_page_shows_six_pages_and_names_every_room(string page)
    {
        Links.Count(l => l.Page == page && l.Target.StartsWith("docs/screens/", StringComparison.Ordinal)).ShouldBe(6);
        Directory.GetDirectories(Path.Combine(Sources.Root, "modules")).Select(d => "modules/" + Path.GetFileName(d) + " ").Where(room => !Sources.Text(page).Contains(room, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
