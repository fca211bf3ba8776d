using Anmin.Funeral.Cases;
using static Anmin.Funeral.CremationData.DataField;

namespace Anmin.Funeral.CremationData;

/// <summary>FIS_CREMATION_INFO_SUM, the provincial summary of cremations, field by field in its order.</summary>
internal static class RecordFields
{
    private const string Later = "收费在结算模块登记后填";
    private const string Family = "承办人只登记姓名、电话、与逝者关系，不登记此项";
    private const string NotAsked = "本系统办丧事不采集此项；需要时由自然人库按身份证号补";

    public static readonly IReadOnlyList<DataField> All =
    [
        new("recordId", "主键", "火化记录的编号（UUID）", r => r.Cremation.Id.ToString()),
        new("cremationType", "火化类型", "火化机类别：1 平板炉，2 捡灰炉", r => r.Furnace?.Variant == "carriage" ? "2" : "1"),
        new("stoveId", "火化工编号", "第一名火化工的工号", r => r.Cremation.FirstOperator),
        new("stovePeople", "火化工", "两名火化工姓名", r => $"{r.FirstOperator}、{r.SecondOperator}"),
        new("status", "火化状态", "只导出已结束的：2", _ => "2"),
        new("startTime", "开始时间", "火化开始时间", r => r.Stamp(r.Cremation.StartedAt)),
        new("endTime", "结束时间", "火化结束时间", r => r.Stamp(r.Cremation.FinishedAt)),
        new("serviceUseId", "所用火化炉编号", "火化机编号", r => r.Cremation.Cremator),
        new("applyId", "业务编号", "案卷编号", r => r.Case.Number),
        new("applyType", "业务类型", "报告来源：1 家属 2 服务电话 3 医院 4 公安 5 村社区", r => ((int)r.Case.Source + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("customId", "亲属编号", "签名的承办人编号", r => r.Handler?.Id.ToString() ?? ""),
        new("ifReceive", "是否接收", "遗体入馆后才能火化：1", _ => "1"),
        new("receiveTime", "接收时间", "接到遗体的时间", r => r.Stamp(r.Case.Pickups.Max(p => p.PickedUpAt))),
        new("contractOrgan", "受理单位", "殡仪馆九位代码，没有的用本系统机构编号", r => r.Home?.Code is { Length: > 0 } code ? code : r.Cremation.Institution),
        new("contractOrganName", "受理单位名称", "殡仪馆名称", r => r.Home?.Name ?? ""),
        new("contractPeople", "受理人", "登记确认书的同事", r => r.ContractClerk),
        new("contractDate", "受理时间", "确认书签名时间", r => r.Stamp(r.Case.Contract?.SignedAt)),
        new("ifFinish", "是否完成", "火化结束：1", _ => "1"),
        new("finishTime", "完成时间", "火化结束时间", r => r.Stamp(r.Cremation.FinishedAt)),
        new("ifTakeashes", "是否骨灰交接", "骨灰已领取、寄存或安放：1，否则 0", r => r.Ashes is { Status: not AshesStatus.Held } ? "1" : "0"),
        new("takeashesTime", "骨灰交接时间", "骨灰交接时间", r => r.Ashes is { Status: not AshesStatus.Held } a ? r.Stamp(a.Since) : ""),
        Empty("ifFeeEnd", "是否缴费", Later),
        Empty("feeEndTime", "缴费时间", Later),
        Empty("ifPrint", "是否打印合同", "确认书签名即有，不另记打印"),
        Empty("printTime", "打印时间", "确认书签名即有，不另记打印"),
        new("ashesGo", "骨灰去向", "1 本馆保管 2 寄存 3 安放 4 家属领取 5 分装 6 无骨灰", r => r.Case.Absence is not null ? "6" : r.Ashes is { } a ? Destination(a.Status) : ""),
        Empty("ifBook", "是否预约", "预约在排期模块，不属火化记录"),
        Empty("bookCustom", "预约人", "预约在排期模块，不属火化记录"),
        Empty("bookPeopleName", "预约受理人", "预约在排期模块，不属火化记录"),
        Empty("bookTime", "预约时间", "预约在排期模块，不属火化记录"),
        new("deadId", "逝者编号", "案卷的编号（UUID）", r => r.Case.Id.ToString()),
        new("ifNameless", "是否无名尸", "无名遗体：1，否则 0", r => r.Case.Unidentified ? "1" : "0"),
        new("name", "逝者姓名", "姓名", r => r.Case.Name?.Text ?? ""),
        new("sex", "性别", "GB/T 2261.1：0 未知 1 男 2 女 9 未说明", r => r.Sex),
        new("cardType", "证件类型", "死亡证明的证件类型代码 1–9", r => r.IdType),
        new("idCard", "证件号", "证件号码", r => r.IdNumber),
        new("birthday", "出生日期", "出生日期", r => r.Case.BirthDate is { } born ? Ui.Words.ChineseTime.IsoDate(born) : ""),
        new("age", "年龄", "去世时周岁", r => r.Case.AgeAtDeath(r.Zone)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        Empty("nation", "国籍", NotAsked),
        new("folk", "民族", "只有依法土葬的才登记民族，火化的为空", r => r.Case.Contract?.Ethnicity ?? ""),
        Empty("profession", "职业", NotAsked),
        Empty("education", "文化程度", NotAsked),
        Empty("political", "政治面貌", NotAsked),
        Empty("religion", "宗教信仰", NotAsked),
        new("ifLocal", "是否本地户籍", "身份证号前六位在本市：1，不在：0，没有身份证号的为空", r => r.Case.PersonId is { IsResident: true } id ? id.Reveal().StartsWith(r.Case.Division[..4], StringComparison.Ordinal) ? "1" : "0" : ""),
        Empty("populace", "户口所在地代码", "户籍以公安登记为准，本系统不采集"),
        Empty("populaceName", "户口所在地", "户籍以公安登记为准，本系统不采集"),
        Empty("familyAdd", "生前住址", "只有去世地点，不采集住址"),
        Empty("workName", "工作单位", NotAsked),
        new("deathDate", "死亡日期", "去世时间，精确到分", r => r.Stamp(r.Case.DiedAt)),
        new("deathPlace", "死亡地点", "死亡证明代码：1 医疗机构 2 来院途中 3 家中 4 养老机构 9 其他 0 不详", r => ((int)r.Case.PlaceKind).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Empty("deathCause", "死亡原因", "死因只在卫生健康、公安可见，殡葬不采集"),
        new("deathDisease", "病种", "烈性传染病：1，否则为空；具体病种不采集", r => r.Case.Infectious ? "1" : ""),
        Empty("corpseStatus", "遗体状态", "遗体整理记录在整容模块"),
        Empty("corpseStatusNote", "遗体状态备注", "遗体整理记录在整容模块"),
        Empty("relics", "随身遗物", "随身物品另有清单，不随火化数据导出"),
        new("deathCertOrg", "出具死亡证明单位", "死亡证明编号", r => r.Case.Evidence.Find(e => e.Id == r.Cremation.EvidenceId)?.Number ?? ""),
        new("deathCertOrgName", "出具死亡证明单位名称", "死亡证明的出具单位", r => r.Case.Evidence.Find(e => e.Id == r.Cremation.EvidenceId)?.Issuer ?? ""),
        Empty("goodbyeTime", "告别时间", "告别在礼厅排期，不属火化记录"),
        new("cremationTime", "火化时间", "火化开始时间", r => r.Stamp(r.Cremation.StartedAt)),
        Empty("preferentialType", "优惠类型", Later),
        Empty("photoId", "照片", "不导出照片"),
        Empty("accessories", "附件", "不导出附件"),
        new("ifTodust", "是否要灰", "有骨灰：1，无骨灰：0", r => r.Case.Absence is null ? "1" : "0"),
        new("note", "备注", "家属对骨灰的要求", r => r.Case.Contract?.Wishes ?? ""),
        new("createOrgan", "录入单位", "殡仪馆九位代码", r => r.Home?.Code is { Length: > 0 } code ? code : r.Cremation.Institution),
        new("createOrganName", "录入单位名称", "殡仪馆名称", r => r.Home?.Name ?? ""),
        new("createPeople", "录入人编号", "报告登记人的工号，网上报告的为空", r => r.Case.OpenedBy ?? ""),
        new("createPeopleName", "录入人", "报告登记人", r => r.Reporter),
        new("createTime", "录入时间", "报告时间", r => r.Stamp(r.Case.ReportedAt)),
        new("handlerName", "承办人姓名", "签名的承办人（DOMAIN 最小集另加）", r => r.Handler?.Name?.Text ?? ""),
        new("handlerRelation", "与逝者关系", "签名的承办人（DOMAIN 最小集另加）", r => r.Handler?.Relation ?? ""),
        Empty("handlerIdCard", "承办人证件", Family),
        new("certId", "火化证明编号", "有效的火化证明（DOMAIN 最小集另加）", r => r.Certificate?.Number ?? ""),
        new("certStatus", "火化证明状态", "1 有效 2 已补发 3 作废（DOMAIN 最小集另加）", r => CertificateFields.Status(r)),
    ];

    private static string Destination(AshesStatus status) => status switch { AshesStatus.Held => "1", AshesStatus.Deposited => "2", AshesStatus.Placed => "3", AshesStatus.HandedOver => "4", _ => "5" };
}
