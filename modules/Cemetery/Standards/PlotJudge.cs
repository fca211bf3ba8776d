using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Rules;

namespace Anmin.Cemetery.Standards;

/// <summary>占地面积、墓碑、硬化、遗体: the place as built.</summary>
internal sealed class PlotJudge(PlotStandards standards)
{
    public IEnumerable<Verdict> Judge(PlotFacts plot)
    {
        if (plot.ForBody && Body() is { } body) yield return body;
        if (plot.Kind != SectionKind.Graves) yield break;
        yield return Area(plot);
        if (Stone(plot) is { } stone) yield return stone;
        if (Height(plot) is { } height) yield return height;
        if (Hardened(plot) is { } hardened) yield return hardened;
    }

    /// <summary>Which area rule a plot falls under.</summary>
    public static string AreaKey(int capacity, bool forBody) => (forBody, capacity) switch
    {
        (true, 1) => "plot.area.max.body-single",
        (true, _) => "plot.area.max.body-joint",
        (false, 1) => "plot.area.max.single",
        (false, 2) => "plot.area.max.joint",
        _ => "plot.area.max.multiple",
    };

    private Verdict? Body() => standards.Find("plot.body") is { Value: "forbidden" } rule
        ? new(rule.Key, VerdictGrade.Broken, "不得安葬遗体", "遗体墓位", rule.Source, "这里的墓穴不得埋葬遗体、遗骸。请改选骨灰墓位。")
        : null;

    private Verdict Area(PlotFacts plot)
    {
        var key = AreaKey(plot.Capacity, plot.ForBody);
        var actual = plot.AreaCm2 is { } area ? PlotStandards.Square(area) : "没有测量";
        if (standards.Need(key, actual, out var missing) is not { } rule) return missing!;
        if (!PlotStandards.Number(rule, out var limit)) return PlotStandards.Unreadable(rule, actual);
        var allowed = $"不超过{PlotStandards.Plain(limit)}平方米";
        if (plot.AreaCm2 is not { } measured) return new(key, VerdictGrade.Warned, allowed, actual, rule.Source, $"这个墓位没有登记占地面积，规定{allowed}。请园务测量后补上。");
        if (measured <= limit * 10_000) return new(key, VerdictGrade.Met, allowed, actual, rule.Source, $"占地面积{actual}，规定{allowed}。");
        return new(key, VerdictGrade.Broken, allowed, actual, rule.Source, $"占地面积{actual}，规定{allowed}，{Over(measured, limit * 10_000)}。请改选合规的墓位。");
    }

    private Verdict? Stone(PlotFacts plot)
    {
        if (plot.Nature == GroundNature.Commercial || plot.Stone == StoneKind.None || standards.Find("plot.stone.public") is not { } rule) return null;
        var actual = plot.Stone == StoneKind.Flat ? "卧式" : "竖式";
        return rule.Value.Contains(actual, StringComparison.Ordinal)
            ? new(rule.Key, VerdictGrade.Met, rule.Value, actual, rule.Source, $"墓碑是{actual}，符合规定。")
            : new(rule.Key, VerdictGrade.Broken, rule.Value, actual, rule.Source, $"公益性公墓的墓碑应当是{rule.Value}，这个墓位是{actual}。请改选合规的墓位。");
    }

    private Verdict? Height(PlotFacts plot)
    {
        if (plot.Nature != GroundNature.Commercial || plot.Stone != StoneKind.Upright || standards.Find("plot.stone.height.max") is not { } rule) return null;
        var actual = plot.StoneHeightCm is { } cm ? PlotStandards.Plain(cm / 100m) + "米" : "没有测量";
        if (!PlotStandards.Number(rule, out var limit)) return PlotStandards.Unreadable(rule, actual);
        var allowed = $"高出地面不超过{PlotStandards.Plain(limit)}米";
        if (plot.StoneHeightCm is not { } height) return new(rule.Key, VerdictGrade.Warned, allowed, actual, rule.Source, $"这个墓位没有登记墓碑高度，规定{allowed}。请园务测量后补上。");
        if (height <= limit * 100) return new(rule.Key, VerdictGrade.Met, allowed, actual, rule.Source, $"墓碑高{actual}，规定{allowed}。");
        return new(rule.Key, VerdictGrade.Broken, allowed, actual, rule.Source, $"墓碑高{actual}，规定{allowed}，{Over(height, limit * 100)}。请整改或者改选墓位。");
    }

    private Verdict? Hardened(PlotFacts plot)
    {
        if (plot.HardenedCm2 is not { } hardened || standards.Find("plot.hardened.max") is not { } rule) return null;
        var actual = PlotStandards.Square(hardened);
        if (!PlotStandards.Number(rule, out var limit)) return PlotStandards.Unreadable(rule, actual);
        var allowed = $"硬化不超过{PlotStandards.Plain(limit)}平方米";
        return hardened <= limit * 10_000
            ? new(rule.Key, VerdictGrade.Met, allowed, actual, rule.Source, $"墓位四周硬化{actual}，规定{allowed}。")
            : new(rule.Key, VerdictGrade.Broken, allowed, actual, rule.Source, $"墓位四周硬化{actual}，规定{allowed}，{Over(hardened, limit * 10_000)}。请整改或者改选墓位。");
    }

    /// <summary>超过26%（20%至50%一档).</summary>
    private string Over(decimal actual, decimal limit)
    {
        if (limit <= 0) return "规定不得有";
        var percent = (actual - limit) * 100 / limit;
        var said = $"超过{PlotStandards.Plain(decimal.Round(percent, 1))}%";
        return Oversize.Of(percent, standards.Find) is { } band ? $"{said}，属于{band.Words}一档" : said;
    }
}

/// <summary>超标分档, as the annual inspection counts them: up to the first, up to the second, above it.</summary>
/// <param name="Number">1, 2, 3.</param>
internal sealed record Oversize(int Number, string Words)
{
    /// <summary>Null where it is not over, or where the bands are nobody's rule.</summary>
    public static Oversize? Of(decimal percent, Func<string, Rule?> find)
    {
        if (percent <= 0 || find("plot.oversize.band.1") is not { } low || find("plot.oversize.band.2") is not { } high) return null;
        if (!PlotStandards.Number(low, out var first) || !PlotStandards.Number(high, out var second)) return null;
        return percent <= first ? new(1, $"超标{low.Value}%以下") : percent <= second ? new(2, $"超标{low.Value}%至{high.Value}%") : new(3, $"超标{high.Value}%以上");
    }
}
