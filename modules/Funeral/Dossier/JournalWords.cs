using Anmin.Funeral.Evidence;
using System.Globalization;
using System.Text.Json;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Emissions;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Journal;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Dossier;

/// <summary>The case's journal as sentences: who, what, of what; newest first. Hidden values stay hidden, the journal itself holds none.</summary>
internal sealed class JournalWords(Who who, CaseFile file, Attachments.AttachmentDesk attachments)
{
    public IReadOnlyList<JournalLine> Lines(DeathCase c, IReadOnlyList<JournalEntry> journal, IReadOnlyList<AuditRow> looks, JournalNames names)
    {
        var lines = journal.Select(e => Line(c, e, names))
            .Concat(looks.Select(a => new JournalLine(0, a.At, a.ActorName, a.Post, "看", a.UseCase == nameof(Attachments.SeeAttachment) ? "材料" : "隐去的个人信息", null, null, a.Reason is null ? null : $"理由：{a.Reason}", "look", "")));
        return [.. lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Seq)];
    }

    private string Time(string at) => DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var moment) ? ChineseTime.Moment(moment, file.Zone) : at;

    private JournalLine Line(DeathCase c, JournalEntry entry, JournalNames names)
    {
        using var json = JsonDocument.Parse(entry.Data);
        var data = json.RootElement;
        string Text(string name) => data.TryGetProperty(name, out var v) ? v.ValueKind == JsonValueKind.String ? v.GetString() ?? "" : v.ToString() : "";
        var at = DateTimeOffset.UnixEpoch.AddTicks(entry.At * 10);
        var (act, subject, note, group) = Words(entry.Kind, Text, names);
        var (before, after) = entry.Kind == "custody.moved" ? (Place(Text("from"), names.Places), Place(Text("to"), names.Places)) : (null, null);
        if (entry.Kind == "fact.corrected" && c.Corrections.Find(x => x.At == at) is { } correction) note = $"原因：{correction.Reason}";
        if (entry.Kind == "note.written" && Guid.TryParse(Text("note"), out var written)) note = names.Notes.GetValueOrDefault(written);
        return new(entry.Seq, at, who.Name(entry.Actor), who.Post(entry.Actor), act, subject, before, after, note, group, Convert.ToHexStringLower(entry.Hash));
    }

    private (string Act, string? Subject, string? Note, string Group) Words(string kind, Func<string, string> text, JournalNames names) => kind switch
    {
        "case.reported" => ("登记", "去世报告", null, "business"),
        "case.assigned" => ("分派", $"承办人 {who.Name(text("clerk"))}", null, "business"),
        "case.unassigned" => ("撤回", "分派", "没有承办人", "business"),
        "case.shared" => ("家属发出", "查看链接", $"到{Time(text("until"))}", "business"),
        "case.share-ended" => ("家属收回", "查看链接", null, "business"),
        "note.written" => ("写", "备注", null, "note"),
        "handler.added" => ("登记", "经办人", text("relation"), "business"),
        "evidence.attached" => ("登记", Enum.TryParse<EvidenceKind>(text("kind"), out var e) ? DeathEvidence.Label(e) : "死亡证明", $"{text("issuedOn")}开具", "paper"),
        "pickup.requested" => ("预约", "接运", text("number"), "business"),
        "pickup.cancelled" => ("停止办理", "接运", null, "business"),
        "pickup.dispatched" => ("派车", "接运", $"{names.Places.GetValueOrDefault(text("vehicle"), text("vehicle"))}，{who.Name(text("driver"))}、{who.Name(text("secondCrew"))}", "business"),
        "pickup.reassigned" => ("改派", "接运", $"{names.Places.GetValueOrDefault(text("vehicle"), text("vehicle"))}，{who.Name(text("driver"))}、{who.Name(text("secondCrew"))}", "business"),
        "pickup.failed" => ("登记", "未接成", Enum.TryParse<PickupFailure>(text("why"), out var f0) ? TransportOrder.Label(f0) : null, "business"),
        "trip.accepted" => ("接单", "接运", null, "business"),
        "trip.departed" => ("出发", "接运", null, "business"),
        "trip.arrived" => ("到达", "接运现场", null, "business"),
        "trip.loaded" => ("装车", "遗体", null, "business"),
        "trip.handed-over" => ("送到", "殡仪馆", null, "business"),
        "attachment.added" => (text("byFamily") is "True" or "true" ? "家属交来" : "添加", attachments.LabelOf(text("type")), null, "paper"),
        "attachment.replaced" => ("换", attachments.LabelOf(text("type")), $"第{text("edition")}版", "paper"),
        "attachment.withdrawn" => ("撤回", attachments.LabelOf(text("type")), null, "paper"),
        "attachment.turned" => ("转正", attachments.LabelOf(text("type")), null, "paper"),
        "attachment.blocked" => ("拦截", attachments.LabelOf(text("type")), "病毒扫描没有通过", "paper"),
        "village.visited" => ("走访", "家属", text("on"), "business"),
        "trip.picture" => ("留存", text("kind") == "Photo" ? "现场照片" : "签名", null, "file"),
        "schedule.wished" => ("登记", "告别和火化的希望时间", null, "business"),
        "schedule.moved" => ("改期", PlanWords.Purpose(text("purpose")), $"原{Time(text("was"))}，改到{Time(text("at"))}，{text("place")}", "business"),
        "tag.reprinted" => ("补打", $"腕带 {text("tag")}", "号码不变", "custody"),
        "tag.issued" => ("系", $"腕带 {text("tag")}", null, "custody"),
        "custody.moved" => ("交接", $"{who.Name(text("givenBy"))} → {who.Name(text("takenBy"))}", text("item") is "body" ? null : text("item"), "custody"),
        "hold.placed" => ("暂停", Enum.TryParse<HoldKind>(text("kind"), out var h) ? CaseLabels.Of(h) : "处置", null, "business"),
        "hold.lifted" => ("解除", "暂停", null, "business"),
        "disposition.confirmed" => ("确认", Enum.TryParse<Disposition>(text("disposition"), out var d) ? CaseLabels.Of(d) : "丧葬方式", "经办人已签名", "paper"),
        "cremation.first-scan" => ("核对", "腕带", "第一人", "custody"),
        "cremation.second-scan" => ("核对", "腕带", "第二人", "custody"),
        "furnace.called" => ("呼号", names.Places.GetValueOrDefault(text("cremator"), text("cremator")), text("byName") is "True" or "true" ? "叫姓名" : "叫号码", "business"),
        "furnace.screen-name" => ("登记", "大屏显示姓名", text("mayShow") is "True" or "true" ? "家属同意" : "家属不同意", "business"),
        "cremation.reading" => ("登记", "火化能耗", Used(text), "business"),
        "cremation.started" => ("开始", "火化", $"{names.Places.GetValueOrDefault(text("cremator"), text("cremator"))}，{who.Name(text("firstOperator"))}、{who.Name(text("secondOperator"))}两人扫标签", "business"),
        "cremation.finished" => ("结束", "火化", null, "business"),
        "certificate.issued" => ("签发", $"火化证明 {text("number")}", Edition(text("edition")), "paper"),
        "certificate.replaced" => ("补发", $"火化证明 {text("by")}", $"原证明 {text("number")} 停用", "paper"),
        "certificate.voided" => ("作废", $"火化证明 {text("number")}", null, "paper"),
        "ashes.collected" => ("收殓", $"骨灰 {text("number")}", null, "custody"),
        "ashes.none" => ("登记", "没有骨灰", "经办人已签名", "custody"),
        "ashes.signed" => ("签", "骨灰领取单", text("ashes"), "paper"),
        "archive.paper" => (text("correction") is "True" or "true" ? "更正" : "归入", "档案材料", names.Papers.GetValueOrDefault(text("item")), "paper"),
        "archive.filed" => ("归档", $"一尸一档 {text("number")}", text("complete") is "True" or "true" ? "材料齐全" : "材料不全", "paper"),
        "ashes.split" => ("分装", $"骨灰 {text("number")}", null, "custody"),
        "stay.extended" => ("登记", $"存放延期 {text("number")}", null, "paper"),
        "stay.notified" => ("签发", $"逾期处理告知书 {text("number")}", null, "paper"),
        "stay.received" => ("登记", "告知书送达", Enum.TryParse<Stays.DeliveryWay>(text("way"), out var way) ? Stays.StayWords.Of(way) : null, "paper"),
        "stay.announced" => ("发布", $"公告 {text("number")}", null, "paper"),
        "stay.proposed" => ("报", "民政局出具意见", null, "business"),
        "stay.decided" => ("出具", $"民政意见书 {text("number")}", text("approve") is "True" or "true" ? "同意" : "不同意", "paper"),
        "stay.ended" => ("停止", "逾期处理", null, "business"),
        "disposition.by-opinion" => ("签字", "按民政意见确认火化", $"意见书 {text("opinion")}", "paper"),
        "preparation.ordered" => ("开", $"遗体整理单 {text("number")}", null, "business"),
        "preparation.started" => ("开始", $"遗体整理 {text("number")}", null, "business"),
        "preparation.finished" => ("完成", $"遗体整理 {text("number")}", null, "business"),
        "preparation.cancelled" => ("停止", $"遗体整理 {text("number")}", null, "business"),
        "preparation.photo" => ("封存", "整理照片", text("number"), "business"),
        "ceremony.described" => ("登记", "仪式情况", null, "business"),
        "ceremony.ready" => ("就绪", names.Places.GetValueOrDefault(text("hall"), "厅"), null, "business"),
        "ceremony.started" => ("开始", Ceremonies.CeremonyWords.Purpose(text("purpose")), names.Places.GetValueOrDefault(text("hall")), "business"),
        "ceremony.ended" => ("结束", "仪式", names.Places.GetValueOrDefault(text("hall")), "business"),
        "burial.recorded" => ("登记", "土葬", null, "business"),
        "transfer.approved" => ("登记", "外运", $"{text("destination")}，{text("approvalNumber")}", "business"),
        "fact.corrected" => ("更正", Enum.TryParse<CaseFact>(text("fact"), out var f) ? FactWords.Of(f) : "登记事项", null, "business"),
        "arrangement.quoted" => ("出", $"报价单 {text("number")}", $"第{text("edition")}版", "paper"),
        "arrangement.signed" => ("签", $"治丧服务合同 {text("contractNumber")}", $"第{text("edition")}版，经办人已签名", "paper"),
        "arrangement.withdrawn" => ("收回", $"报价单 {text("number")}", "没有签名，由新的代替", "paper"),
        "paper.signed" => ("签", Enum.TryParse<Signatures.PaperKind>(text("kind"), out var p) ? Signatures.SignedPaper.Label(p) : "文书", text("way") == "Pad" ? "签名板" : "纸质件", "paper"),
        "belongings.recorded" => ("登记", "随身物品", null, "custody"),
        "belongings.checked" => ("核对", "随身物品", "第二人", "custody"),
        "belongings.returned" => ("交还", "随身物品", "领取人已签名", "custody"),
        "belongings.with-ashes" => ("登记", "随身物品随骨灰", null, "custody"),
        "twins.settled" => ("核对", "疑似重复", text("same") is "True" or "true" ? "是同一人" : "不是同一人", "business"),
        "void.requested" => ("申请", "作废案卷", null, "business"),
        "case.voided" => ("批准", "作废案卷", null, "business"),
        "case.closed" => ("办结", "案卷", null, "business"),
        _ => ("登记", kind, null, "business"),
    };

    private static string? Used(Func<string, string> text)
        => Enum.TryParse<FuelKind>(text("fuel"), out var fuel) && text("amount") is { Length: > 0 } amount ? $"{CremationReading.Label(fuel)} {amount} {CremationReading.Unit(fuel)}".TrimEnd() : null;

    /// <summary>Ids of furnaces, vehicles and halls that the entries name.</summary>
    public static IEnumerable<string> PlacesIn(IEnumerable<JournalEntry> journal)
    {
        foreach (var entry in journal)
        {
            using var json = JsonDocument.Parse(entry.Data);
            foreach (var name in (string[])["cremator", "vehicle", "hall"])
                if (json.RootElement.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String) yield return id.GetString()!;
        }
    }

    private static string? Edition(string edition) => int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 1 ? $"第{n}份" : null;

    private static string Place(string end, IReadOnlyDictionary<string, string> places)
    {
        var colon = end.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? end : PlaceWords.Of(end[..colon], end[(colon + 1)..], places);
    }
}

/// <summary>What the journal names only by id: places by code, notes, papers of the archive by code.</summary>
internal sealed record JournalNames(IReadOnlyDictionary<string, string> Places, IReadOnlyDictionary<Guid, string> Notes, IReadOnlyDictionary<string, string> Papers);

internal static class FactWords
{
    public static string Of(CaseFact fact) => fact switch { CaseFact.Name => "姓名", CaseFact.PersonId => "证件号码", CaseFact.Sex => "性别", CaseFact.BirthDate => "出生日期", _ => "去世时间" };
}
