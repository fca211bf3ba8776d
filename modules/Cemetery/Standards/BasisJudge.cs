using Anmin.Cemetery.Rights;
using Anmin.Kernel.Rules;

namespace Anmin.Cemetery.Standards;

/// <summary>
/// 凭什么提供: a certificate of the kinds the place asks for, or an exception it names (invariant I7). Exceptions are a closed list:
/// what no rule names is no exception.
/// </summary>
internal sealed class BasisJudge(PlotStandards standards)
{
    public IEnumerable<Verdict> Judge(BasisFacts facts)
    {
        if (facts.Basis is RightBasis.OldRegister) yield break;
        if (CertificateOf(facts.Basis) is { } certificate)
        {
            if (standards.Find("plot.sale.requires") is { } rule) yield return Certificate(rule, certificate);
            yield break;
        }
        var exception = Exception(facts);
        yield return exception;
        // a law that forbids graves for the living stays on the table beside an exception that another law names
        if (!exception.Refuses && facts.Basis != RightBasis.Relocation && standards.Find("plot.for-living") is { Value: "forbidden" } living)
            yield return new(living.Key, VerdictGrade.Warned, "不得为活人建墓", Word(facts.Basis), living.Source, "本地规定禁止为活人建墓，这里按上位法的特殊情形办理。请先报民政局确认。");
    }

    /// <summary>The code of an exception in rules and approvals.</summary>
    public static string KeyOf(RightBasis basis) => "plot.exception." + basis switch
    {
        RightBasis.LivingSpouse => "living-spouse",
        RightBasis.ChildlessElder => "childless-elder",
        RightBasis.Aged => "aged",
        RightBasis.CriticallyIll => "critically-ill",
        RightBasis.Relocation => "relocation",
        _ => "other-special",
    };

    public static string Word(RightBasis basis) => basis switch
    {
        RightBasis.CremationCertificate => "火化证明",
        RightBasis.DeathCertificate => "死亡证明",
        RightBasis.LivingSpouse => "健在配偶合葬",
        RightBasis.ChildlessElder => "无子女老年人",
        RightBasis.Aged => "高龄",
        RightBasis.CriticallyIll => "危重",
        RightBasis.Relocation => "迁葬",
        RightBasis.OtherSpecial => "其他特殊情形",
        _ => "旧册登记",
    };

    private static string? CertificateOf(RightBasis basis) => basis switch { RightBasis.CremationCertificate => "cremation", RightBasis.DeathCertificate => "death", _ => null };

    private static Verdict Certificate(Rule rule, string certificate)
    {
        var kinds = rule.Value.Split('|');
        var allowed = string.Join("或者", kinds.Select(k => k == "cremation" ? "火化证明" : "死亡证明"));
        var actual = certificate == "cremation" ? "火化证明" : "死亡证明";
        return kinds.Contains(certificate)
            ? new(rule.Key, VerdictGrade.Met, allowed, actual, rule.Source, $"凭{actual}提供，符合规定。")
            : new(rule.Key, VerdictGrade.Broken, allowed, actual, rule.Source, $"这里应当凭{allowed}提供墓位、格位，现在是{actual}。请家属带{allowed}来办。");
    }

    private Verdict Exception(BasisFacts facts)
    {
        var (key, word) = (KeyOf(facts.Basis), Word(facts.Basis));
        if (standards.Find(key) is not { } rule)
        {
            if (standards.Find("plot.for-living") is { Value: "forbidden" } living && facts.Basis != RightBasis.Relocation)
                return new(living.Key, VerdictGrade.Broken, "不得为活人建墓", word, living.Source, "这里禁止为活人建墓，也没有规定这种特殊情形。请在去世以后凭证明办理。");
            if (standards.Need("plot.sale.requires", word, out var missing) is not { } requires) return missing!;
            return new(key, VerdictGrade.Broken, "规定的特殊情形", word, requires.Source, $"“{word}”不是这里规定的特殊情形，应当凭证明提供。请凭死亡证明或者火化证明办理。");
        }
        if (rule.Value == "forbidden") return new(key, VerdictGrade.Broken, "不允许", word, rule.Source, $"这里不允许按“{word}”提供墓位。请凭证明办理。");
        if (facts.Basis != RightBasis.Aged) return new(key, VerdictGrade.Met, "可以，须第二人审批", word, rule.Source, $"“{word}”是规定的特殊情形，须有证据并由第二人审批。");
        if (!PlotStandards.Number(rule, out var age)) return PlotStandards.Unreadable(rule, word);
        var allowed = $"满{rule.Value}周岁";
        if (facts.Age is not { } years) return new(key, VerdictGrade.Broken, allowed, "年龄不详", rule.Source, $"按高龄办理要{allowed}，还不知道使用人的年龄。请填写使用人的身份证号码。");
        return years >= age
            ? new(key, VerdictGrade.Met, allowed, $"{years}岁", rule.Source, $"使用人{years}岁，{allowed}的可以办理，须由第二人审批。")
            : new(key, VerdictGrade.Broken, allowed, $"{years}岁", rule.Source, $"使用人{years}岁，{allowed}才能按高龄办理。请凭证明办理。");
    }
}
