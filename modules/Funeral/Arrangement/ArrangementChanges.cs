using Anmin.Funeral.Desk;
using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;

namespace Anmin.Funeral.Arrangement;

/// <summary>What a later edition changes, in words a family and a cashier read alike.</summary>
internal static class ArrangementChanges
{
    public static IReadOnlyList<string> Between(ArrangementVersion.Choice before, ArrangementVersion.Choice after, ResourceBook things, TimeZoneInfo zone)
    {
        var changes = new List<string>();
        void Tell(string what, string from, string to)
        {
            if (from != to) changes.Add($"{what}：{from} → {to}");
        }
        string Thing(string? id) => id is null ? "未定" : things.Find(id)?.Name ?? id;
        string At(DateTimeOffset? at) => at is { } when ? TimeZoneInfo.ConvertTime(when, zone).ToString("M月d日HH:mm", CultureInfo.InvariantCulture) : "未定";
        Tell("丧葬方式", CaseLabels.Of(before.Disposition), CaseLabels.Of(after.Disposition));
        Tell("告别厅", Thing(before.Hall), Thing(after.Hall));
        Tell("告别时间", At(before.FarewellAt), At(after.FarewellAt));
        Tell("人数", Count(before.People), Count(after.People));
        Tell("火化机", Thing(before.Cremator), Thing(after.Cremator));
        Tell("火化时间", At(before.CremationAt), At(after.CremationAt));
        Tell("炉型", DeskWords.Of(before.Furnace), DeskWords.Of(after.Furnace));
        Tell("骨骼处理", DeskWords.Of(before.Bones), DeskWords.Of(after.Bones));
        Tell("骨灰盒", before.OwnUrn ? "自带" : "不自带", after.OwnUrn ? "自带" : "不自带");
        Tell("其他要求", before.Wishes.Length > 0 ? before.Wishes : "没有", after.Wishes.Length > 0 ? after.Wishes : "没有");
        var (old, now) = (before.Items.ToDictionary(i => i.Code), after.Items.ToDictionary(i => i.Code));
        foreach (var item in after.Items.Where(i => !old.ContainsKey(i.Code))) changes.Add($"增加：{item.Name} × {item.Quantity}");
        foreach (var item in before.Items.Where(i => !now.ContainsKey(i.Code))) changes.Add($"取消：{item.Name}");
        foreach (var item in after.Items.Where(i => old.TryGetValue(i.Code, out var was) && was.Quantity != i.Quantity)) changes.Add($"{item.Name}：× {old[item.Code].Quantity} → × {item.Quantity}");
        foreach (var item in after.Items.Where(i => old.TryGetValue(i.Code, out var was) && was.Fen != i.Fen)) changes.Add($"{item.Name}单价：{Yuan(old[item.Code].Fen)} → {Yuan(item.Fen)}");
        return changes;
    }

    private static string Count(int people) => people > 0 ? $"{people}人" : "未定";

    private static string Yuan(long? fen) => fen is { } f ? (f / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "元" : "待定价";
}
