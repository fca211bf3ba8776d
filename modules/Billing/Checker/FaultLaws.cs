using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;

namespace Anmin.Billing.Checker;

/// <summary>Law and article a finding rests on, by the rules of the bill's own day and place. None is written in code.</summary>
internal sealed class FaultLaws(RuleBook rules, Reference reference)
{
    /// <summary>The rule of the pack that stands behind a kind of finding.</summary>
    public static string KeyOf(FaultKind kind) => kind switch
    {
        FaultKind.OffList => "fee.off_list",
        FaultKind.AboveCeiling or FaultKind.InfectiousWithoutCause or FaultKind.AgeNotReduced => "fee.ceiling",
        FaultKind.PackageDearer => "fee.package",
        FaultKind.MarkupBeyond => "fee.markup",
        FaultKind.Duplicate or FaultKind.BodyCountedTwice => "fee.duplicate",
        _ => "fee.count",
    };

    /// <summary>Empty where no rule was in force on the day.</summary>
    public string Of(FaultKind kind, DateOnly on) => rules.Find(KeyOf(kind), reference.Now.City.Division, on).Try(out var rule, out _) ? rule.Source : "";

    /// <summary>清单以外收费, 超过清单价 …: the heading of a finding.</summary>
    public static string Label(FaultKind kind) => kind switch
    {
        FaultKind.OffList => "清单以外收费",
        FaultKind.AboveCeiling => "超过清单价",
        FaultKind.WrongProduct => "单价乘数量对不上",
        FaultKind.RoundedWrongly => "时间多算",
        FaultKind.KilometresWrong => "里程多算",
        FaultKind.FreeNotGiven => "免费的也收了",
        FaultKind.InfectiousWithoutCause => "不该加收",
        FaultKind.AgeNotReduced => "该减没有减",
        FaultKind.BodyCountedTwice => "多算一份",
        FaultKind.Duplicate => "重复收费",
        FaultKind.PackageDearer => "成套比单项贵",
        FaultKind.MarkupBeyond => "加价超过规定",
        _ => "合计多加了",
    };
}
