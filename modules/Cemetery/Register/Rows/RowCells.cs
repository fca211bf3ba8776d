using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Kernel.Sheets;

namespace Anmin.Cemetery.Register.Rows;

/// <summary>Reads cells of one row as old papers have them; what is wrong goes to <see cref="Faults"/>, what is known in part to <see cref="Parts"/>.</summary>
internal sealed partial class RowCells(RegisterRow row, DateOnly today, Func<string, bool> divisionKnown)
{
    private static readonly string[] Unknown = ["不详", "不明", "无", "未知", "/", "—"];

    public List<RowFault> Faults { get; } = [];

    public List<string> Parts { get; } = [];

    public void Refuse(string column, string reason) => Faults.Add(new(row.Number, column, reason));

    /// <summary>A text that a spreadsheet program would run is refused wherever it stands; a negative number is none.</summary>
    public void RefuseFormulas()
    {
        for (var i = 0; i < row.Cells.Length; i++)
            if (SheetLine.IsFormula(row.Cells[i]) && !decimal.TryParse(row.Cells[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                Refuse(RegisterColumns.All[i], "以“=、+、-、@”开头，表格程序会当成公式，请删去");
    }

    public bool Has(string column) => row.At(column) is { Length: > 0 } text && !Unknown.Contains(text);

    public string? Text(string column, int most)
    {
        if (!Has(column)) return null;
        var text = row.At(column);
        if (text.Length > most) Refuse(column, $"最多{most}个字，现有{text.Length}个，请缩短");
        else if (TextGuard.Check(text, column) is { } bad) Refuse(column, bad.Message.TrimEnd('。'));
        else return text;
        return null;
    }

    public int? Whole(string column, int least, int most, bool required = false)
    {
        if (!Has(column))
        {
            if (required) Refuse(column, "空着，请填写数字");
            return null;
        }
        if (int.TryParse(TypedText.Narrow(row.At(column)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse(column, $"要写成{least}到{most}的整数");
        return null;
    }

    /// <summary>A figure with two decimals at most, in hundredths.</summary>
    public long? Hundredths(string column, decimal most, string example)
    {
        if (!Has(column)) return null;
        if (decimal.TryParse(TypedText.Narrow(row.At(column)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most && number * 100 == decimal.Truncate(number * 100)) return (long)(number * 100);
        Refuse(column, $"要写成数字，最多两位小数，例如{example}");
        return null;
    }

    public PersonName? Name(string column)
    {
        if (!Has(column)) return null;
        if (PersonName.Parse(row.At(column)).Try(out var name, out var problem)) return name;
        Refuse(column, problem.Message.TrimEnd('。'));
        return null;
    }

    public IdNumber? Id(string column)
    {
        if (!Has(column)) return null;
        if (IdNumber.ParseResident(row.At(column), today, divisionKnown).Try(out var id, out var problem)) return id;
        Refuse(column, problem.Message.TrimEnd('。'));
        return null;
    }

    public PhoneNumber? Phone(string column)
    {
        if (!Has(column)) return null;
        if (PhoneNumber.Parse(row.At(column)).Try(out var phone, out var problem)) return phone;
        Refuse(column, problem.Message.TrimEnd('。'));
        return null;
    }

    public T? Choice<T>(string column, IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (!Has(column) && !choices.ContainsKey(row.At(column))) return null;
        if (choices.TryGetValue(row.At(column), out var value)) return value;
        Refuse(column, $"只能写{string.Join("、", choices.Keys)}");
        return null;
    }

    /// <summary>A day; of a year or a month alone null, and the text goes to the remark. <paramref name="part"/>: its first day, for what cannot be without one.</summary>
    public DateOnly? Day(string column, out DateOnly? part, bool past = true)
    {
        part = null;
        if (!Has(column)) return null;
        var text = TypedText.Narrow(row.At(column)).Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return Within(column, exact, past);
        if (YearOrMonth().Match(text) is { Success: true } some)
        {
            var month = some.Groups["month"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 1;
            if (month is < 1 or > 12 || Within(column, new(int.Parse(some.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1), past) is not { } first)
            {
                if (month is < 1 or > 12) Refuse(column, "月份要在1到12之间");
                return null;
            }
            Parts.Add($"{column}原文“{text}”");
            part = first;
            return null;
        }
        // a date cell of a workbook is the number of days since the end of 1899
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) return Within(column, new DateOnly(1899, 12, 30).AddDays(serial), past);
        if (HasYear().IsMatch(text) && DateReading.Read(text, today).Try(out var day, out _)) return Within(column, day, past);
        Refuse(column, "认不出日期，要写成1998-04-02、1998年4月或者1998年");
        return null;
    }

    private DateOnly? Within(string column, DateOnly day, bool past)
    {
        if (day.Year >= 1900 && day.Year <= today.Year + 100 && (!past || day <= today)) return day;
        Refuse(column, past && day > today ? "还没有到这一天，请核对" : "年份不合理，请核对");
        return null;
    }

    [GeneratedRegex(@"^(?<year>\d{4})(年|[-./年](?<month>\d{1,2})月?)?$")]
    private static partial Regex YearOrMonth();

    [GeneratedRegex(@"\d{4}|[〇零一二三四五六七八九]{4}")]
    private static partial Regex HasYear();
}
