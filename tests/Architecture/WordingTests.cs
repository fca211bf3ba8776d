using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>Words that hurt, mislead or sell are nowhere a person can read them. The list is wording.tsv; what statute itself calls so is allowed by name.</summary>
public sealed partial class WordingTests
{
    /// <summary>Too short or too common to be looked for as a bare string; people look at these.</summary>
    private static readonly string[] ByEyeOnly = ["亲", "烧", "炼", "用户", "成功", "稍后", "下葬", "优惠", "没了", "走了", "离开"];

    /// <summary>Where the word is right all the same: a statutory name, or a longer word that only contains it.</summary>
    private static readonly string[] Allowed = ["公安机关尸体检验"];

    public static TheoryData<string> Never => [.. Words()];

    [Theory, MemberData(nameof(Never))]
    public void Nobody_reads(string word)
    {
        var files = Sources.Product("*.razor").Concat(Sources.Product("*Problems.cs", "*Words.cs", "*Labels.cs"));
        var hits = Sources.Hits(files, l => !Sources.IsComment(l) && Bare(l).Contains(word, StringComparison.Ordinal));
        var templates = Directory.GetFiles(Path.Combine(Sources.Root, "packs"), "*.html", SearchOption.AllDirectories).Where(f => File.ReadLines(f).Any(l => Bare(l).Contains(word, StringComparison.Ordinal)));
        hits.Concat(templates).ShouldBeEmpty();
    }

    [Fact]
    public void Sentences_stay_calm()
        => Sources.Hits(Sources.Product("*.razor").Concat(Sources.Product("*Problems.cs")), l => !Sources.IsComment(l) && Regex.IsMatch(Bare(l), "！|\uD83C|\uD83D|\uD83E")).ShouldBeEmpty();

    [Fact]
    public void The_list_is_not_empty() => Words().Count().ShouldBeGreaterThan(40);

    private static string Bare(string line) => Allowed.Aggregate(Comment().Replace(line, ""), (text, allowed) => text.Replace(allowed, "", StringComparison.Ordinal));

    private static IEnumerable<string> Words() => Sources.Lines("tests/Architecture/wording.tsv").Skip(1).SelectMany(l => l.Split('\t')[1].Split('、'))
        .Select(w => Brackets().Replace(w, "").Trim()).Where(w => w.Length > 0 && !ByEyeOnly.Contains(w)).Distinct();

    [GeneratedRegex(@"//.*$|@\*.*?\*@|<!--.*?-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\(.*?\)|（.*?）")]
    private static partial Regex Brackets();
}
