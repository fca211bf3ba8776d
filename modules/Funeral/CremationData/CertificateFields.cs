using Anmin.Funeral.Cases;
using static Anmin.Funeral.CremationData.DataField;

namespace Anmin.Funeral.CremationData;

/// <summary>FIS_CERT_CREMATION, the certificate of each cremation.</summary>
internal static class CertificateFields
{
    public static readonly IReadOnlyList<DataField> All =
    [
        new("certId", "火化证明编号", "有效的火化证明编号；还没有签发的为空", r => r.Certificate?.Number ?? ""),
        new("deadId", "逝者编号", "案卷的编号（UUID）", r => r.Case.Id.ToString()),
        new("deadName", "姓名", "姓名", r => r.Case.Name?.Text ?? ""),
        new("deadAge", "年龄", "去世时周岁", r => r.Case.AgeAtDeath(r.Zone)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        Empty("deadPopulace", "户口所在地", "户籍以公安登记为准，本系统不采集"),
        new("deadSex", "性别", "GB/T 2261.1", r => r.Sex),
        new("deadCardType", "证件类型", "死亡证明的证件类型代码 1–9", r => r.IdType),
        new("deadIdCard", "证件号", "证件号码", r => r.IdNumber),
        new("deadDeathDate", "死亡日期", "去世日期", r => r.Day(r.Case.DiedAt)),
        new("cremationId", "火化编号", "火化记录的编号（UUID）", r => r.Cremation.Id.ToString()),
        new("cremationDate", "火化日期", "火化结束日期", r => r.Day(r.Cremation.FinishedAt)),
        new("certPeople", "出具人", "签发人", r => r.IssuerName),
        new("certOrgan", "出具单位", "殡仪馆名称", r => r.Certificate is null ? "" : r.Home?.Name ?? ""),
        new("certDate", "出具日期", "签发日期", r => r.Day(r.Certificate?.IssuedAt)),
        new("certStatus", "证明状态", "1 有效 2 已补发 3 作废，没有证明的为空", Status),
        new("ifReissue", "是否补发", "第二版起：1，否则 0", r => r.Certificate is { Edition: > 1 } ? "1" : r.Certificate is null ? "" : "0"),
        new("cancelCertId", "作废证明编号", "被它代替的证明编号", r => r.Cancelled?.Number ?? ""),
        new("ifIssue", "是否发放", "签发即发放：1", r => r.Certificate is null ? "0" : "1"),
        new("issuePeople", "发放人", "签发人", r => r.IssuerName),
        new("issueTime", "发放日期", "签发时间", r => r.Stamp(r.Certificate?.IssuedAt)),
        new("note", "备注", "补发或作废的原因", r => r.Cancelled?.EndReason ?? r.Certificate?.EndReason ?? ""),
        new("createOrgan", "录入单位", "殡仪馆九位代码", r => r.Home?.Code is { Length: > 0 } code ? code : r.Cremation.Institution),
        new("createPeople", "录入人", "签发人的工号", r => r.Certificate?.IssuedBy ?? ""),
        new("createTime", "录入时间", "签发时间", r => r.Stamp(r.Certificate?.IssuedAt)),
    ];

    public static string Status(CremationRow r) => r.Certificate?.Status switch { null => "", CertificateStatus.Issued => "1", CertificateStatus.Replaced => "2", _ => "3" };
}

/// <summary>dwd_zrr_hhxx_new: what the national base of persons keeps.</summary>
internal static class NationalFields
{
    public static readonly IReadOnlyList<DataField> All =
    [
        Empty("zrrwybs", "自然人唯一标识", "由自然人库按证件号赋予，本系统没有"),
        new("sfzjlx", "身份证件类型", "死亡证明的证件类型代码 1–9", r => r.IdType),
        new("sfzjhm", "身份证件号码", "证件号码", r => r.IdNumber),
        new("swrq", "死亡日期", "去世日期", r => r.Day(r.Case.DiedAt)),
        new("swsj", "死亡时间", "去世钟点", r => r.Time(r.Case.DiedAt)),
        Empty("swyy", "死亡原因", "死因只在卫生健康、公安可见，殡葬不采集"),
        new("hhzjbh", "火化证件编号", "有效的火化证明编号", r => r.Certificate?.Number ?? ""),
        new("hhrq", "火化日期", "火化结束日期", r => r.Day(r.Cremation.FinishedAt)),
        new("hhszbyg", "火化所在殡仪馆", "殡仪馆名称", r => r.Home?.Name ?? ""),
    ];
}
