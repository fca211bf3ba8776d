using System.Text.RegularExpressions;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Numbering;

namespace Anmin.Kernel.Packs;

/// <summary>The files the kernel itself reads.</summary>
internal static partial class KernelPackFiles
{
    public static IEnumerable<IPackFile> All() => [Profile(), DivisionFile.Make(), Holidays(), RuleFile.Make(), Numbering(), Templates(), Dictionary()];

    private static TablePackFile<LoadedPack> Profile() => new("pack.json", 0,
        [PackColumn.Code("id").AsKey(), PackColumn.Division("division"), PackColumn.Lines("profile", 200_000)],
        row => new() { Id = row["id"], Division = row["division"], Profile = row["profile"] })
    {
        Required = true,
        Untouched = [nameof(LoadedPack.LoadedAt)],
    };

    private static TablePackFile<CalendarDay> Holidays() => new("holidays.csv", 20,
        [PackColumn.Date("date").AsKey(), PackColumn.OneOf("kind", "holiday", "workday"), PackColumn.Text("name", 40), PackColumn.Text("source").Optional()],
        row => new() { Date = row.Date("date"), IsWorkday = row["kind"] == "workday", Name = row["name"] })
    {
        WhenGone = (_, _) => Vanished.Removed,
    };

    private static TablePackFile<NumberFormat> Numbering() => new("numbering.csv", 40,
        [PackColumn.Code("kind").AsKey(), PackColumn.Text("format", 80).And(Format), PackColumn.Whole("block", 1, 100_000), PackColumn.OneOf("check", "iso7064-37-36").Optional()],
        row => new() { Kind = row["kind"], Format = row["format"], Block = row.Whole("block"), Check = row["check"] })
    {
        Further = (rows, check) =>
        {
            foreach (var row in rows.Where(r => r["format"].Contains("{check}", StringComparison.Ordinal) != r["check"].Length > 0))
                check.Fault(row, "check", row["check"].Length > 0 ? "写了校验方法，format 里却没有 {check}" : "format 里有 {check}，却没有写校验方法");
        },
    };

    private static TablePackFile<Template> Templates() => new("templates/*.html", 50,
        [PackColumn.Code("name").AsKey(), PackColumn.Lines("body", 1_000_000).And(Body)],
        row => new() { Name = row["name"], Body = row["body"] });

    private static TablePackFile<DictionaryItem> Dictionary() => new("dictionary.csv", 45,
        [PackColumn.Code("list").AsKey(), PackColumn.Code("code").AsKey(), PackColumn.Text("label", 40), PackColumn.Whole("order", 0, 9999)],
        row => new() { List = row["list"], Code = row["code"], Label = row["label"], Order = row.Whole("order") });

    private static string? Format(string format)
    {
        var words = Word().Matches(format);
        if (words.FirstOrDefault(w => w.Groups[1].Value is not ("prefix" or "home" or "yy" or "yyyy" or "yyyyMMdd" or "seq" or "check")) is { } odd) return $"不认识的占位“{odd.Value}”";
        if (words.Count(w => w.Groups[1].Value == "seq") != 1) return "应当正好有一个 {seq:位数}";
        if (words.Count(w => w.Groups[1].Value == "check") > 1) return "{check} 只能有一个";
        if (words.FirstOrDefault(w => w.Groups[2].Success && (w.Groups[1].Value != "seq" || w.Groups[2].Value is not [>= '1' and <= '9'])) is { } wide) return $"“{wide.Value}”的位数应在1到9之间，且只用于 seq";
        return Word().Replace(format, "").IndexOfAny(['{', '}']) >= 0 ? "花括号不成对" : null;
    }

    private static string? Body(string body)
    {
        if (body.Contains("<script", StringComparison.OrdinalIgnoreCase)) return "文书里不能有脚本";
        var open = body.Split("{{").Length;
        return open != body.Split("}}").Length ? "双花括号不成对" : null;
    }

    [GeneratedRegex(@"\{(\w+?)(?::(\d+))?\}")]
    private static partial Regex Word();
}
