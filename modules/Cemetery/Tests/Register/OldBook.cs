using System.Globalization;
using System.Text;
using Anmin.Cemetery.Register.Rows;

namespace Anmin.Cemetery.Tests.Register;

/// <summary>Invented registers: same section and count, same rows.</summary>
internal static class OldBook
{
    private static readonly string[] Given = ["兰", "明", "秀英", "建国", "桂花", "文", "德贵", "淑珍", "国强", "玉", "云", "海"];
    private static readonly string[] Families = ["周", "吴", "郑", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕"];

    public static string Name(int i) => Families[i % Families.Length] + Given[i / Families.Length % Given.Length];

    /// <summary>A sound row of a plot: a contract of 1990 to 2009, renewed twice, one or two persons.</summary>
    public static string[] Row(string section, int i)
    {
        var year = 1990 + (i % 20);
        var row = new string[RegisterColumns.All.Count];
        Array.Fill(row, "");
        void Put(string column, string text) => row[RegisterColumns.At(column)] = text;
        Put(RegisterColumns.Section, section);
        Put(RegisterColumns.Kind, "墓葬");
        Put(RegisterColumns.Row, Text((i / 50) + 1));
        Put(RegisterColumns.Number, Text((i % 50) + 1));
        Put(RegisterColumns.Capacity, "2");
        Put(RegisterColumns.Stone, "卧碑");
        Put(RegisterColumns.Area, "0.80");
        Put(RegisterColumns.Height, "60");
        Put(RegisterColumns.X, Text((i % 50) * 150));
        Put(RegisterColumns.Y, Text((i / 50) * 200));
        Put(RegisterColumns.Contract, $"{section}-{year}-{i:D5}");
        Put(RegisterColumns.Holder, Name(i));
        Put(RegisterColumns.HolderPhone, $"138{i:D8}");
        Put(RegisterColumns.Relation, "子女");
        Put(RegisterColumns.SignedOn, $"{year}-04-05");
        Put(RegisterColumns.From, $"{year}-04-05");
        Put(RegisterColumns.Until, $"{year + 10}-04-04");
        Put(RegisterColumns.Renewals[0], $"{year + 20}-04-04");
        Put(RegisterColumns.UseFee, "1200.50");
        Put(RegisterColumns.CareFee, "20");
        Put(RegisterColumns.CarePaid, $"{year + 15}-04-04");
        Put(RegisterColumns.Certificate, $"证{section}{i:D5}");
        Put(RegisterColumns.Persons[0][0], Name(i + 7));
        Put(RegisterColumns.Persons[0][2], $"{year}-03-30");
        Put(RegisterColumns.Persons[0][3], $"{year}-04-05");
        if (i % 3 == 0) Put(RegisterColumns.Persons[1][0], Name(i + 11));
        if (i % 3 == 0) Put(RegisterColumns.Persons[1][2], (year + 5).ToString(CultureInfo.InvariantCulture) + "年");
        return row;
    }

    public static byte[] Csv(IEnumerable<string[]> rows, Encoding? encoding = null) => (encoding ?? new UTF8Encoding(true)).GetBytes(string.Concat(rows.Prepend([.. RegisterColumns.All]).Select(r => string.Join(',', r.Select(Cell)) + "\r\n")));

    public static string[] With(this string[] row, string column, string text)
    {
        var changed = (string[])row.Clone();
        changed[RegisterColumns.At(column)] = text;
        return changed;
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
