using System.Globalization;
using System.Text;
using Anmin.Cemetery.Register.Rows;

namespace Anmin.Cemetery.Demonstration;

/// <param name="PerRow">Positions of one row, or of one layer of a cabinet.</param>
/// <param name="Layers">Of a room with niches; 0 elsewhere.</param>
/// <param name="Arc">Rows bend like the slope they lie on.</param>
internal sealed record InventedSection(string Name, string Kind, int Count, int PerRow, int Layers = 0, int Capacity = 2, bool Arc = false);

/// <summary>An old register of nobody: sixty years of contracts, renewals, burials and maintenance, with the gaps and faults that old papers have. Same seed and day, same rows.</summary>
internal sealed class InventedRegister(string tag, DateOnly today, int seed)
{
    private const string Families = "周吴郑沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳";
    private const string Given = "兰明秀英建国桂花文德贵淑珍强玉云海平安宁静远志成立春秋山石林松青竹梅雪莲芳华月红霞光辉庆祥福寿康乐仁义礼信";

    private readonly Random chance = new(seed);
    private int number, bought;

    /// <summary>All rows, the heading first.</summary>
    public byte[] Csv(IEnumerable<InventedSection> sections, bool faults = false)
    {
        var text = new StringBuilder().AppendJoin(',', RegisterColumns.All).Append("\r\n");
        foreach (var section in sections)
            for (var i = 0; i < section.Count; i++)
                if (Row(section, i, faults) is { } row) text.AppendJoin(',', row).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string[]? Row(InventedSection section, int i, bool faults)
    {
        // a number that was never laid, as before a tree or a gate
        if (faults && chance.Next(60) == 0) return null;
        var row = new string[RegisterColumns.All.Count];
        Array.Fill(row, "");
        void Put(string column, string value) => row[RegisterColumns.At(column)] = value;
        var (line, place) = (i / section.PerRow, i % section.PerRow);
        var (cabinet, layer) = section.Layers == 0 ? (line, 0) : (line / section.Layers, (line % section.Layers) + 1);
        Put(RegisterColumns.Section, section.Name);
        Put(RegisterColumns.Kind, section.Kind);
        Put(RegisterColumns.Row, Text(cabinet + 1));
        if (layer > 0) Put(RegisterColumns.Layer, Text(layer));
        Put(RegisterColumns.Number, Text(place + 1));
        Put(RegisterColumns.Capacity, Text(section.Capacity));
        if (section.Kind == "墓葬") Sizes(Put, faults);
        if (section.Layers == 0 && !(faults && chance.Next(40) == 0))
        {
            var bend = section.Arc ? (place - (section.PerRow / 2)) * (place - (section.PerRow / 2)) * 2 : 0;
            Put(RegisterColumns.X, Text(100 + (place * 160)));
            Put(RegisterColumns.Y, Text(100 + (line * 240) + bend));
        }
        var dice = chance.Next(100);
        if (dice < 3 && faults) Put(RegisterColumns.Blocked, "地基下沉，待修");
        else if (dice < (faults ? 30 : 8)) return row;
        else Contract(Put, section, dice);
        return row;
    }

    private void Sizes(Action<string, string> put, bool faults)
    {
        var tooLarge = faults && chance.Next(80) == 0;
        put(RegisterColumns.Stone, tooLarge || chance.Next(6) == 0 ? "立碑" : "卧碑");
        put(RegisterColumns.Area, tooLarge ? "1.60" : chance.Next(2) == 0 ? "0.50" : "0.80");
        put(RegisterColumns.Height, tooLarge ? "150" : Text(40 + chance.Next(40)));
    }

    private void Contract(Action<string, string> put, InventedSection section, int dice)
    {
        var from = today.AddDays(-chance.Next(30, 60 * 365));
        // a few terms end within three months
        if (dice is >= 30 and < 34) from = today.AddDays(chance.Next(2, 88)).AddYears(-20);
        // one man of the first ground has bought three, which supervision looks for
        var again = dice == 99 && tag == "01" && ++bought <= 3;
        var holder = again ? "陶三省" : Name();
        put(RegisterColumns.Contract, $"旧{tag}-{from.Year}-{++number:D6}");
        put(RegisterColumns.Holder, holder);
        if (again) put(RegisterColumns.HolderId, "321302195503020036");
        put(RegisterColumns.HolderPhone, $"1390{chance.Next(10_000_000):D7}");
        put(RegisterColumns.Relation, chance.Next(3) == 0 ? "配偶" : "子女");
        put(RegisterColumns.SignedOn, Day(from));
        put(RegisterColumns.From, Day(from));
        var until = from.AddYears(20).AddDays(-1);
        put(RegisterColumns.Until, Day(until));
        for (var i = 0; i < RegisterColumns.Renewals.Count && until < today && dice != 98; i++)
        {
            until = until.AddYears(until.AddYears(20) < today && i == 2 ? 40 : 20);
            put(RegisterColumns.Renewals[i], Day(until));
        }
        // as the lists of the pack have it: a niche 150 and 10, a plot 950 and 20, a tree nothing; older plots cost less
        var (use, free) = (chance.Next(10), section.Kind == "树葬");
        put(RegisterColumns.UseFee, Text(free ? 0 : section.Layers > 0 ? 150 : 500 + (use * 50)));
        put(RegisterColumns.CareFee, free ? "0" : section.Layers > 0 ? "10" : "20");
        var paid = dice is >= 34 and < 40 ? today.AddDays(-chance.Next(100, 1500)) : until;
        if (!free) put(RegisterColumns.CarePaid, Day(paid < from ? from : paid));
        put(RegisterColumns.Certificate, $"旧{tag}证{number:D6}");
        // bought in life, nobody rests there yet
        if (dice is >= 40 and < 48) return;
        Person(put, 0, from);
        if (section.Capacity > 1 && chance.Next(2) == 0 && from.AddYears(3) < today) Person(put, 1, from.AddDays(chance.Next(200, Math.Max(201, today.DayNumber - from.DayNumber - 20))));
    }

    private void Person(Action<string, string> put, int which, DateOnly buried)
    {
        put(RegisterColumns.Persons[which][0], Name());
        put(RegisterColumns.Persons[which][2], Day(buried.AddDays(-chance.Next(3, 20))));
        put(RegisterColumns.Persons[which][3], Day(buried));
    }

    private string Name() => $"{Families[chance.Next(Families.Length)]}{Given[chance.Next(Given.Length)]}{(chance.Next(3) == 0 ? "" : Given[chance.Next(Given.Length)])}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
