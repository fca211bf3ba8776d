namespace Anmin.Funeral.CremationData;

/// <summary>One field of the standard: where it comes from, or why it stays empty.</summary>
/// <param name="Name">As the standard writes it.</param>
/// <param name="From">What of ours it is, in words.</param>
/// <param name="Take">Null where we keep nothing of the kind.</param>
internal sealed record DataField(string Name, string Label, string From, Func<CremationRow, string>? Take)
{
    public static DataField Empty(string name, string label, string why) => new(name, label, why, null);

    public string Of(CremationRow row) => Take?.Invoke(row) ?? "";
}

/// <summary>Which table: the record, the certificate or the national subset.</summary>
internal sealed record DataSet(string Code, string Name, string Label, IReadOnlyList<DataField> Fields)
{
    public static readonly IReadOnlyList<DataSet> All =
    [
        new("record", "FIS_CREMATION_INFO_SUM", "火化业务汇总表", RecordFields.All),
        new("certificate", "FIS_CERT_CREMATION", "火化证明", CertificateFields.All),
        new("national", "dwd_zrr_hhxx_new", "自然人库火化信息", NationalFields.All),
    ];

    public static DataSet? Of(string? code) => All.FirstOrDefault(s => s.Code == code);
}
