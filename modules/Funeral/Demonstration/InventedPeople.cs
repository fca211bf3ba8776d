using System.Globalization;
using Anmin.Kernel.Ciphers;

namespace Anmin.Funeral.Demonstration;

/// <summary>People who never lived: common characters put together by chance, ID numbers with a right check character.</summary>
internal sealed class InventedPeople(Random chance)
{
    private const string Families = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static readonly string[] OldMen = ["德", "国", "建", "文", "永", "学", "传", "兆", "广", "明", "志", "福", "贵", "祥", "发", "财", "荣", "昌", "富", "友", "林", "山", "海", "成", "忠", "义", "良", "才", "生", "根"];
    private static readonly string[] OldWomen = ["秀", "桂", "玉", "兰", "英", "珍", "芳", "凤", "淑", "素", "翠", "月", "梅", "霞", "香", "莲", "云", "琴", "华", "花", "娥", "巧", "金", "银", "彩", "菊", "荣", "爱", "惠", "芝"];
    private static readonly string[] Young = ["伟", "强", "磊", "军", "勇", "涛", "超", "杰", "鹏", "浩", "敏", "静", "丽", "娟", "艳", "婷", "雪", "佳", "欣", "悦"];
    private static readonly string[] Relations = ["长子", "次子", "长女", "次女", "配偶", "女婿", "儿媳", "侄子", "孙子"];
    private readonly HashSet<string> used = [];

    public sealed record Person(string Name, bool IsMan, DateOnly Born, string Number);

    /// <summary>Ages as a Chinese city's register shows them: most between 65 and 92, some young.</summary>
    public int Age() => chance.NextDouble() switch
    {
        < 0.01 => chance.Next(0, 15),
        < 0.05 => chance.Next(15, 45),
        < 0.16 => chance.Next(45, 62),
        < 0.45 => chance.Next(62, 76),
        < 0.85 => chance.Next(76, 89),
        _ => chance.Next(89, 103),
    };

    public Person Make(DateOnly died, int age, string county)
    {
        var isMan = chance.NextDouble() < 0.53;
        var born = died.AddYears(-age).AddDays(-chance.Next(1, 364));
        string number;
        do
        {
            var order = (chance.Next(0, 499) * 2) + (isMan ? 1 : 0);
            var body = county[..6] + born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + order.ToString("D3", CultureInfo.InvariantCulture);
            number = body + CheckCharacter.Mod11Radix2(body);
        }
        while (!used.Add(number));
        return new(Name(isMan, age), isMan, born, number);
    }

    public string Name(bool isMan, int age)
    {
        var given = age < 45 ? Young : isMan ? OldMen : OldWomen;
        var first = Pick(given);
        return Families[chance.Next(Families.Length)] + (chance.NextDouble() < 0.18 ? first : first + Pick(given));
    }

    /// <summary>Numbers of a range that is given to nobody.</summary>
    public string Phone() => "1380000" + chance.Next(0, 10000).ToString("D4", CultureInfo.InvariantCulture);

    public string Relation() => Pick(Relations);

    public T Pick<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];
}
