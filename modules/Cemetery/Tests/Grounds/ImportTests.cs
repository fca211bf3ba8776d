using System.Text;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Grounds.Import;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>A plan out of a sheet: the good rows stand, each bad one comes back with its number and why.</summary>
public abstract class ImportTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Task<Outcome<ImportPlan.Reply>> ImportAsync(byte[]? content, string who = "公墓园务", string ground = "ce-1", string? key = null) => App.DoAsync<ImportPlan, ImportPlan.Request, ImportPlan.Reply>(who, new(ground, content, true), key);

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    [Fact]
    public async Task Good_rows_load_and_bad_ones_come_back_with_their_line()
    {
        var (code, niches) = (Layout.Code(), Layout.Code());
        var section = await App.SectionAsync(code: code);
        await App.SectionAsync(SectionKind.Niches, code: niches);
        Must(await App.ArrangeAsync(new(section, "1", "1", Capacity: "1", FirstRow: "9", Area: "0.5", Gap: "100", RowGap: "100", Y: "-800")));
        var reply = Must(await ImportAsync(Csv("区,排,层,号,容纳,碑型,面积,碑高,向东,向北,转角,备注",
            $"{code},1,,1,1,卧碑,0.5,,1000,0,0,好",
            $"{code},1,,2,2,立碑,0.48,90,1100,-20,-5,",
            $"{code},1,,1,1,,,,,,,同号",
            $"{code},1,,3,1,,0.5,,1010,10,,叠",
            $"{code},9,,1,1,,,,,,,已有",
            $"{code},2,,1,1,,0.5,,10,10,,叠在已有的上面",
            "没有,1,,1,1,,,,,,,",
            $"{code},,,x,0,木碑,大,,5,,,",
            $"{code},1,3,8,1,,,,,,,墓位没有层",
            $"{niches},1,,1,1,,,,,,,格位要层",
            $"{niches},1,2,1,1,,,,,,,好",
            $"{code},3,,1,1,,,,,,,=1+1",
            $"{code},3,,2,1,\"卧碑")));
        reply.Loaded.ShouldBe(3);
        reply.Refused.Select(r => (r.Line, r.Reason)).ShouldBe(
        [
            (4, "和第2行是同一个排号1排1号"), (5, "和第2行的1排1号在图上叠在一起"), (6, "已有墓位9排1号"), (7, "和已有的9排1号在图上叠在一起"), (8, "没有墓区“没有”，请先建墓区"),
            (9, "碑型写卧碑、立碑或者无碑；面积按平方米写，最多四位小数，不超过100；坐标要东、北两个数都写，或者都空着；容纳要写1至100000之间的整数；排空着；号要写1至9999之间的整数"),
            (10, "只有格位和壁葬有层"), (11, "格位要写层数和层号"), (13, "有一格以等号、加号这类符号开头，表格程序会当成公式"), (14, "引号没有成对，到文件末尾都算在这一格里了"),
        ]);
        (await App.OfAsync(section)).Select(p => (p.Row, p.Number, p.X, p.Y, p.Turn)).ShouldBe([(1, 1, 1000, 0, 0), (1, 2, 1100, -20, -5), (9, 1, 0, 0, 0)]);
    }

    [Fact]
    public async Task A_workbook_loads_too_and_a_second_time_nothing_is_there_twice()
    {
        var code = Layout.Code();
        var section = await App.SectionAsync(code: code);
        var book = Workbook.Write("图", [["Section", "Row", "Layer", "Number", "X", "Y"], .. Enumerable.Range(1, 50).Select(i => (IReadOnlyList<string>)[code, "1", "", $"{i}", $"{i * 100}", "0"])]);
        Must(await ImportAsync(book, key: "book-" + code)).Loaded.ShouldBe(50);
        Must(await ImportAsync(book, key: "book-" + code)).Loaded.ShouldBe(50, "the first answer again");
        var again = Must(await ImportAsync(book));
        (again.Loaded, again.Refused.Count).ShouldBe((0, 50));
        (await App.OfAsync(section)).Count.ShouldBe(50);
    }

    [Fact]
    public async Task What_is_no_plan_is_refused_as_a_whole()
    {
        (await ImportAsync(null)).Problem!.Code.ShouldBe("kernel.sheet.missing");
        (await ImportAsync([0x50, 0x4B, 0x03, 0x04, 9])).Problem!.Code.ShouldBe("kernel.sheet.unread");
        (await ImportAsync(Csv("区,排,号"))).Problem!.Code.ShouldBe("cemetery.plan.no-rows");
        (await ImportAsync(Csv("区,排,容纳", "A,1,1"))).Problem!.Code.ShouldBe("cemetery.plan.columns");
        (await ImportAsync(Csv("区,排,号,row", "A,1,1,1"))).Problem!.Code.ShouldBe("cemetery.plan.columns");
        (await ImportAsync(Csv("区,排,号", "A,1,1"), "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await ImportAsync(Csv("区,排,号", "A,1,1"), "外公墓园务")).Problem!.Code.ShouldBe("cemetery.ground.unknown");
    }
}

public sealed class ImportOnSqlite(SqliteApp app) : ImportTests(app), IClassFixture<SqliteApp>;

public sealed class ImportOnPostgres(PostgresApp app) : ImportTests(app), IClassFixture<PostgresApp>;
