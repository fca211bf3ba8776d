using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Kernel.Dictionaries;

namespace Anmin.Funeral;

/// <summary>The lists people choose from in this module (字典).</summary>
internal static class FuneralLists
{
    /// <summary>与逝者关系: the forms offer it and keep the word as chosen, for papers show what was said on the day.</summary>
    public static readonly CodeList Kinship = new("funeral.kinship", "与逝者关系", []) { Open = true, Editable = true, Hint = "登记经办人时选。单据上留当时选的词，以后改名不影响旧记录。" };

    /// <summary>查看目的: chosen before anything hidden is shown.</summary>
    public static readonly CodeList Purpose = new("funeral.purpose", "查看隐去内容的目的", []) { Open = true, Editable = true, Hint = "查看证件号码、电话、地址前选，记入审计。" };

    /// <summary>材料种类: what a paper or photo put into a case is.</summary>
    public static readonly CodeList AttachmentType = new("funeral.attachment-type", "材料种类", []) { Open = true, Editable = true, Hint = "上传材料时选。已经上传的材料按原来的编码显示。" };

    public static readonly IReadOnlyList<CodeList> All =
    [
        Kinship,
        Purpose,
        Guidance.BlankPapers.List,

        AttachmentType,
        Preparation.PreparationTables.Kinds,
        CodeList.Of<EvidenceKind>("funeral.evidence-kind", "死亡证明种类", DeathEvidence.Label) with { Hint = "由法律规定，不能改。" },
        CodeList.Of<DeathPlaceKind>("funeral.place-kind", "去世地点类别", CaseLabels.Of) with { Hint = "按国家死亡医学证明，不能改。" },
        CodeList.Of<ReportSource>("funeral.report-source", "报告来源", CaseLabels.Of),
        CodeList.Of<Disposition>("funeral.disposition", "丧葬方式", CaseLabels.Of) with { Hint = "由法律规定，不能改。" },
    ];
}
