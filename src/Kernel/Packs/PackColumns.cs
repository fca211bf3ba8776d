namespace Anmin.Kernel.Packs;

/// <summary>The checks every file shares: filled, well-formed, unique; then the file's own.</summary>
internal static class PackColumns
{
    public static void Check(IPackFile file, PackCheck check)
    {
        var rows = check.RowsOf(file.FileName);
        if (rows.Count == 0 && file.Required && check.City is { } city)
        {
            if (!check.Faults.Any(f => f.File.EndsWith("/" + file.FileName, StringComparison.Ordinal))) check.Fault($"{city.Id}/{file.FileName}", 0, 0, "缺少这个文件，或者没有一行");
            return;
        }
        foreach (var row in rows)
            foreach (var column in file.Columns)
                Cell(row, column, check);
        Unique(rows, file.Columns, check);
        file.Check(rows, check);
    }

    private static void Cell(PackRow row, PackColumn column, PackCheck check)
    {
        var text = row[column.Name];
        if (text.Length == 0)
        {
            if (column.Required) check.Fault(row, column.Name, "没有填");
            return;
        }
        if (column.Rule(text, check) is { } reason) check.Fault(row, column.Name, reason);
    }

    /// <summary>Within one folder a key stands once; a city may say anew what its base said.</summary>
    private static void Unique(IReadOnlyList<PackRow> rows, IReadOnlyList<PackColumn> columns, PackCheck check)
    {
        var keys = columns.Where(c => c.Key).Select(c => c.Name).ToList();
        if (keys.Count == 0) return;
        var first = new Dictionary<string, PackRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = row.Sheet.File + "\n" + string.Join("\n", keys.Select(k => row[k]));
            if (!first.TryAdd(key, row)) check.Fault(row, keys[0], $"“{string.Join(" ", keys.Select(k => row[k]).Where(v => v.Length > 0))}”与第{first[key].Line}行重复");
        }
    }
}
