using Anmin.Billing.Checker;
using Anmin.Billing.Pricing;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Checker;

public sealed class BillTextTests
{
    [Theory]
    [InlineData("火化费 1 120 120", "火化费", "1", "120", "120")]
    [InlineData("火化费　１２０元", "火化费", null, null, "１２０元")]
    [InlineData("遗体存放（一般） 3天 300.00", "遗体存放（一般）", "3天", null, "300.00")]
    [InlineData("花圈 10×25=250", "花圈", "10", "25", "250")]
    [InlineData("花圈 10 x 25 ＝ 250元", "花圈", "10", "25", "250元")]
    [InlineData("火化费,1,120,120", "火化费", "1", "120", "120")]
    [InlineData("\"火化费,普通炉\",1,\"1,120.00\",\"1,120.00\"", "火化费,普通炉", "1", "1,120.00", "1,120.00")]
    [InlineData("火化费\t1\t\t120", "火化费", "1", "", "120")]
    [InlineData("告别厅 100㎡以下 80", "告别厅 100㎡以下", null, null, "80")]
    public void A_line_is_read_as_people_write_it(string text, string name, string? quantity, string? unit, string? amount)
    {
        var line = BillText.Read(text).ShouldHaveSingleItem();
        (line.Name, line.Quantity, line.Unit, line.Amount).ShouldBe((name, quantity, unit, amount));
    }

    [Fact]
    public void Headings_sums_and_blank_lines_are_no_items()
        => BillText.Read("项目,数量,单价,金额\r\n\r\n火化费,1,120,120\r\n合计,,,120\r\n总计 120").ShouldHaveSingleItem().Name.ShouldBe("火化费");

    [Fact]
    public void What_is_written_is_read_back_with_its_facts()
    {
        CheckBill.Line[] lines = [new("遗体接运", "1", "100", "280", "transport", null, "50"), new("告别厅", "1", null, "80", null, "100㎡以下"), new("接运", "1", null, "370", Floor: "6", Lift: true), new("寿衣", "1", null, "100", Cost: "80"), new("更衣", Within: "2")];
        BillText.Read(BillText.Write(lines)).Select(l => l with { Quantity = Blank(l.Quantity), Unit = Blank(l.Unit), Amount = Blank(l.Amount) }).ShouldBe(lines);

        static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }

    [Theory]
    [InlineData("1,230.00元", "1230")]
    [InlineData("￥480", "480")]
    [InlineData("３天", "3")]
    [InlineData(" 2.2 ", "2.2")]
    [InlineData("-5", "-5")]
    [InlineData("1e9", null)]
    [InlineData("十二", null)]
    [InlineData("12345678901234567890", null)]
    [InlineData("1.2.3", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_bills_write_them(string text, string? number)
        => BillNumbers.Read(text).ShouldBe(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("火化费（普通殡仪馆）", "cremation", "Exact")]
    [InlineData("火化费 (普通殡仪馆)", "cremation", "Exact")]
    [InlineData("遗体火化", "cremation", "Alias")]
    [InlineData("遗体接运费（普通型接运车）", "transport", "Alias")]
    [InlineData("告别大厅", "hall", "Alias")]
    [InlineData("丧葬用品（骨灰盒）", "goods", "Near")]
    [InlineData("骨灰寄存", null, "Unclear")]
    [InlineData("整容", null, "Unclear")]
    [InlineData("停车钱", null, "None")]
    public void A_name_comes_to_its_item_or_is_asked_about(string name, string? code, string way)
    {
        var match = new ItemMatcher(PlantedBills.List("yantai-2015"), PlantedBills.Names).Find(new PaperLine(1, name));
        (match.Item?.Code, match.Way.ToString()).ShouldBe((code, way));
        if (match.Way == MatchWay.Unclear) match.Others.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void What_the_person_chose_stands()
    {
        var matcher = new ItemMatcher(PlantedBills.List("yantai-2015"), PlantedBills.Names);
        matcher.Find(new PaperLine(1, "骨灰寄存") { Chosen = "ashes-open" }).Item!.Code.ShouldBe("ashes-open");
        matcher.Find(new PaperLine(1, "火化费") { Chosen = PaperLine.NotListed }).Way.ShouldBe(MatchWay.None);
    }

    [Theory]
    [InlineData("yantai-2015", "transport", "超过20公里的部分每公里3元，往返计")]
    [InlineData("yantai-2015", "ashes-open", "不足半年按半年")]
    [InlineData("yantai-2015", "storage-day", "不足1日按1日")]
    [InlineData("yantai-2015", "cremation", "不满7周岁减半|三级机构最多上浮10%，到132元")]
    [InlineData("yantai-2015", "goods", "售价最多比进价高30%")]
    [InlineData("domain-b6", "pickup-wenshan", "1楼以上每层10元，有电梯只算1层|患传染病的加倍")]
    [InlineData("domain-b6", "storage-wenshan", "前15天不收费")]
    [InlineData("domain-b6", "niche-dalian", "1层、10层60元")]
    [InlineData("shanghai-2024", "embalm", "1至2天一共180元|60天一共4000元")]
    public void Every_term_is_said_in_words(string list, string code, string words)
    {
        var said = TermWords.Of(PlantedBills.List(list).Items[code]);
        foreach (var word in words.Split('|')) said.ShouldContain(word);
        said.ShouldAllBe(w => w.Length > 0);
    }

    [Fact]
    public void No_kind_of_term_is_left_without_words()
        => Anmin.Billing.Tests.Pricing.PrintedLists.All.Values.SelectMany(i => i.Terms.Select(t => (t.Kind, Words: TermWords.Of(i with { Terms = [t] })))).ToLookup(t => t.Kind).ShouldSatisfyAllConditions(
            kinds => kinds.Select(k => k.Key).Order().ToArray().ShouldBe(Enum.GetValues<TermKind>()), kinds => kinds.SelectMany(k => k).ShouldAllBe(t => t.Words.Count == 1 && t.Words[0].Length > 0));
}
