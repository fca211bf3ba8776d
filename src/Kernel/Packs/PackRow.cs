using System.Globalization;

namespace Anmin.Kernel.Packs;

/// <summary>One file of one pack folder, as text. The first line names the columns.</summary>
public sealed class PackSheet(string file, IReadOnlyList<string> header)
{
    private readonly Dictionary<string, int> places = header.Select((name, i) => (name, i)).DistinctBy(p => p.name).ToDictionary(p => p.name, p => p.i);

    public string File => file;

    public IReadOnlyList<string> Header => header;

    public List<PackRow> Rows { get; } = [];

    /// <returns>Place of the column from 0, or -1.</returns>
    public int PlaceOf(string column) => places.GetValueOrDefault(column, -1);
}

/// <summary>One line of a sheet. A column that is not there reads as empty. Read typed values only after the check.</summary>
public sealed class PackRow(PackSheet sheet, int line, string[] cells)
{
    public PackSheet Sheet => sheet;

    public int Line => line;

    public string this[string column] => sheet.PlaceOf(column) is var at and >= 0 && at < cells.Length ? cells[at] : "";

    /// <summary>Null where the cell is empty.</summary>
    public string? TextOrNull(string column) => this[column] is { Length: > 0 } text ? text : null;

    public DateOnly Date(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? DateOrNull(string column)
        => DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public int Whole(string column) => int.Parse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>0 where the cell is empty.</summary>
    public int WholeOrZero(string column) => this[column].Length == 0 ? 0 : Whole(column);

    public decimal Number(string column) => decimal.Parse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture);

    public decimal? NumberOrNull(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>The words of a cell that lists several, parted by spaces.</summary>
    public IReadOnlyList<string> Words(string column) => this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
