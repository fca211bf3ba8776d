namespace Anmin.Kernel.Packs;

/// <summary>Reads one CSV of a pack into rows that know their line. Every fault of form is noted.</summary>
internal static class PackCsv
{
    private const int MostRows = 500_000;
    private const int MostCell = 10_000;

    /// <returns>Null where the file could not be read at all.</returns>
    public static PackSheet? Read(string path, string file, IReadOnlyList<PackColumn> columns, PackCheck check)
    {
        if (PackText.Read(path, file, PackText.MostBytes, check) is not { } text) return null;
        using var lines = new CsvLines(text).All().GetEnumerator();
        if (!lines.MoveNext())
        {
            check.Fault(file, 1, 1, "文件是空的，第一行应是列名：" + string.Join(",", columns.Select(c => c.Name)));
            return null;
        }
        var sheet = new PackSheet(file, lines.Current.Cells);
        var readable = Header(sheet, columns, check);
        while (lines.MoveNext())
        {
            var (number, cells, fault) = lines.Current;
            if (fault is not null) check.Fault(file, number, 0, fault);
            else if (cells.Length != sheet.Header.Count) check.Fault(file, number, Math.Min(cells.Length, sheet.Header.Count) + 1, $"应有{sheet.Header.Count}列，这一行有{cells.Length}列");
            else if (Array.FindIndex(cells, c => c.Length > MostCell) is var wide and >= 0) check.Fault(file, number, wide + 1, $"单元格有{cells[wide].Length}个字符，最多{MostCell}个");
            else if (readable) sheet.Rows.Add(new(sheet, number, cells));
            if (sheet.Rows.Count <= MostRows) continue;
            check.Fault(file, number, 0, $"超过{MostRows}行");
            break;
        }
        return sheet;
    }

    private static bool Header(PackSheet sheet, IReadOnlyList<PackColumn> columns, PackCheck check)
    {
        var names = columns.Select(c => c.Name).ToList();
        var fine = true;
        for (var i = 0; i < sheet.Header.Count; i++)
        {
            if (!names.Contains(sheet.Header[i])) Note(i + 1, $"不认识的列“{PackColumn.Short(sheet.Header[i])}”，可用的列：{string.Join("、", names)}");
            else if (sheet.PlaceOf(sheet.Header[i]) != i) Note(i + 1, $"列“{sheet.Header[i]}”写了两次");
        }
        foreach (var column in columns.Where(c => c.Required && sheet.PlaceOf(c.Name) < 0))
        {
            Note(0, $"缺少列“{column.Name}”");
            fine = false;
        }
        return fine;

        void Note(int at, string reason) => check.Fault(sheet.File, 1, at, reason);
    }
}
