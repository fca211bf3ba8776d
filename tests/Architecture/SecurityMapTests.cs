using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>docs/security-controls.md names every requirement once, in words we know, and names nothing that is not there.</summary>
public sealed partial class SecurityMapTests
{
    private const string Page = "docs/security-controls.md";

    private static readonly string[] States = ["met", "met by configuration", "operator", "not met", "not applicable"];

    private static readonly IReadOnlyList<Row> Rows = [.. Sources.Lines(Page).Select(l => RowShape().Match(l)).Where(m => m.Success).Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value))];

    private static readonly HashSet<string> Tests = [.. Sources.Files("*.cs").Where(f => f.StartsWith("tests/", StringComparison.Ordinal) || f.Contains("/Tests/")).SelectMany(TestsIn)];

    private sealed record Row(string Id, string Subject, string State, string Shown)
    {
        public IEnumerable<string> Quoted => Quotation().Matches(Shown).Select(m => m.Groups[1].Value);

        public IEnumerable<string> Named => Quoted.Where(q => TestShape().IsMatch(q));
    }

    [Fact]
    public void Every_requirement_of_asvs_at_levels_1_and_2_has_one_row()
        => Rows.Select(r => r.Id).Where(id => id.StartsWith('V')).ShouldBe(Ids("asvs-5.0-l2.txt"));

    [Fact]
    public void Every_control_point_of_the_third_level_has_a_row()
        => Rows.Where(r => r.Id.StartsWith('8')).Select(r => r.Id.Split(' ')[0]).Distinct().ShouldBe(Ids("gbt-22239-l3.txt"));

    [Fact]
    public void No_row_is_there_twice_and_none_is_lost_to_a_slip_of_the_pen()
    {
        Rows.GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        Sources.Lines(Page).Count(l => l.StartsWith("| V", StringComparison.Ordinal) || l.StartsWith("| 8.", StringComparison.Ordinal)).ShouldBe(Rows.Count);
    }

    [Fact]
    public void Every_state_is_one_of_the_five_words() => Rows.Where(r => !States.Contains(r.State)).ShouldBeEmpty();

    [Fact]
    public void Every_test_that_is_named_is_there()
        => Rows.SelectMany(r => r.Named.Where(t => !Tests.Contains(t)).Select(t => $"{r.Id}: {t}")).ShouldBeEmpty();

    [Fact]
    public void Every_file_that_is_named_is_there()
        => Rows.SelectMany(r => r.Quoted.Where(q => PathShape().IsMatch(q) && !Path.Exists(Path.Combine(Sources.Root, q))).Select(q => $"{r.Id}: {q}")).ShouldBeEmpty();

    [Fact]
    public void What_is_met_names_a_test_what_is_configured_a_file_and_the_rest_says_something()
    {
        Rows.Where(r => r.State == "met" && !r.Named.Any()).ShouldBeEmpty();
        Rows.Where(r => r.State == "met by configuration" && !r.Quoted.Any(q => PathShape().IsMatch(q))).ShouldBeEmpty();
        Rows.Where(r => r.Shown.Length < 4 || r.Subject.Length < 2).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ASVS", 'V'), InlineData("GB/T 22239-2019", '8')]
    public void The_counts_at_the_top_are_right(string catalogue, char first)
    {
        var rows = Rows.Where(r => r.Id[0] == first).ToList();
        var told = Sources.Lines(Page).First(l => l.StartsWith("| " + catalogue, StringComparison.Ordinal)).Split('|').Skip(2).Take(States.Length + 1).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture));
        told.ShouldBe([.. States.Select(s => rows.Count(r => r.State == s)), rows.Count]);
    }

    private static IEnumerable<string> Ids(string file) => Sources.Lines("tests/Architecture/" + file).Where(l => l.Length > 0 && !l.StartsWith('#'));

    /// <summary><c>Class.Method</c> of every test in a file: a public method after a line with Fact or Theory.</summary>
    private static IEnumerable<string> TestsIn(string file)
    {
        var (type, marked) = ("", false);
        foreach (var line in Sources.Lines(file))
        {
            if (TypeShape().Match(line) is { Success: true } at) type = at.Groups[1].Value;
            marked |= line.TrimStart().StartsWith("[Fact", StringComparison.Ordinal) || line.TrimStart().StartsWith("[Theory", StringComparison.Ordinal);
            if (!marked || MethodShape().Match(line) is not { Success: true } method) continue;
            marked = false;
            yield return $"{type}.{method.Groups[1].Value}";
        }
    }

    [GeneratedRegex(@"^\| (V\d+\.\d+\.\d+|8\.1\.\d+\.\d+(?: [a-g])?) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$")]
    private static partial Regex RowShape();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^[A-Z]\w+\.[A-Z]\w*_\w+$")]
    private static partial Regex TestShape();

    [GeneratedRegex(@"^(src|modules|tests|docs|packs|eng|bench)/[\w./-]+$|^[A-Z][\w.]+\.(props|md|txt)$")]
    private static partial Regex PathShape();

    [GeneratedRegex(@"^\s*(?:\w+ )*class (\w+)")]
    private static partial Regex TypeShape();

    [GeneratedRegex(@"^\s*public (?:static )?(?:async )?[\w<>]+ (\w+)\(")]
    private static partial Regex MethodShape();
}
