using System.Globalization;
using System.Text.Json;
using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Standards;
using Anmin.Kernel.Journal;
using Anmin.Ui.Records;
using Anmin.Ui.Status;
using Anmin.Ui.Words;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>States, bases and the journal as people read them.</summary>
internal static class RightWords
{
    public static (StatusShape Shape, string Word) Of(RightState state) => state switch
    {
        RightState.Held => (StatusShape.Wait, "留位"),
        RightState.Signed => (StatusShape.Todo, "待交费"),
        RightState.Paid => (StatusShape.Todo, "待发证"),
        RightState.Active => (StatusShape.Ok, "有效"),
        RightState.Ended => (StatusShape.Wait, "已终止"),
        RightState.Lapsed => (StatusShape.Wait, "已到期放开"),
        _ => (StatusShape.Wait, "已取消"),
    };

    public static string Of(RightKind kind) => kind switch { RightKind.Grave => "墓位", RightKind.Niche => "格位", RightKind.Eco => "生态安葬", _ => "寄存" };

    public static string Of(RightEnding ending) => ending switch
    {
        RightEnding.Relocated => "迁出",
        RightEnding.Returned => "退回",
        RightEnding.Collected => "领取",
        RightEnding.Reclaimed => "到期收回",
        _ => "依法处置",
    };

    public static string Of(RightBasis basis) => BasisJudge.Word(basis);

    public static StatusShape Shape(VerdictGrade grade) => grade switch { VerdictGrade.Met => StatusShape.Ok, VerdictGrade.Warned => StatusShape.Todo, _ => StatusShape.Bad };

    public static string Of(VerdictGrade grade) => grade switch { VerdictGrade.Met => "符合", VerdictGrade.Warned => "请留意", VerdictGrade.Broken => "不符合", _ => "缺规则" };

    public static TimelineEntry Line(JournalEntry entry, Func<string, string> name, TimeZoneInfo zone)
    {
        using var json = JsonDocument.Parse(entry.Data);
        string Text(string key) => json.RootElement.TryGetProperty(key, out var v) ? v.ValueKind == JsonValueKind.String ? v.GetString() ?? "" : v.ToString() : "";
        var at = DateTimeOffset.UnixEpoch.AddTicks(entry.At * 10);
        var (act, subject, note) = Words(entry.Kind, Text, name, zone);
        return new TimelineEntry(at, name(entry.Actor) is { Length: > 0 } who ? who : "系统", act, subject) { Note = note };
    }

    private static (string Act, string Subject, string? Note) Words(string kind, Func<string, string> text, Func<string, string> name, TimeZoneInfo zone) => kind switch
    {
        "right.held" => ("留", "位", DateTimeOffset.TryParse(text("lapsesAt"), CultureInfo.InvariantCulture, out var until) ? $"到{ChineseTime.Stamp(until, zone)}" : null),
        "right.signed" => ("签", $"合同 {text("number")}", text("approvedBy") is { Length: > 0 } second ? $"第二人 {name(second)}" : null),
        "right.billed" => ("出具", "费用清单", null),
        "right.paid" => ("收齐", "费用", null),
        "right.paid-late" => ("收到", "合同放开以后的款项", "等退费"),
        "right.refund-asked" => ("申请", "退费", null),
        "right.activated" => ("发", $"证 {text("certificate")}", null),
        "right.renewed" => ("续期", $"到 {text("until")}", $"第 {text("seq")} 期"),
        "right.renewal-billed" => ("出具", "续期费用清单", null),
        "right.care-paid" => ("收", "维护管理费", $"到 {text("until")}"),
        "right.lapsed" => ("放开", "墓位", "到期"),
        "right.cancelled" => ("取消", "留位或者合同", text("reason")),
        "right.ended" => ("终止", "合同", Enum.TryParse<RightEnding>(text("ending"), out var ending) ? Of(ending) : null),
        "right.end-reason" => ("登记", "终止原因", text("reason")),
        "right.passed-on" => ("变更", "持证人", text("reason")),
        "right.holder-changed" => ("收齐", "权利人同意", $"{text("heirs")} 人"),
        "right.disputed" => ("登记", "争议", text("reason")),
        "right.dispute-settled" => ("登记", "争议处理结果", text("how")),
        "right.approval-asked" => ("申请", Matter(text("matter")), null),
        "right.approval-decided" => (text("approve") is "True" or "true" ? "同意" : "不同意", Matter(text("matter")), null),
        "right.heir-registered" => ("登记", "权利人", text("relation")),
        "right.heir-agreed" => ("登记", "权利人书面同意", text("paper")),
        "right.evidence-noted" => ("核对", "外地证明", text("note")),
        "right.warned" => ("提示", "须留意", text("actual")),
        _ => ("登记", kind, null),
    };

    private static string Matter(string matter) => Enum.TryParse<ApprovalMatter>(matter, out var known) ? ApprovalWords.Of(known) : matter;
}
