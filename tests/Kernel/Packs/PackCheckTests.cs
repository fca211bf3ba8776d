using System.Text;
using Anmin.Kernel.Packs;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Packs;

public sealed class PackCheckTests : IDisposable
{
    private readonly PackOnDisk pack = new();

    public void Dispose() => pack.Dispose();

    [Fact]
    public void Finds_nothing_wrong_with_a_sound_pack()
    {
        pack.Faults().ShouldBeEmpty();
        pack.Read().Chain.Select(p => p.Id).ShouldBe(["nation", "city"]);
    }

    [Theory]
    [InlineData("rules.csv", "3213,a.b,1,day,,2026-05-01,2026-04-01,x", "city/rules.csv:4:7 effective_to：止期 2026-04-01 早于起期 2026-05-01")]
    [InlineData("rules.csv", "3213,a.b,one,day,,2026-05-01,,x", "city/rules.csv:4:3 value：单位是 day，“one”应是整数")]
    [InlineData("rules.csv", "3213,a.b,1,days,,2026-05-01,,x", "city/rules.csv:4:4 unit：“days”不在可用的值里")]
    [InlineData("rules.csv", "3213,a.b,1,day,,2026-02-30,,x", "city/rules.csv:4:6 effective_from：“2026-02-30”不是日期")]
    [InlineData("rules.csv", "3299,a.b,1,day,,2026-05-01,,x", "city/rules.csv:4:1 jurisdiction：没有编码为“3299”的区划")]
    [InlineData("rules.csv", "3213,pickup.deadline,9,hour,,2026-05-01,,x", "city/rules.csv:4:6 effective_from：与第3行（city/rules.csv）的有效期重叠")]
    [InlineData("rules.csv", "3213,pickup.deadline,9,hour,,2020-01-01,2020-02-01,x", "city/rules.csv:4:1 jurisdiction：“3213 pickup.deadline 2020-01-01”与第2行重复")]
    [InlineData("rules.csv", "3213,a.b,1,day,,2026-05-01,", "city/rules.csv:4:8：应有8列，这一行有7列")]
    [InlineData("rules.csv", "3213,a.b,1,day,,2026-05-01,,", "city/rules.csv:4:8 source：没有填")]
    [InlineData("rules.csv", "3213,\"a.b,1,day,,2026-05-01,,x", "city/rules.csv:4：引号没有成对")]
    [InlineData("rules.csv", "3213,a\"b,1,day,,2026-05-01,,x", "city/rules.csv:4：引号出现在没有用引号括起的单元格里")]
    [InlineData("divisions.csv", "321302003,某街道,town,321399,,,", "city/divisions.csv:4:4 parent：没有编码为“321399”的区划")]
    [InlineData("divisions.csv", "32130200,某街道,town,321302,,,", "city/divisions.csv:4:1 code：town 的编码应有9位，“32130200”有8位")]
    [InlineData("divisions.csv", "321302002,又一个,town,321302,,,", "city/divisions.csv:4:1 code：“321302002”与第3行重复")]
    [InlineData("divisions.csv", "321399001,某街道,town,321302,,,", "city/divisions.csv:4:4 parent：上级“321302”不是“321399001”的开头几位")]
    [InlineData("numbering.csv", "tag,T{seq:7}{check},1,", "city/numbering.csv:3:4 check：format 里有 {check}，却没有写校验方法")]
    [InlineData("numbering.csv", "tag,T{number},1,", "city/numbering.csv:3:2 format：不认识的占位“{number}”")]
    [InlineData("numbering.csv", "tag,T{seq:7},0,", "city/numbering.csv:3:3 block：“0”不是1到100000之间的整数")]
    public void Names_file_line_column_and_reason(string file, string line, string fault)
        => pack.Append("city/" + file, line).Faults().ShouldContain(f => f.StartsWith(fault, StringComparison.Ordinal), string.Join("\n", pack.Faults()));

    [Fact]
    public void Lists_every_fault_and_not_only_the_first()
        => pack.Append("city/rules.csv", "3299,a.b,x,days,,nope,,x").Append("city/divisions.csv", "1,x,town,9,,,").Faults().Count.ShouldBeGreaterThanOrEqualTo(6);

    [Fact]
    public void Refuses_unknown_and_missing_columns()
    {
        var faults = pack.Write("city/numbering.csv", "knd,format,block,check\n").Faults();
        faults.ShouldContain(f => f.StartsWith("city/numbering.csv:1:1：不认识的列“knd”", StringComparison.Ordinal));
        faults.ShouldContain("city/numbering.csv:1：缺少列“kind”");
    }

    [Fact]
    public void Refuses_a_file_that_is_not_UTF8_and_names_the_line()
        => pack.Bytes("city/rules.csv", [.. Encoding.UTF8.GetBytes("jurisdiction,key,value,unit,condition,effective_from,effective_to,source\n3213,a,"), 0xCB, 0xDE, 0xC7, 0xA8])
            .Faults().ShouldContain(f => f.StartsWith("city/rules.csv:2：不是 UTF-8", StringComparison.Ordinal));

    [Fact]
    public void Reads_a_byte_order_mark_and_either_line_end()
        => pack.Bytes("city/numbering.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("kind,format,block,check\r\n\r\ncase,{seq:6},1,\r\n")]).Faults().ShouldBeEmpty();

    [Fact]
    public void Counts_lines_across_quoted_line_breaks()
        => pack.Write("nation/holidays.csv", "date,kind,name,source\n2026-01-01,holiday,\"元\n旦\",x\n2026-13-01,holiday,x,x\n").Faults()
            .ShouldContain(f => f.StartsWith("nation/holidays.csv:4:1 date", StringComparison.Ordinal));

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"city\",\"version\":\"x\",\"title\":\"t\",\"division\":\"3213\"}")]
    [InlineData("{\"id\":\"other\",\"version\":1,\"title\":\"t\",\"division\":\"3213\",\"base\":\"nation\"}")]
    [InlineData("{\"id\":\"city\",\"version\":1,\"title\":\"t\",\"division\":\"3213\",\"base\":\"../nation\"}")]
    [InlineData("{\"id\":\"city\",\"version\":1,\"title\":\"t\",\"division\":\"3213\",\"base\":\"city\"}")]
    [InlineData("{\"id\":\"city\",\"version\":1,\"title\":\"t\",\"division\":\"9999\",\"base\":\"nation\"}")]
    [InlineData("{\"id\":\"city\",\"version\":1,\"title\":\"t\",\"division\":\"3213\",\"base\":\"nation\",\"time_zone\":\"Mars/Base\"}")]
    [InlineData("{\"id\":\"city\",\"version\":1,\"title\":\"t\",\"division\":\"3213\",\"base\":\"nation\",\"time_zone\":null}")]
    public void Refuses_an_unsound_pack_json_without_throwing(string json)
        => pack.Write("city/pack.json", json).Faults().ShouldContain(f => f.StartsWith("city/pack.json", StringComparison.Ordinal));

    [Fact]
    public void Refuses_a_pack_without_pack_json() => pack.Delete("city/pack.json").Faults().ShouldBe(["city/pack.json：缺少这个文件"]);

    [Fact]
    public void Refuses_a_letter_with_a_script()
        => pack.Write("city/templates/letter.html", "<p>{{name}}</p><script>1</script>").Faults().ShouldBe(["city/templates/letter.html：文书里不能有脚本"]);

    [Fact]
    public void Mentions_a_file_nobody_reads_without_refusing_the_pack()
    {
        var read = pack.Write("city/vehicle.csv", "id\n").Read();
        read.Ok.ShouldBeTrue();
        read.Notices.ShouldHaveSingleItem().File.ShouldBe("city/vehicle.csv");
    }

    [Fact]
    public void Refuses_unknown_institutions_and_permissions_of_a_module_file()
    {
        var posts = new TablePackFile<Template>("posts.csv", 100, [PackColumn.Code("id").AsKey(), new PackColumn("permissions", (text, check) => text.Split(' ').FirstOrDefault(w => !check.PermissionsOf(w).Any()) is { } word ? $"没有权限“{word}”" : null), PackColumn.Refers("home", "homes.csv")], _ => throw new InvalidOperationException());
        pack.Write("city/posts.csv", "id,permissions,home\na,funeral.case.read funeral.*,h\nb,funeral.case.raed,h\n").Faults(posts).ShouldBe(
            ["city/posts.csv:2:3 home：homes.csv 里没有 id 为“h”的行", "city/posts.csv:3:2 permissions：没有权限“funeral.case.raed”", "city/posts.csv:3:3 home：homes.csv 里没有 id 为“h”的行"]);
    }
}
