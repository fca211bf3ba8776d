using Anmin.Cemetery.Grounds;

namespace Anmin.Cemetery.Standards;

/// <summary>Whom a ground may serve: of a village its own people, of the others who its approval names.</summary>
internal sealed class PersonJudge(PlotStandards standards)
{
    public IEnumerable<Verdict> Judge(PersonFacts person)
    {
        if (person.Nature == GroundNature.RuralPublicWelfare) yield return Villager(person);
        else if (person.Limited && Area(person) is { } area) yield return area;
    }

    private Verdict Villager(PersonFacts person)
    {
        const string Allowed = "本村村民";
        var actual = person.Serves switch { true => "服务区域内", false => "服务区域外", null => "户籍不详" };
        if (standards.Need("plot.rural.villagers-only", actual, out var missing) is not { } rule) return missing!;
        if (rule.Value == "no" || person.Serves == true) return new(rule.Key, VerdictGrade.Met, rule.Value == "no" ? "不限" : Allowed, actual, rule.Source, "使用人在这个农村公益性墓地的服务区域内。");
        return new(rule.Key, VerdictGrade.Broken, Allowed, actual, rule.Source, person.Serves is null
            ? "农村公益性墓地只向本村村民提供。请选择使用人户籍所在的村。" : "农村公益性墓地不得向本村村民以外的人提供墓穴用地。请改选其他公墓。");
    }

    private Verdict? Area(PersonFacts person)
    {
        if (standards.Find("plot.service-area") is not { } rule || rule.Value == "no") return null;
        var actual = person.Serves switch { true => "服务区域内", false => "服务区域外", null => "户籍不详" };
        return person.Serves switch
        {
            true => new(rule.Key, VerdictGrade.Met, "批准的服务区域", actual, rule.Source, "使用人在批准的服务区域内。"),
            null => new(rule.Key, VerdictGrade.Warned, "批准的服务区域", actual, rule.Source, "这个公墓有批准的服务区域，还不知道使用人的户籍。请补上户籍所在区划。"),
            false when rule.Value == "first" => new(rule.Key, VerdictGrade.Warned, "服务区域内优先", actual, rule.Source, "使用人不在批准的服务区域内，区域内的家庭优先。请负责人留意余量。"),
            false => new(rule.Key, VerdictGrade.Broken, "批准的服务区域", actual, rule.Source, "使用人不在批准的服务区域内。请改选其他公墓。"),
        };
    }
}
