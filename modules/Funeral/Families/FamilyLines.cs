using System.Text.Json;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Scheduling;
using Anmin.Kernel.Journal;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Families;

/// <summary>A line of the case's journal in words a family reads.</summary>
internal sealed class FamilyLines(IStaffDirectory staff, IReadOnlyDictionary<string, string> places, TimeZoneInfo zone)
{
    public FamilyCase.Line Of(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var (what, note) = Words(entry.Kind, data.RootElement);
        var person = staff.Find(entry.Actor);
        var who = entry.Actor switch { "public" => "家属", "system" => "系统", _ => person?.Name ?? "工作人员" };
        return new(DateTimeOffset.UnixEpoch.AddTicks(entry.At * 10), who, entry.Actor == "public" ? "网上" : person?.Post, what, note, Convert.ToHexStringLower(entry.Hash));
    }

    private (string What, string? Note) Words(string kind, JsonElement data) => kind switch
    {
        "case.reported" => ("报告去世，开立案卷", null),
        "case.assigned" => ("确定殡仪馆的承办人", null),
        "handler.added" => ("登记经办人", null),
        "pickup.requested" => ("预约接运", Text(data, "number")),
        "pickup.cancelled" => ("停止办理接运", null),
        "pickup.dispatched" => ("派出接运车", Sent(data)),
        "pickup.reassigned" => ("改派接运车", Sent(data)),
        "pickup.failed" => ("接运车没有接到", null),
        "trip.accepted" => ("司机接单", null),
        "trip.departed" => ("接运车出发", null),
        "trip.arrived" => ("接运车到达", null),
        "trip.loaded" => ("已接到，送往殡仪馆", null),
        "trip.handed-over" => ("送到殡仪馆，交给接收人", null),
        "trip.picture" => ("留存照片或签名", null),
        "tag.issued" => ("系上腕带", Text(data, "tag")),
        "custody.moved" => Moved(data),
        "evidence.attached" => ("收到死亡证明", null),
        "hold.placed" => ("暂停处置", null),
        "hold.lifted" => ("解除暂停", null),
        "schedule.wished" => ("登记对告别和火化时间的希望", null),
        "schedule.moved" => ($"{PlanWords.Purpose(Text(data, "purpose") ?? "")}改了时间", $"原{Time(data, "was")}，改到{Time(data, "at")}，{Text(data, "place")}"),
        "disposition.confirmed" => ("经办人签名，确认丧葬方式", Enum.TryParse<Disposition>(Text(data, "disposition"), out var chosen) ? CaseLabels.Of(chosen) : null),
        "cremation.first-scan" => ("火化前，第一人核对腕带", null),
        "cremation.started" => ("第二人核对腕带，开始火化", "两名火化工分别核对"),
        "cremation.finished" => ("火化结束", null),
        "ashes.collected" => ("收好骨灰，贴上标签", Text(data, "number")),
        "ashes.split" => ("分装骨灰", null),
        "certificate.issued" => ("开具火化证明", Text(data, "number")),
        "certificate.replaced" => ("补发火化证明，原编号不再有效", Text(data, "number")),
        "certificate.voided" => ("作废火化证明", Text(data, "number")),
        "burial.recorded" => ("登记安葬", null),
        "transfer.approved" => ("批准外运", Text(data, "destination")),
        "fact.corrected" => ("更正登记事项", Text(data, "fact") switch { "Name" => "姓名", "PersonId" => "证件号码", "Sex" => "性别", "BirthDate" => "出生日期", "DiedAt" => "去世时间", _ => null }),
        "void.requested" => ("申请作废案卷", null),
        "case.voided" => ("作废案卷", null),
        "case.closed" => ("案卷办结", null),
        "case.shared" => ("发出查看链接", null),
        "case.share-ended" => ("收回查看链接", null),
        "arrangement.quoted" => ("殡仪馆出具报价单", Text(data, "number")),
        "arrangement.signed" => ("经办人签报价单和治丧服务合同", Text(data, "contractNumber")),
        "arrangement.withdrawn" => ("收回没有签的报价单", Text(data, "number")),
        "paper.signed" => ("签名", Enum.TryParse<Signatures.PaperKind>(Text(data, "kind"), out var paper) ? Signatures.SignedPaper.Label(paper) : null),
        "belongings.recorded" => ("登记随身物品", null),
        "belongings.checked" => ("第二人核对随身物品", null),
        "belongings.returned" => ("交还随身物品，领取人签名", null),
        "belongings.with-ashes" => ("随身物品随骨灰", null),
        "attachment.added" => (data.TryGetProperty("byFamily", out var family) && family.ValueKind == JsonValueKind.True ? "家属交来材料" : "添加材料", null),
        "attachment.replaced" => ("换了一份材料", null),
        "attachment.withdrawn" => ("撤回一份材料", null),
        "attachment.turned" => ("转正一份材料", null),
        "village.visited" => ("村（社区）走访", null),
        "case.unassigned" => ("撤回承办人的分派", null),
        "note.written" => ("工作人员写备注", null),
        "tag.reprinted" => ("补打腕带，号码不变", Text(data, "tag")),
        "furnace.called" => ("火化呼号", null),
        "furnace.screen-name" => ("登记大屏是否显示姓名", null),
        "cremation.second-scan" => ("火化前，第二人核对腕带", null),
        "cremation.reading" => ("登记火化能耗", null),
        "ashes.none" => ("登记没有骨灰，经办人已签名", null),
        "ashes.signed" => ("领取骨灰，签名", Text(data, "ashes")),
        "archive.paper" => ("归入档案材料", null),
        "archive.filed" => ("归档", Text(data, "number")),
        "stay.extended" => ("登记存放延期", Text(data, "number")),
        "stay.notified" => ("签发逾期处理告知书", Text(data, "number")),
        "stay.received" => ("登记告知书送达", null),
        "stay.announced" => ("发布公告", Text(data, "number")),
        "stay.proposed" => ("报民政局出具意见", null),
        "stay.decided" => ("民政局出具意见", Text(data, "number")),
        "stay.ended" => ("停止逾期处理", null),
        "disposition.by-opinion" => ("按民政局意见确认火化", null),
        "preparation.ordered" => ("开遗体整理单", Text(data, "number")),
        "preparation.started" => ("开始遗体整理", null),
        "preparation.finished" => ("完成遗体整理", null),
        "preparation.cancelled" => ("停止遗体整理", null),
        "preparation.photo" => ("封存整理照片", null),
        "ceremony.described" => ("登记仪式情况", null),
        "ceremony.ready" => ("告别厅就绪", null),
        "ceremony.started" => ("仪式开始", null),
        "ceremony.ended" => ("仪式结束", null),
        "twins.settled" => ("核对是否重复登记", null),
        _ => ("其他登记", null),
    };

    private string Sent(JsonElement data) => $"{(Text(data, "vehicle") is { } car ? places.GetValueOrDefault(car, "") : "")}，{Person(Text(data, "driver"))}、{Person(Text(data, "secondCrew"))}".TrimStart('，');

    private (string What, string? Note) Moved(JsonElement data)
    {
        if (Text(data, "to")?.StartsWith(nameof(BodyPlace.Cremated), StringComparison.Ordinal) == true) return ("遗体火化完成", Place(Text(data, "from"), true));
        var isBody = Text(data, "item") == Custody.CustodyMove.Body;
        var note = $"{Place(Text(data, "from"), isBody)} → {Place(Text(data, "to"), isBody)}，{Person(Text(data, "givenBy"))}交给{Person(Text(data, "takenBy"))}";
        return (isBody ? "交接遗体" : $"交接骨灰{Text(data, "item")}", note);
    }

    private string Place(string? text, bool isBody)
    {
        var parts = (text ?? "").Split(':', 2);
        var id = parts.Length > 1 ? parts[1] : "";
        if (places.TryGetValue(id, out var name)) return name;
        if (isBody) return Enum.TryParse<BodyPlace>(parts[0], out var body) ? CaseLabels.Of(body) : "";
        return Enum.TryParse<AshesStatus>(parts[0], out var ashes) ? CaseLabels.Of(ashes) : "";
    }

    private string Person(string? id) => id switch { "family" => "家属", "hospital" => "医院", "police" => "公安", null => "", _ => staff.Find(id)?.Name ?? "工作人员" };

    private string Time(JsonElement data, string name) => DateTimeOffset.TryParse(Text(data, name), System.Globalization.CultureInfo.InvariantCulture, out var at) ? ChineseTime.Moment(at, zone) : "";

    private static string? Text(JsonElement data, string name) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
