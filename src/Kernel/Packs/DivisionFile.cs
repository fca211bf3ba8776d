using Anmin.Kernel.Divisions;

namespace Anmin.Kernel.Packs;

/// <summary>divisions.csv. Codes that vanish are retired, never deleted: old cases and ID numbers carry them.</summary>
internal static class DivisionFile
{
    private static readonly Dictionary<string, int> Levels = new() { ["nation"] = 1, ["province"] = 2, ["city"] = 4, ["county"] = 6, ["town"] = 9, ["village"] = 12 };

    public static TablePackFile<Division> Make() => new("divisions.csv", 10,
        [
            new("code", (text, _) => text.Length <= 12 && text.All(char.IsAsciiDigit) ? null : $"“{PackColumn.Short(text)}”应是最多12位数字") { Key = true },
            PackColumn.Text("name", 100), PackColumn.OneOf("level", [.. Levels.Keys]), PackColumn.Division("parent").Optional(),
            PackColumn.Date("effective_from").Optional(), PackColumn.Date("effective_to").Optional(), PackColumn.Division("successor").Optional(),
        ],
        row => new()
        {
            Code = row["code"],
            Name = row["name"],
            Level = row["level"],
            Parent = row.TextOrNull("parent"),
            EffectiveFrom = row.DateOrNull("effective_from"),
            EffectiveTo = row.DateOrNull("effective_to"),
            Successor = row.TextOrNull("successor"),
        })
    {
        Required = true,
        Further = Check,
        WhenGone = (d, scope) => scope.Owns(d.Code) || d.Code.Length <= 6 ? Vanished.Retired : Vanished.Kept,
        Retire = (d, scope) =>
        {
            if (d.EffectiveTo is not null) return false;
            d.EffectiveTo = scope.Today;
            return true;
        },
    };

    private static void Check(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        foreach (var row in rows)
        {
            var (code, level, parent) = (row["code"], row["level"], row["parent"]);
            if (Levels.TryGetValue(level, out var digits) && code.Length != digits) check.Fault(row, "code", $"{level} 的编码应有{digits}位，“{PackColumn.Short(code)}”有{code.Length}位");
            if (parent.Length == 0 && level != "nation") check.Fault(row, "parent", "没有填上级");
            // a person's data scope is "code starts with", so a parent must be a beginning of the code
            else if (parent.Length > 0 && parent != "0" && (parent.Length >= code.Length || !code.StartsWith(parent, StringComparison.Ordinal))) check.Fault(row, "parent", $"上级“{PackColumn.Short(parent)}”不是“{PackColumn.Short(code)}”的开头几位");
            if (row.DateOrNull("effective_to") < row.DateOrNull("effective_from")) check.Fault(row, "effective_to", $"止期 {row["effective_to"]} 早于起期 {row["effective_from"]}");
        }
    }
}
