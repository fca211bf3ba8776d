using System.IO.Compression;
using System.Text;
using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Lists.Showing;
using Anmin.Billing.Pricing;
using Anmin.Billing.Tests.Pricing;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Lists;

/// <summary>What a sheet may say, and what is told of a sheet that says something else: always the row and the column, and nothing is loaded.</summary>
public sealed class SheetTests
{
    private const string Head = "编码,项目,目录编码,类别,管理方式,单位,最低价（元）,最高价（元）,基本型,计价条件,服务内容,减免";
    private const string Good = "hall,告别厅,hall,非基础项目,政府指导价,次,,300,是,超过20公里每公里3元，往返；前3次不收费,一小时,无";

    private static Outcome<IReadOnlyList<SheetItem>> Read(byte[] content) => SheetReader.Read(content, ListSheet.Limits).Try(out var lines, out var problem) ? ListSheet.Read(lines) : problem;

    private static Outcome<IReadOnlyList<SheetItem>> Read(params string[] lines) => Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    [Fact]
    public void A_row_is_read_with_its_conditions()
    {
        var item = Read(Head, Good).Value!.Single();
        (item.Item.Code, item.Item.Least, item.Item.Most, item.Item.MustOffer, item.Item.Class, item.Item.Way).ShouldBe(("hall", 30000, 30000, true, ItemClass.Optional, PricingWay.GovGuided));
        item.Terms.ShouldBe([new(TermKind.Distance, "return", 20, Fen: 300), new(TermKind.Free, From: 3)]);
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\"=HYPERLINK(\"\"http://x\"\")\""), InlineData("＝1"), InlineData("'\t=1")]
    public void A_cell_that_a_spreadsheet_would_run_is_refused_with_its_row(string cell)
    {
        if (cell.StartsWith('\'')) cell = "\"" + cell[1..] + "\"";
        foreach (var column in (int[])[0, 1, 6, 7, 9, 10, 11])
        {
            var cells = Good.Split(',');
            cells[column] = cell;
            var problem = Read(Head, Good.Replace("hall,告", "other,告", StringComparison.Ordinal), string.Join(',', cells)).Problem!;
            problem.All().ShouldContain(p => p.Message.StartsWith($"第3行“{Head.Split(',')[column]}”", StringComparison.Ordinal), $"{cell} in column {column}");
        }
    }

    [Theory]
    [InlineData(0, "坏 码", "编码"), InlineData(1, "", "项目"), InlineData(3, "别的", "类别"), InlineData(4, "随便", "管理方式"), InlineData(5, "", "单位"), InlineData(7, "三百", "最高价（元）"), InlineData(7, "", "最高价（元）"), InlineData(7, "1.234", "最高价（元）"), InlineData(7, "1000000.01", "最高价（元）"), InlineData(6, "301", "最低价（元）"), InlineData(8, "也许", "基本型"), InlineData(9, "看着收", "计价条件")]
    public void A_wrong_cell_is_told_by_row_and_column(int column, string cell, string name)
    {
        var cells = Good.Split(',');
        cells[column] = cell;
        Read(Head, string.Join(',', cells)).Problem!.All().ShouldContain(p => p.Message.StartsWith($"第2行“{name}”：", StringComparison.Ordinal) && p.Message.EndsWith('。'));
    }

    [Fact]
    public void Every_fault_of_every_row_is_told()
    {
        var problem = Read(Head, "a,,x,基础项目,政府定价,次,,1,,,,", "b,乙,x,基础项目,政府定价,次,,x,,,,", Good, "hall,再来,hall,非基础项目,政府指导价,次,,300,,,,", "c,多一格,x,基础项目,政府定价,次,,1,,,,,多").Problem!;
        problem.All().Select(p => p.Message.Split('：')[0]).ShouldBe(["第2行“项目”", "第3行“最高价（元）”", "第5行“编码”", "第6行“整行”"]);
        problem.All().ShouldAllBe(p => p.Field == "File");
    }

    [Fact]
    public void A_sheet_with_other_columns_is_told_which()
    {
        Read("编码,项目,价格", "a,b,c").Problem!.All().Select(p => p.Message.Split('：')[0]).ShouldBe(["第1行“目录编码”", "第1行“类别”", "第1行“管理方式”", "第1行“单位”", "第1行“最高价（元）”", "第1行“价格”"]);
        Read(Head).Problem!.Code.ShouldBe("billing.list.file-empty");
        Read(Head + ",编码", Good).Problem!.Message.ShouldContain("写了两次");
    }

    [Fact]
    public void Unclosed_quotes_huge_files_and_noise_are_refused()
    {
        Read(Head, "\"hall,告别厅").Problem!.Message.ShouldStartWith("第2行“整行”");
        Read(Array.Empty<byte>()).Problem!.Code.ShouldBe("kernel.sheet.missing");
        Read(new byte[ListSheet.Limits.MostBytes + 1]).Problem!.Code.ShouldBe("kernel.sheet.too-large");
        Read(new byte[] { 0, 1, 2, 0 }).Problem!.Code.ShouldBe("kernel.sheet.unread");
        Read(new byte[] { 0x50, 0x4B, 0x03, 0x04, 9, 9, 9 }).Problem!.Code.ShouldBe("kernel.sheet.unread");
        Read((string[])[Head, .. Enumerable.Range(0, 2001).Select(i => Good.Replace("hall,告", $"i{i},告", StringComparison.Ordinal))]).Problem!.Code.ShouldBe("kernel.sheet.too-many-rows");
    }

    [Fact]
    public void What_spreadsheets_here_save_is_read_in_gbk_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Read(Encoding.GetEncoding("GB18030").GetBytes(Head + "\r\n" + Good)).Value!.Single().Item.Name.ShouldBe("告别厅");
    }

    [Fact]
    public void All_printed_lists_survive_the_way_out_and_back_in_both_formats()
    {
        foreach (var list in PrintedLists.Rows("items.csv").Select(r => r["list"]).Distinct())
        {
            var lines = PrintedSheets.Of(list);
            foreach (var content in (byte[][])[ExportPriceList.Commas(ListSheet.Write(lines)), Workbook.Write("表", ListSheet.Write(lines))])
            {
                var back = Clerks.Must(Read(content));
                back.Count.ShouldBe(lines.Count, list);
                foreach (var (was, now) in lines.Zip(back))
                {
                    now.Terms.ShouldBe(was.Terms, $"{list} {was.Item.Code}");
                    (now.Item.Code, now.Item.Name, now.Item.Catalogue, now.Item.Class, now.Item.Way, now.Item.Unit, now.Item.Least, now.Item.Most, now.Item.MustOffer)
                        .ShouldBe((was.Item.Code, was.Item.Name, was.Item.Catalogue, was.Item.Class, was.Item.Way, was.Item.Unit, was.Item.Least, was.Item.Most, was.Item.MustOffer));
                }
            }
        }
    }

    [Fact]
    public void A_workbook_as_spreadsheet_programs_write_it()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var head = string.Concat(Head.Split(',').Select((h, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{h}</t></is></c>"));
        var row = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"str\"><v>非基础项目</v></c><c r=\"E3\" t=\"str\"><v>政府指导价</v></c><c r=\"F3\" t=\"str\"><v>次</v></c><c r=\"H3\"><v>88.5</v></c></row>";
        byte[] Book(string third) => Zip(("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"x\" r:id=\"q\"/></sheets></workbook>"), ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"p\"><Relationship Id=\"q\" Target=\"worksheets/other.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\"><si><t>hall</t></si><si><r><t>告别</t></r><r><t>厅</t></r><rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh></si></sst>"), ("xl/worksheets/other.xml", $"<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{head}</row>{third}</sheetData></worksheet>"));
        var item = Clerks.Must(Read(Book(row))).Single().Item;
        (item.Name, item.Most).ShouldBe(("告别厅", 8850));
        Read(Book(row.Replace("<c r=\"H3\"><v>", "<c r=\"H3\"><f>1+1</f><v>", StringComparison.Ordinal))).Problem!.Message.ShouldBe("第3行“整行”：第8列是公式，请改成文字或者数字。");
        Read(Book(row.Replace("<v>1</v>", "<v>99</v>", StringComparison.Ordinal))).Problem!.Code.ShouldBe("kernel.sheet.unread");
        Read(Book("<!DOCTYPE x>" + row)).Problem!.Code.ShouldBe("kernel.sheet.unread");
        Read(Book(row.Replace("A3", "ZZZZ3", StringComparison.Ordinal))).Problem!.Code.ShouldBe("kernel.sheet.unread");
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_mountain_is_refused()
    {
        var bomb = Zip(("xl/worksheets/sheet1.xml", new string(' ', 40 << 20)));
        bomb.Length.ShouldBeLessThan(ListSheet.Limits.MostBytes);
        Read(bomb).Problem!.Code.ShouldBe("kernel.sheet.unread");
    }

    [Fact]
    public void The_samples_beside_the_import_are_read_as_they_stand()
    {
        foreach (var (words, _) in TermSentences.Samples) TermSentences.Write(Clerks.Must(TermSentences.Read(words, "天")), "天").ShouldBe(words);
    }

    [Fact]
    public void Conditions_in_words_are_read_back_whatever_they_are()
    {
        var random = new Random(108);
        decimal Number() => random.Next(1, 40_000) / (decimal)((int[])[1, 2, 10, 100])[random.Next(4)];
        for (var i = 0; i < 5000; i++)
        {
            var unit = ((string[])["具", "天", "具·天", "小时", "间·天"])[random.Next(5)];
            var kind = Enum.GetValues<TermKind>()[random.Next(Enum.GetValues<TermKind>().Length)];
            var fen = random.Next(0, 10_000_000);
            PriceTerm term = kind switch
            {
                TermKind.Amount => new(kind, ((string[])["一区", "100㎡以下", "3层", "西陵区、伍家岗区以内"])[random.Next(4)], Fen: fen),
                TermKind.Tier => new(kind, From: Number(), To: random.Next(3) == 0 ? null : Number(), Fen: fen),
                TermKind.Float => new(kind, random.Next(3) == 0 ? null : "一级", Percent: Number()),
                TermKind.Distance => new(kind, random.Next(2) == 0 ? "return" : null, Number(), Fen: fen),
                TermKind.Floor => new(kind, From: Number(), Fen: fen),
                TermKind.Age => new(kind, To: Number(), Percent: Number()),
                TermKind.Infectious or TermKind.MarkupCap => new(kind, Percent: Number()),
                _ => new(kind, From: Number()),
            };
            Clerks.Must(TermSentences.Read(TermSentences.Write(term, unit), unit)).ShouldBe([term], TermSentences.Write(term, unit));
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        return kept.ToArray();
    }
}
