using Anmin.Funeral.Arrangement;
using System.Collections.Frozen;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Desk;

/// <summary>The fields of the desk as typed, by name; what a draft keeps and a submit carries.</summary>
internal sealed class DeskForm(IReadOnlyDictionary<string, string> fields)
{
    public const string ItemPrefix = "item.";

    private const int Longest = 400, Most = 120;

    public static FrozenSet<string> Known { get; } = new[]
    {
        // 逝者
        "Name", "NameUnknown", "IdType", "IdNumber", "Sex", "BirthDate", "Ethnicity", "DiedAt", "PlaceKind", "Place", "Address", "Infectious", "Unnatural",
        // 经办人
        "Handler", "HandlerName", "HandlerIdNumber", "HandlerPhone", "Relation",
        // 死亡证明
        "EvidenceKind", "EvidenceNumber", "EvidenceIssuedOn", "EvidenceIssuer", "EvidenceIssuerOther",
        // 选择
        "Disposition", "Furnace", "Bones", "OwnUrn", "Wishes", "People", "Hall", "FarewellAt", "Cremator", "CremationAt", "Pickup",
    }.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Fields => fields;

    public string? this[string name] => fields.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public bool Ticked(string name) => this[name] == "true";

    /// <summary>Code and quantity as typed, those that are not empty or 0.</summary>
    public IEnumerable<(string Code, string Quantity)> Items => fields.Where(f => f.Key.StartsWith(ItemPrefix, StringComparison.Ordinal) && f.Value.Trim() is not ("" or "0")).Select(f => (f.Key[ItemPrefix.Length..], f.Value.Trim()));

    /// <summary>Nothing but fields of this page, none of them endless.</summary>
    public static Problem? Check(IReadOnlyDictionary<string, string>? changed)
    {
        if (changed is null || changed.Count > Most || changed.Keys.Any(n => !IsKnown(n))) return ArrangementProblems.FieldUnknown;
        return changed.FirstOrDefault(f => f.Value is { Length: > Longest }) is { Key: { } name } ? ArrangementProblems.FieldLong.At(name) : null;
    }

    public static bool IsKnown(string name) => Known.Contains(name) || (name.StartsWith(ItemPrefix, StringComparison.Ordinal) && name.Length is > 5 and < 46);
}
