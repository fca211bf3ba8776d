using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Rules;

namespace Anmin.Cemetery.Plan;

/// <summary>The rules a plan is judged by on a day: sizes of graves and stones, and how long before its end a term shows. What no rule says is not judged.</summary>
/// <param name="Single">cm².</param>
internal sealed record PlanLimits(int? Single, int? Joint, int? BodySingle, int? BodyJoint, int? StoneHeight, bool FlatOnly, int? ExpiringDays)
{
    public static PlanLimits Of(RuleBook rules, string division, GroundNature nature, DateOnly on)
    {
        decimal? Number(string key) => rules.Find(key, division, on) is { Ok: true, Value: { } rule } && decimal.TryParse(rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        var flat = nature != GroundNature.Commercial && rules.Find("plot.stone.public", division, on).Value?.Value == "卧式";
        return new((int?)(Number("plot.area.max.single") * 10_000), (int?)(Number("plot.area.max.joint") * 10_000), (int?)(Number("plot.area.max.body-single") * 10_000), (int?)(Number("plot.area.max.body-joint") * 10_000),
            (int?)(Number("plot.stone.height.max") * 100), flat, (int?)Number("term.expiring.days"));
    }

    public int? Area(int capacity, bool forBody) => (forBody, capacity) switch { (true, 1) => BodySingle, (true, _) => BodyJoint, (_, 1) => Single, _ => Joint };

    public bool AreaOver(int capacity, bool forBody, int? area) => area > Area(capacity, forBody);

    public bool StoneOver(StoneKind stone, int? height) => stone == StoneKind.Upright && (FlatOnly || height > StoneHeight);

    public bool Over(int capacity, bool forBody, int? area, StoneKind stone, int? height) => AreaOver(capacity, forBody, area) || StoneOver(stone, height);
}
