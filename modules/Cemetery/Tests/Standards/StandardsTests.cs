using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Standards;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Rules;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Standards;

/// <summary>Verdicts worked out by hand from the texts, judged by the very rules that the packs carry.</summary>
public sealed class StandardsTests
{
    public static TheoryData<string, string, string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var line in Table) data.Add(line[0], line[1], line[2], line[3], line[4]);
            return data;
        }
    }

    /// <summary>place, day, facts, expected, says.</summary>
    private static IReadOnlyList<string[]> Table => [.. Lines("standards.csv").Skip(1).Select(l => l.Split(','))];

    [Theory, MemberData(nameof(Cases))]
    public void The_verdict_is_the_one_worked_out_by_hand(string place, string day, string facts, string expected, string says)
    {
        var verdicts = Judge(place, Day(day), facts);
        string.Join(";", verdicts.Select(v => $"{v.Rule}={v.Grade}")).ShouldBe(expected);
        if (says.Length > 0) verdicts.ShouldContain(v => (v.Sentence + v.Source).Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_covers_three_provinces_on_both_sides_of_their_rules()
    {
        var places = Table.Select(c => c[0][..2]).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        (places["32"] + places["41"] + places["31"]).ShouldBeGreaterThanOrEqualTo(40);
        places.Values.ShouldAllBe(n => n >= 15);
    }

    [Fact]
    public void Every_verdict_names_its_law_unless_its_rule_is_missing()
        => Table.SelectMany(c => Judge(c[0], Day(c[1]), c[2])).Where(v => v.Grade != VerdictGrade.Missing && v.Source.Length == 0).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_is_no_number_is_told_and_not_guessed()
    {
        var standards = new PlotStandards(key => new Rule { Jurisdiction = "0", Key = key, EffectiveFrom = default, Value = "半", Source = "测试" });
        standards.Judge(new ContractFacts { Plot = new(GroundNature.Commercial, SectionKind.Graves, 1, false, 5000, StoneKind.Upright, 100, 1) }).ShouldAllBe(v => v.Grade == VerdictGrade.Missing);
    }

    [Fact]
    public void More_area_is_never_judged_milder()
    {
        var standards = Of("320500", new(2026, 4, 15));
        var before = VerdictGrade.Met;
        for (var area = 0; area <= 20_000; area += 7)
        {
            var now = standards.Judge(new ContractFacts { Plot = new(GroundNature.PublicWelfare, SectionKind.Graves, 1, false, area, StoneKind.None, null, null) })[0].Grade;
            (now >= before).ShouldBeTrue($"{area} cm² is judged {now} after {before}");
            before = now;
        }
    }

    private static IReadOnlyList<Verdict> Judge(string place, DateOnly day, string text)
    {
        var words = text.Split(' ');
        var values = words.Where(w => w.Contains('=')).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1]);
        int? Number(string key) => values.TryGetValue(key, out var v) ? int.Parse(v, CultureInfo.InvariantCulture) : null;
        DateOnly? When(string key) => values.TryGetValue(key, out var v) ? Day(v) : null;
        bool? Yes(string key) => values.GetValueOrDefault(key) switch { "yes" => true, "no" => false, _ => null };
        var nature = words.Contains("commercial") ? GroundNature.Commercial : words.Contains("rural") ? GroundNature.RuralPublicWelfare : GroundNature.PublicWelfare;
        var kind = words.Contains("niches") ? SectionKind.Niches : words.Contains("tree") ? SectionKind.Tree : SectionKind.Graves;
        var stone = values.GetValueOrDefault("stone") switch { "flat" => StoneKind.Flat, "upright" => StoneKind.Upright, _ => StoneKind.None };
        var facts = new ContractFacts
        {
            Plot = words[0] == "plot" ? new(nature, kind, Number("cap") ?? 1, words.Contains("body"), Number("area"), stone, Number("height"), Number("hard")) : null,
            Term = values.TryGetValue("term", out var term) ? new(Enum.Parse<RightKind>(term), When("from")!.Value, When("until"), When("from")!.Value, When("care")) : null,
            Basis = values.TryGetValue("basis", out var basis) ? new(Enum.Parse<RightBasis>(basis), Number("age")) : null,
            Person = words[0] == "person" ? new(nature, words.Contains("limited"), Yes("serves")) : null,
            Change = values.TryGetValue("change", out var change) ? Enum.Parse<ChangeKind>(change) : null,
        };
        return Of(place, day).Judge(facts);
    }

    private static PlotStandards Of(string place, DateOnly day) => new(key =>
    {
        foreach (var code in (string[])[.. new[] { 6, 4, 2 }.Where(n => n <= place.Length).Select(n => place[..n]), "0"])
            if (Rules.Value.Find(r => r.Key == key && r.Jurisdiction == code && r.EffectiveFrom <= day && (r.EffectiveTo is null || r.EffectiveTo >= day)) is { } rule) return rule;
        return new Problem("kernel.rule.missing", $"没有规则{key}。");
    });

    /// <summary>The nation's rules, and of each city what its own pack adds.</summary>
    private static readonly Lazy<List<Rule>> Rules = new(() => [.. new[] { "nation", "suqian", "kaifeng", "changzhou" }.SelectMany(p => Lines(p + "-rules.csv").Skip(1)).Select(l => l.Split(',')).Select(f => new Rule
    {
        Jurisdiction = f[0], Key = f[1], Value = f[2], Unit = f[3], EffectiveFrom = Day(f[5]), EffectiveTo = f[6].Length > 0 ? Day(f[6]) : null, Source = f[7],
    })]);

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Standards", file));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
