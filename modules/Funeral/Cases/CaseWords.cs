namespace Anmin.Funeral.Cases;

/// <summary>Where the report came from.</summary>
internal enum ReportSource { Family, Hotline, Hospital, Police, Village }

/// <summary>居民死亡医学证明(推断)书 codes 1–4, 9, 0.</summary>
internal enum DeathPlaceKind { Unknown = 0, Medical = 1, OnTheWay = 2, Home = 3, ElderlyHome = 4, Other = 9 }

internal enum Disposition { Undecided, Cremation, Burial, TransferOut }

internal enum HoldKind { Police, Dispute }

/// <summary>Follows from what happened; see <see cref="DeathCase.Derive"/>.</summary>
internal enum CaseStatus { Reported, EvidencePending, Verified, InCustody, Arranged, Cremated, Buried, AshesPlaced, Closed, Voided }

/// <summary>Where remains are. Final: Cremated, Released, Buried.</summary>
internal enum BodyPlace { AtPlaceOfDeath, InVehicle, Received, ColdStored, InPreparation, InHall, FurnaceQueue, InFurnace, Cremated, Released, Buried }

internal enum AshesStatus { Held, Deposited, Placed, HandedOver, Split, Interred, Scattered }

internal enum CertificateStatus { Issued, Replaced, Voided }

/// <summary>What people read for each of them.</summary>
internal static class CaseLabels
{
    public static string Of(ReportSource value) => value switch { ReportSource.Family => "家属", ReportSource.Hotline => "服务电话", ReportSource.Hospital => "医院", ReportSource.Police => "公安", _ => "村（社区）" };

    public static string Of(DeathPlaceKind value) => value switch { DeathPlaceKind.Medical => "医疗卫生机构", DeathPlaceKind.OnTheWay => "来院途中", DeathPlaceKind.Home => "家中", DeathPlaceKind.ElderlyHome => "养老服务机构", DeathPlaceKind.Other => "其他场所", _ => "不详" };

    public static string Of(Disposition value) => value switch { Disposition.Cremation => "火化", Disposition.Burial => "土葬（依法）", Disposition.TransferOut => "外运", _ => "未定" };

    public static string Of(HoldKind value) => value switch { HoldKind.Police => "公安暂停处置", _ => "家属有争议，暂停处置" };

    public static string Of(CaseStatus value) => value switch
    {
        CaseStatus.Reported => "已报告",
        CaseStatus.EvidencePending => "等死亡证明",
        CaseStatus.Verified => "已核验",
        CaseStatus.InCustody => "在保管",
        CaseStatus.Arranged => "已商定",
        CaseStatus.Cremated => "已火化",
        CaseStatus.Buried => "已土葬",
        CaseStatus.AshesPlaced => "骨灰已安放",
        CaseStatus.Closed => "已办结",
        _ => "已作废",
    };

    public static string Of(BodyPlace value) => value switch
    {
        BodyPlace.AtPlaceOfDeath => "去世地点",
        BodyPlace.InVehicle => "接运车",
        BodyPlace.Received => "接收间",
        BodyPlace.ColdStored => "冷藏柜",
        BodyPlace.InPreparation => "整容间",
        BodyPlace.InHall => "告别厅",
        BodyPlace.FurnaceQueue => "火化等候",
        BodyPlace.InFurnace => "火化机",
        BodyPlace.Cremated => "已火化",
        BodyPlace.Released => "已外运",
        _ => "已土葬",
    };

    public static string Of(AshesStatus value) => value switch { AshesStatus.Held => "本馆保管", AshesStatus.Deposited => "寄存", AshesStatus.Placed => "已安放格位", AshesStatus.HandedOver => "家属已领取", AshesStatus.Interred => "已安葬", AshesStatus.Scattered => "已撒散、海葬", _ => "已分装" };

    public static string Of(CertificateStatus value) => value switch { CertificateStatus.Issued => "有效", CertificateStatus.Replaced => "已补发新证明", _ => "已作废" };
}
