using Anmin.Kernel.Actors;

namespace Anmin.Kernel.Packs;

/// <summary>Gathers every fault of a chain of packs, and answers what one file asks about another.</summary>
public sealed class PackCheck(KnownPermissions permissions)
{
    private readonly List<PackFault> faults = [];
    private readonly Dictionary<(string File, string Column), HashSet<string>> values = [];

    /// <summary>Rows of every file over the whole chain, by file name.</summary>
    internal Dictionary<string, IReadOnlyList<PackRow>> Rows { get; } = [];

    /// <summary>The city's pack.json; null while it could not be read.</summary>
    public PackProfile? City { get; internal set; }

    public IReadOnlyList<PackFault> Faults => [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    public IReadOnlyList<PackRow> RowsOf(string file) => Rows.GetValueOrDefault(file) ?? [];

    public bool Has(string file, string column, string value)
    {
        if (!values.TryGetValue((file, column), out var known))
            values[(file, column)] = known = RowsOf(file).Select(r => r[column]).ToHashSet(StringComparer.Ordinal);
        return known.Contains(value);
    }

    /// <summary>Every permission that a word of a role grants: an exact code, <c>funeral.*</c>, or <c>*</c>.</summary>
    public IEnumerable<Permission> PermissionsOf(string word) => permissions.CoveredBy(word);

    /// <summary>A letter and pack.json are one row of one file: a line and column of ours would mean nothing there.</summary>
    public void Fault(PackRow row, string column, string reason) => faults.Add(row.Sheet.File.EndsWith(".csv", StringComparison.Ordinal)
        ? new(row.Sheet.File, row.Line, row.Sheet.PlaceOf(column) + 1, column, reason)
        : new(row.Sheet.File, 0, 0, column is "body" or "profile" ? "" : column, reason));

    public void Fault(string file, int line, int column, string reason) => faults.Add(new(file, line, column, "", reason));

    public void Notice(string file, int line, string reason) => faults.Add(new(file, line, 0, "", reason, Notice: true));

    /// <summary>Periods of one thing must not overlap: two answers for one day are none.</summary>
    public void Periods(IEnumerable<PackRow> rows, Func<PackRow, string> of, string from = "effective_from", string to = "effective_to")
    {
        foreach (var group in rows.Where(r => r.DateOrNull(from) is not null && r.DateOrNull(to) is var end && (end is not null || r[to].Length == 0)).GroupBy(of))
        {
            PackRow? before = null;
            foreach (var row in group.OrderBy(r => r.DateOrNull(from)))
            {
                if (row.DateOrNull(to) < row.DateOrNull(from)) Fault(row, to, $"止期 {row[to]} 早于起期 {row[from]}");
                if (before is not null && (before.DateOrNull(to) is not { } end || end >= row.DateOrNull(from)))
                    Fault(row, from, $"与第{before.Line}行（{before.Sheet.File}）的有效期重叠：“{group.Key}”自 {before[from]} 起{(before[to].Length == 0 ? "没有止期" : "至 " + before[to])}");
                if (before is null || (before[to].Length > 0 && (row[to].Length == 0 || row.DateOrNull(to) > before.DateOrNull(to)))) before = row;
            }
        }
    }
}

/// <summary>Every permission of the kernel and the modules, for the check of roles and the screen that shows them.</summary>
public sealed record KnownPermissions(IReadOnlyList<Permission> All)
{
    public IEnumerable<Permission> CoveredBy(string word) => new Grant(word, DataScope.Nothing) is var grant ? All.Where(p => grant.Covers(p.Code)) : [];
}
