namespace Anmin.Cemetery.Compliance;

/// <summary>What supervision looks for. The key stays with the finding for good; the law of each finding is the rule of its own day.</summary>
/// <param name="Key">Stable.</param>
/// <param name="Label">What the list calls it.</param>
public sealed record ComplianceRule(string Key, string Label)
{
    public const string OversizeFirst = "oversize.1";
    public const string OversizeSecond = "oversize.2";
    public const string OversizeThird = "oversize.3";
    public const string StoneHeight = "stone.height";
    public const string StoneUpright = "stone.upright";
    public const string Hardening = "hardening";
    public const string BeforeDeath = "sale.before-death";
    public const string NoCertificate = "sale.no-certificate";
    public const string ManyPlots = "buyer.many-plots";
    public const string PriceJump = "price.jump";
    public const string AboveList = "price.above-list";
    public const string TermOver = "term.over";
    public const string CarePrepaid = "care.prepaid";
    public const string BodyInPlot = "body.in-plot";
    public const string OutsideArea = "area.outside";
    public const string RuralOutsider = "rural.outsider";
    public const string BuriedWithoutRight = "burial.without-right";
    public const string TooManyBuried = "burial.too-many";

    public static readonly IReadOnlyList<ComplianceRule> All =
    [
        new(OversizeFirst, "墓位超标，第一档"), new(OversizeSecond, "墓位超标，第二档"), new(OversizeThird, "墓位超标，第三档"),
        new(StoneHeight, "墓碑超高"), new(StoneUpright, "公益性公墓立碑"), new(Hardening, "硬化超标"),
        new(BeforeDeath, "生前出售，没有法定情形"), new(NoCertificate, "出售时没有证明"), new(ManyPlots, "一人购买多个墓位"),
        new(PriceJump, "价格突涨"), new(AboveList, "高于公布的收费清单"), new(TermOver, "使用期限超长"), new(CarePrepaid, "维护管理费预收超年限"),
        new(BodyInPlot, "骨灰墓位埋葬遗体"), new(OutsideArea, "公益性公墓向服务区域外出售"), new(RuralOutsider, "农村公益性墓地安葬外村人员"),
        new(BuriedWithoutRight, "没有使用权的安葬"), new(TooManyBuried, "安葬人数超过容量"),
    ];

    public static string LabelOf(string key) => All.FirstOrDefault(r => r.Key == key)?.Label ?? key;
}
