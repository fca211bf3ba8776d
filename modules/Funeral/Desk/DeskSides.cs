using Anmin.Ui.Conflicts;

namespace Anmin.Funeral.Desk;

/// <summary>What the desk's fields are called where two windows with one draft are compared.</summary>
internal static class DeskSides
{
    private static readonly (string Name, string Label)[] Labels =
    [
        ("Name", "逝者姓名"), ("IdNumber", "逝者证号"), ("Sex", "性别"), ("BirthDate", "出生日期"), ("Ethnicity", "民族"), ("DiedAt", "去世时间"), ("Address", "住址"),
        ("HandlerName", "经办人姓名"), ("HandlerIdNumber", "经办人证号"), ("HandlerPhone", "经办人手机号"), ("EvidenceNumber", "死亡证明编号"), ("Wishes", "家属要求"), ("People", "告别人数"),
        ("FarewellAt", "告别时间"), ("CremationAt", "火化时间"),
    ];

    /// <summary>Typed texts and quantities that stand in the draft now; what is only chosen from a list follows from them.</summary>
    public static IReadOnlyList<SharedField> Shared(DeskView desk)
        => [.. Labels.Where(l => !desk.Known.ContainsKey(l.Name)).Select(l => new SharedField(l.Name, l.Label, desk.Fields.GetValueOrDefault(l.Name))),
            .. desk.Items.Select(i => new SharedField(DeskForm.ItemPrefix + i.Code, i.Name, desk.Fields.GetValueOrDefault(DeskForm.ItemPrefix + i.Code)))];
}
