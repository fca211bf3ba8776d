using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;

namespace Anmin.Funeral.Archive;

/// <summary>One line of the list that a case's archive must hold, after MZ/T 145-2019; from the pack file archive_items.csv.</summary>
internal sealed class ArchiveItem
{
    public required string Id { get; init; }

    /// <summary>cremation, burial, transfer, void or all.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>What in the system shows it, or <c>paper</c> for a scan only.</summary>
    public required string Shown { get; set; }

    public required bool Required { get; set; }

    public required int Place { get; set; }

    public string Note { get; set; } = "";

    public static IPackFile File { get; } = new TablePackFile<ArchiveItem>("archive_items.csv", 220,
        [PackColumn.Code("id").AsKey(), PackColumn.OneOf("kind", "all", "cremation", "burial", "transfer", "void"), PackColumn.Text("name", 60),
            PackColumn.OneOf("shown", "paper", "evidence", "pickup", "custody", "contract", "cremation", "certificate", "ashes", "burial", "transfer", "void"), PackColumn.OneOf("required", "yes", "no"), PackColumn.Whole("place", 1, 999), PackColumn.Text("note", 120).Optional()],
        row => new ArchiveItem { Id = row["id"], Kind = row["kind"], Name = row["name"], Shown = row["shown"], Required = row["required"] == "yes", Place = row.Whole("place"), Note = row["note"] })
    { WhenGone = (_, _) => Vanished.Removed };
}

/// <summary>归档: the case is over, its papers are together or why not is said. Append-only.</summary>
internal sealed class ArchiveFiling
{
    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required bool Complete { get; init; }

    /// <summary>Names of what was missing; empty when complete.</summary>
    public required string Missing { get; init; }

    public string? Reason { get; init; }

    public required string FiledBy { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>By the rule archive.retention of the day; null where there is none.</summary>
    public DateTimeOffset? RetainUntil { get; init; }
}

/// <summary>Every way the archive refuses.</summary>
internal static class ArchiveProblems
{
    public static readonly Problem ItemUnknown = new("funeral.archive.item", "归档清单里没有这一项。请从列表中选择。", ProblemKind.Invalid, "Item");

    public static readonly Problem CaseOpen = new("funeral.archive.open", "案卷还没有办结，不能归档。请先办完，或者作废。");

    public static readonly Problem Filed = new("funeral.archive.filed", "案卷已经归档。要更正的，请走更正登记，或写明原因补材料。", ProblemKind.Conflict);

    public static Problem Incomplete(string missing) => new("funeral.archive.incomplete", $"还缺：{missing}。请补齐，或写明缺少的原因（至少4个字）再归档。", ProblemKind.Refused, "Reason");
}

/// <summary>What of the list a case has.</summary>
internal static class Completeness
{
    public sealed record Line(string Item, string Name, bool Required, bool Held, string Shown, string Note);

    public static string KindOf(DeathCase c) => c switch
    {
        { VoidedAt: not null } => "void",
        { Remains.Place: BodyPlace.Released } => "transfer",
        { Contract.Disposition: Disposition.Burial } or { Remains.Place: BodyPlace.Buried } => "burial",
        _ => "cremation",
    };

    /// <param name="scanned">Items of which a scan is there.</param>
    public static IReadOnlyList<Line> Of(DeathCase c, IEnumerable<ArchiveItem> items, IReadOnlySet<string> scanned)
    {
        var kind = KindOf(c);
        return [.. items.Where(i => i.Kind == "all" || i.Kind == kind).OrderBy(i => i.Place).Select(i =>
        {
            var found = Found(c, i.Shown);
            return new Line(i.Id, i.Name, i.Required && !(kind == "void" && i.Kind == "all"), found is not null || scanned.Contains(i.Id), found ?? (scanned.Contains(i.Id) ? "有扫描件" : "缺"), i.Note);
        })];
    }

    public static string Missing(IEnumerable<Line> lines) => string.Join("、", lines.Where(l => l.Required && !l.Held).Select(l => l.Name));

    private static string? Found(DeathCase c, string shown) => shown switch
    {
        "evidence" => c.Evidence.Count > 0 ? c.Evidence[0].Number : null,
        "pickup" => c.Pickups.Find(p => p.PickedUpAt is not null)?.Number,
        "custody" => c.Remains!.Moves > 0 ? $"{c.Remains.Moves} 次交接" : null,
        "contract" => c.Contract is null ? null : "经办人已签名",
        "cremation" => c.Cremation is { FinishedAt: not null } ? "两人核对，已结束" : null,
        "certificate" => c.Certificates.Find(x => x.Status == CertificateStatus.Issued)?.Number,
        "ashes" => c.Absence is not null ? "无骨灰，家属已签字" : c.Ashes.Count > 0 && c.Ashes.TrueForAll(a => a.Status is not AshesStatus.Held) ? string.Join("、", c.Ashes.Where(a => a.Status is not AshesStatus.Split).Select(a => $"{a.Number} {CaseLabels.Of(a.Status)}")) : null,
        "burial" => c.Remains!.Place == BodyPlace.Buried ? "土葬已登记" : null,
        "transfer" => c.Remains!.Place == BodyPlace.Released ? "外运已登记" : null,
        "void" => c.VoidedAt is not null ? "两人批准作废" : null,
        _ => null,
    };
}
