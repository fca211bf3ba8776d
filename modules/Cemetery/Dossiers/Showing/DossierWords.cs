using Anmin.Cemetery.Dossiers.Export;
using Anmin.Cemetery.Rights;
using Anmin.Ui.Status;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>How 一墓一档 speaks.</summary>
internal static class DossierWords
{
    public static string Of(RightKind kind) => kind switch { RightKind.Niche => "格位", RightKind.Eco => "生态安葬", RightKind.Deposit => "寄存", _ => "墓位" };

    public static string Of(RightState state) => state switch
    {
        RightState.Held => "留位",
        RightState.Signed => "已签约",
        RightState.Paid => "已交费",
        RightState.Active => "使用中",
        RightState.Ended => "已终止",
        RightState.Lapsed => "已到期放开",
        _ => "已停办",
    };

    public static string Of(RightBasis? basis) => basis switch
    {
        RightBasis.CremationCertificate => "火化证明",
        RightBasis.DeathCertificate => "死亡证明",
        RightBasis.LivingSpouse => "健在配偶合葬",
        RightBasis.ChildlessElder => "无子女老年人",
        RightBasis.Aged => "高龄老人",
        RightBasis.CriticallyIll => "危重病人",
        RightBasis.Relocation => "迁葬",
        RightBasis.OldRegister => "旧墓册",
        RightBasis.OtherSpecial => "其他特殊情形",
        _ => "",
    };

    public static string Of(RightEnding? ending) => ending switch { RightEnding.Relocated => "迁出", RightEnding.Returned => "退回", RightEnding.Collected => "家属领取", RightEnding.Reclaimed => "到期收回", RightEnding.Disposed => "依法安置", _ => "" };

    public static (StatusShape, string) Of(ExportState state) => state switch
    {
        ExportState.Waiting => (StatusShape.Todo, "等待"),
        ExportState.Running => (StatusShape.Run, "正在做"),
        ExportState.Ready => (StatusShape.Ok, "可以下载"),
        ExportState.Failed => (StatusShape.Bad, "没有做成"),
        _ => (StatusShape.Wait, "已过保留时间"),
    };

    /// <summary>完整, 缺少量, 缺较多: a word beside the number, never colour alone.</summary>
    public static (StatusShape, string) Score(int score) => score switch { 100 => (StatusShape.Ok, "齐全"), >= 60 => (StatusShape.Wait, "有缺项"), _ => (StatusShape.Bad, "缺项多") };

    /// <summary>What a line of the journal says, by its kind.</summary>
    public static string Act(string kind) => kind switch
    {
        "right.held" => "留位",
        "right.signed" => "签合同",
        "right.billed" => "出具费用清单",
        "right.paid" => "费用收齐",
        "right.activated" => "发证",
        "right.renewed" => "续期",
        "right.care-paid" => "交维护管理费",
        "right.ended" => "终止合同",
        "right.passed-on" => "更名或继承",
        "right.disputed" => "登记争议",
        "right.dispute-settled" => "了结争议",
        "right.lapsed" => "到期放开",
        "right.cancelled" => "停办",
        "dossier.paper-added" => "放进材料",
        "dossier.paper-replaced" => "换材料",
        "dossier.paper-withdrawn" => "撤回材料",
        "dossier.filing-asked" => "提交归档",
        "dossier.filed" => "归档",
        "dossier.sent-back" => "退回归档",
        "dossier.letter-sent" => "发补档通知",
        "dossier.letter-answered" => "登记补档回复",
        "dossier.exported" => "导出档案",
        _ when kind.StartsWith("interment.", StringComparison.Ordinal) || kind.StartsWith("burial.", StringComparison.Ordinal) => "安葬登记",
        _ => "办理",
    };

    /// <summary>What somebody did who looked, by the use case the audit names.</summary>
    public static string Look(string useCase) => useCase switch
    {
        "GetDossier" => "打开档案",
        "GetDossierPaper" => "看材料",
        "PrintDossier" => "导出PDF",
        "PackDossier" => "导出压缩包",
        "GetGapLetter" => "打开补档通知书",
        "MakeDossierExport" => "整区导出",
        "AddDossierPapers" => "放进材料",
        "ReplaceDossierPaper" => "换材料",
        "WithdrawDossierPaper" => "撤回材料",
        "TurnDossierPaper" => "转正材料",
        "FileDossier" => "提交归档",
        "ConfirmDossier" => "核对归档",
        "SendGapLetter" or "SendGapLetters" => "发补档通知",
        _ => "办理墓位业务",
    };
}
