using Anmin.Billing.Pricing;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class BillingProblems
{
    public static readonly Problem Quantity = new("billing.quantity", "数量要大于零，并且在合理范围内。请核对后重新填写。", ProblemKind.Invalid, nameof(PriceQuery.Quantity));
    public static readonly Problem AgeMissing = new("billing.age", "这个项目按年龄计价。请填写去世时的周岁年龄。", ProblemKind.Invalid, nameof(PriceQuery.Age));
    public static readonly Problem CostMissing = new("billing.cost", "用品按进价加成。请先登记进价。", ProblemKind.Invalid, nameof(PriceQuery.Cost));
    public static readonly Problem KilometresMissing = new("billing.kilometres", "这个项目按里程计价。请填写单程公里数。", ProblemKind.Invalid, nameof(PriceQuery.Kilometres));
    public static readonly Problem TooMuch = new("billing.too-much", "金额超出可以计算的范围。请核对数量和单价。", ProblemKind.Invalid);

    public static Problem MatchMissing(string item, IEnumerable<string> choices) => new("billing.choice", $"{item}有几种价格，请选择一种：{string.Join("、", choices)}。", ProblemKind.Invalid, nameof(PriceQuery.Match));

    public static Problem AgreedMissing(string item, string least, string most) => new("billing.agreed", $"{item}的价格在{least}至{most}之间，请填写与家属商定的金额。", ProblemKind.Invalid, nameof(PriceQuery.Agreed));

    public static Problem NotPrinted(string item, string printed) => new("billing.gov-set", $"{item}是政府定价，只能收{printed}。请改回这个金额。", ProblemKind.Refused, nameof(PriceQuery.Agreed));

    public static Problem AboveCeiling(string item, string ceiling) => new("billing.above-ceiling", $"{item}最高只能收{ceiling}。请改低金额。", ProblemKind.Refused, nameof(PriceQuery.Agreed));

    public static Problem OutsideRange(string item, string least, string most) => new("billing.outside-range", $"{item}只能在{least}至{most}之间收取。请改金额。", ProblemKind.Refused, nameof(PriceQuery.Agreed));

    public static Problem NoTier(string item) => new("billing.no-tier", $"{item}的价目表里没有这么长的档。请分次办理，或者请馆方补充价目表。", ProblemKind.Refused, nameof(PriceQuery.Quantity));

    public static Problem NoList(DateOnly day) => new("billing.no-list", $"{day:yyyy年M月d日}没有已公布的收费清单，不能报价。请馆方先公布清单。", ProblemKind.Refused);

    public static Problem BasketSize(int most) => new("billing.basket.size", $"请选择1至{most}个项目。", ProblemKind.Invalid);

    public static Problem OffList(string item) => new("billing.off-list", $"“{item}”不在收费清单上，不能收费。请从清单里选择项目。", ProblemKind.Refused);

    public static Problem PackageEmpty(string package) => new("billing.package.empty", $"“{package}”里没有项目。请写明包含哪些项目。", ProblemKind.Invalid);

    public static Problem PackageUnknown(string package) => new("billing.package.unknown", $"没有写“{package}”收多少钱。请填写金额，或者逐项收费。", ProblemKind.Invalid);

    public static Problem PackageDearer(string package, string items) => new("billing.package.dearer", $"“{package}”不能比逐项收费贵，最高{items}。请改低金额。", ProblemKind.Refused);

    public static Problem NotShown(DateOnly day) => new("billing.list.not-shown", $"这里没有这家机构{day:yyyy年M月d日}执行的收费清单。请换一天，或者拨打12345询问。", ProblemKind.NotFound);

    public static Problem CompareCount(int most) => new("billing.compare.count", $"请选择两家至{most}家机构一起看。", ProblemKind.Invalid, "with");
}
