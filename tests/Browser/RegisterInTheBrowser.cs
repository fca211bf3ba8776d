using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>J7 of UX.md, its import: 3 000 rows of an old register without a mouse, every fault by row and column, only the faulty rows sent again.</summary>
public sealed class RegisterInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const int Rows = 3000, EachFaulty = 50, Faulty = Rows / EachFaulty;
    private int keys;

    [Fact]
    public async Task Three_thousand_rows_are_brought_in_and_only_the_faulty_ones_are_sent_again()
    {
        var archive = await city.OpenAsync("公墓档案");
        await archive.GotoAsync("/work/cemetery/register");
        var heading = (await TextAsync(archive, "/api/v1/cemetery/register/file")).Split("\r\n")[0];
        await UploadAsync(archive, "old-register.csv", Book(heading.Split(',')));

        (await FigureAsync(archive, "表里共")).ShouldBe(Rows);
        (await FigureAsync(archive, "退回修改")).ShouldBe(Faulty);
        (await FigureAsync(archive, "可以导入")).ShouldBe(Rows - Faulty);
        var reasons = await archive.Locator("table.faults tbody tr").AllInnerTextsAsync();
        reasons.Count.ShouldBe(Faulty);
        reasons.ShouldAllBe(r => char.IsAsciiDigit(r[0]), "each fault says its row");
        reasons.Count(r => r.Contains("签订日期", StringComparison.Ordinal) || r.Contains("容纳人数", StringComparison.Ordinal)).ShouldBe(reasons.Count, "and its column");
        await ConfirmAsync(archive);
        (await FigureAsync(archive, "已导入")).ShouldBe(Rows - Faulty);

        var wrong = await TextAsync(archive, (await archive.GetAttributeAsync("a:text-is('CSV')", "href"))!);
        var again = wrong.TrimEnd().Split("\r\n");
        RobotTable.Count("J7 导入", "rows sent again", again.Length - 1, Faulty);
        await archive.GotoAsync("/work/cemetery/register");
        await UploadAsync(archive, "old-register-mended.csv", wrong.Replace("1998-13-40", "1998-04-02", StringComparison.Ordinal).Replace("两人", "2", StringComparison.Ordinal));
        (await FigureAsync(archive, "退回修改")).ShouldBe(0);
        await ConfirmAsync(archive);
        (await FigureAsync(archive, "已导入")).ShouldBe(Faulty);

        await archive.GotoAsync("/work/cemetery/register");
        await UploadAsync(archive, "old-register-once-more.csv", Book(heading.Split(',')).Replace("1998-13-40", "1998-04-02", StringComparison.Ordinal).Replace("两人", "2", StringComparison.Ordinal));
        (await FigureAsync(archive, "以前导入过")).ShouldBe(Rows, "the whole book again brings nothing twice");
        (await archive.Locator("button:has-text('确认导入')").CountAsync()).ShouldBe(0);
        RobotTable.Count("J7 导入", "keys", keys, 5);
    }

    /// <summary>Chooses the file and sends it with the keyboard.</summary>
    private async Task UploadAsync(IPage page, string name, string text)
    {
        await page.SetInputFilesAsync("[name=File]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.FocusAsync("[name=File]");
        await page.Keyboard.PressAsync("Control+Enter");
        keys++;
        await page.WaitForURLAsync(url => url.Contains("/register/", StringComparison.Ordinal), new() { Timeout = 60_000 });
    }

    private async Task ConfirmAsync(IPage page)
    {
        await page.FocusAsync("button:has-text('确认导入')");
        await page.Keyboard.PressAsync("Enter");
        keys++;
        await page.WaitForSelectorAsync(".wizard [data-on=now]:text-is('结果')", new() { Timeout = 120_000 });
    }

    private static async Task<int> FigureAsync(IPage page, string word)
        => int.Parse(string.Concat((await page.Locator($"dl.figures div:has(dt:text-is('{word}')) dd").InnerTextAsync()).Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        answer.Ok.ShouldBeTrue(address);
        return Encoding.UTF8.GetString(await answer.BodyAsync()).TrimStart('\uFEFF');
    }

    /// <summary>A book of one section: every fiftieth row has a date no calendar knows or a number in words.</summary>
    private static string Book(string[] heading)
    {
        var text = new StringBuilder(string.Join(',', heading)).Append("\r\n");
        for (var i = 0; i < Rows; i++)
        {
            var cells = new string[heading.Length];
            Array.Fill(cells, "");
            void Put(string column, string value) => cells[Array.IndexOf(heading, column)] = value;
            var (faulty, row, number) = (i % EachFaulty == 7, (i / 50) + 1, (i % 50) + 1);
            Put("墓区", "老区");
            Put("安葬方式", "墓葬");
            Put("排", row.ToString(CultureInfo.InvariantCulture));
            Put("号", number.ToString(CultureInfo.InvariantCulture));
            Put("容纳人数", faulty && i % 100 < 50 ? "两人" : "2");
            Put("墓碑", "卧碑");
            Put("面积（㎡）", "0.80");
            Put("合同编号", $"旧-1998-{i:0000}");
            Put("购买人", "示例甲");
            Put("签订日期", faulty && i % 100 >= 50 ? "1998-13-40" : "1998-04-02");
            Put("使用期始", "1998-04-02");
            Put("使用期止", "2018-04-01");
            Put("续至1", "2038-04-01");
            text.AppendJoin(',', cells).Append("\r\n");
        }
        return text.ToString();
    }
}
