using Anmin.Billing.Pricing;

namespace Anmin.Billing.Checker;

/// <summary>What can be wrong with a line. Each rests on a rule of the pack with law and article; see <see cref="FaultLaws"/>.</summary>
internal enum FaultKind
{
    /// <summary>清单以外收费.</summary>
    OffList,

    /// <summary>超过清单价.</summary>
    AboveCeiling,

    /// <summary>单价乘数量对不上.</summary>
    WrongProduct,

    /// <summary>天数、时间多算.</summary>
    RoundedWrongly,

    /// <summary>里程多算.</summary>
    KilometresWrong,

    /// <summary>免费的天数也收了.</summary>
    FreeNotGiven,

    /// <summary>不是传染病却加倍.</summary>
    InfectiousWithoutCause,

    /// <summary>按年龄该减没有减.</summary>
    AgeNotReduced,

    /// <summary>一位逝者按两位收.</summary>
    BodyCountedTwice,

    /// <summary>重复收费.</summary>
    Duplicate,

    /// <summary>成套比单项贵.</summary>
    PackageDearer,

    /// <summary>用品加价超过规定.</summary>
    MarkupBeyond,

    /// <summary>合计多加了.</summary>
    WrongTotal,
}

/// <param name="Over">Charged too much, in 分.</param>
/// <param name="Words">What is wrong, with the amounts.</param>
internal sealed record Finding(FaultKind Kind, long Over, string Words);

/// <summary>What must be known before a line can be judged.</summary>
internal enum Lacking
{
    Nothing,
    Item,
    Match,
    Kilometres,
    Cost,
    Grade,
    Quantity,

    /// <summary>The list prints no price for such a quantity; somebody has to be asked.</summary>
    Tier,
}

/// <summary>One line and what is to be said of it.</summary>
/// <param name="Most">The most that may be charged for it, in 分; null while unknown.</param>
/// <param name="Steps">How <paramref name="Most"/> came about.</param>
/// <param name="Ask">A sentence to the person where <paramref name="Lacking"/> is not nothing.</param>
internal sealed record LineVerdict(PaperLine Line, ItemMatch Match, long? Most, IReadOnlyList<string> Steps, IReadOnlyList<Finding> Findings, Lacking Lacking, string? Ask)
{
    public PriceItem? Item => Match.Item;

    public bool IsPackage { get; init; }

    /// <summary>Never more than the line took.</summary>
    public long Over => Math.Min(Line.Charged, Findings.Sum(f => f.Over));

    public bool Fine => Findings.Count == 0 && Lacking == Lacking.Nothing;
}

/// <param name="Whole">What is wrong with the bill as a whole: its sum.</param>
internal sealed record BillChecked(IReadOnlyList<LineVerdict> Lines, IReadOnlyList<Finding> Whole)
{
    public long Charged => Lines.Sum(l => l.Line.Charged);

    public long Over => Lines.Sum(l => l.Over) + Whole.Sum(f => f.Over);

    public int Faults => Lines.Sum(l => l.Findings.Count) + Whole.Count;

    public int Asks => Lines.Count(l => l.Lacking != Lacking.Nothing);
}
