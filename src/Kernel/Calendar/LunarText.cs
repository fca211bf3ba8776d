namespace Anmin.Kernel.Calendar;

/// <summary>The words of the lunar calendar, both ways.</summary>
internal static class LunarText
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Digits = "〇一二三四五六七八九";

    private static readonly string[] Months = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"];

    // year 4 was 甲子
    public static string YearName(int year) => $"{Stems[(year - 4) % 10]}{Branches[(year - 4) % 12]}";

    public static string Month(int month) => Months[month - 1];

    public static string Day(int day) => day switch
    {
        10 => "初十",
        20 => "二十",
        30 => "三十",
        < 10 => $"初{Digits[day]}",
        < 20 => $"十{Digits[day - 10]}",
        _ => $"廿{Digits[day - 20]}",
    };

    /// <summary>正月, 一月, 十一月, 冬月, 10月 without the 月; 0 when it is none.</summary>
    public static int ReadMonth(string text) => text switch
    {
        "正" => 1,
        "冬" or "十一" => 11,
        "腊" or "臘" or "十二" => 12,
        "十" => 10,
        [var one] when Digits.IndexOf(one, StringComparison.Ordinal) is > 0 and var digit => digit,
        _ => Small(text, 12),
    };

    /// <summary>初三, 十五, 廿九, 二十九, 三十, 3; 0 when it is none.</summary>
    public static int ReadDay(string text)
    {
        var tail = text.Length == 0 ? -1 : Digits.IndexOf(text[^1], StringComparison.Ordinal);
        return text switch
        {
            "初十" or "十" => 10,
            "二十" or "廿" => 20,
            "三十" or "卅" => 30,
            ['初', _] when tail > 0 => tail,
            ['十', _] when tail > 0 => 10 + tail,
            ['廿', _] or ['二', '十', _] when tail > 0 => 20 + tail,
            [_] when tail > 0 => tail,
            _ => Small(text, 30),
        };
    }

    /// <summary>2026, 二〇二六, or 丙午: the last such year not after <paramref name="current"/>. 0 when it is none.</summary>
    public static int ReadYear(string text, int current)
    {
        if (text.Length == 2)
        {
            for (var year = current; year > current - 60; year--)
            {
                if (YearName(year) == text) return year;
            }
        }
        if (text.Length != 4) return 0;
        var value = 0;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '零' or '○' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return 0;
            value = (value * 10) + digit;
        }
        return value;
    }

    private static int Small(string text, int most)
    {
        if (text.Length is 0 or > 2) return 0;
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return 0;
            value = (value * 10) + (c - '0');
        }
        return value <= most ? value : 0;
    }
}
