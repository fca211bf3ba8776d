using System.Net;
using System.Text.RegularExpressions;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys;

/// <summary>J9: a village officer acts for a woman of 82 whose husband has died, with her consent by telephone; she takes it back herself.</summary>
public sealed partial class ProxyJourney
{
    private const string Elder = "13700001234";

    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_village_officer_acts_for_an_elder_as_long_as_she_agrees(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var officer = await Visitor.SignedInAsync(host, "村干部");
        await ConsentAsync(host, officer);
        Moved(await officer.PostFormAsync("/work/proxies", [], "begin-"), "/me");
        var mine = await officer.Http.GetStringAsync("/me", TestContext.Current.CancellationToken);
        mine.ShouldContain("由苗青代办");
        mine.ShouldContain("137****1234");

        (await officer.Http.GetStringAsync("/pickup", TestContext.Current.CancellationToken)).ShouldContain("您正在替张秀英办理");
        var asked = await officer.PostFormAsync("/pickup", new() { ["Form.PlaceKind"] = "home", ["Form.County"] = "321302", ["Form.Address"] = "王集村三组12号", ["Form.Phone"] = Elder, ["Form.Name"] = "李德福", ["act"] = "send" }, "pickup");
        asked.Headers.Location!.ToString().ShouldContain("/pickup/accepted/");
        mine = await officer.Http.GetStringAsync("/me", TestContext.Current.CancellationToken);
        mine.ShouldContain("李德福");
        var link = WebUtility.HtmlDecode(CaseLink().Match(mine).Value);
        Moved(await officer.Http.GetAsync(link, TestContext.Current.CancellationToken), "/my/case");
        (await officer.Http.GetStringAsync("/my/case", TestContext.Current.CancellationToken)).ShouldContain("李德福");

        await StandsInTheAuditAsync(host);
        await TakenBackAsync(host);
        Moved(await officer.Http.GetAsync("/me", TestContext.Current.CancellationToken), "/me/sign-in");
        Moved(await officer.Http.GetAsync("/my/case", TestContext.Current.CancellationToken), "/progress");
        Moved(await officer.Http.GetAsync(link, TestContext.Current.CancellationToken), "/progress");
        (await officer.TryAsync("/public/pickups", new { county = "321302", address = "x", placeKind = "Home", phone = Elder, name = "某某", nameUnknown = false })).StatusCode.ShouldBe(HttpStatusCode.OK, "anybody may still call a hearse in their own name");
    }

    private static async Task ConsentAsync(TestHost host, Visitor officer)
    {
        Moved(await officer.PostFormAsync("/work/proxies", new() { ["Form.Name"] = "张秀英", ["Form.Phone"] = Elder, ["Form.Scope"] = "Act", ["Form.Days"] = "7" }, "value=\"ask\""), "/work/proxies");
        var sms = await SmsAsync(host, "要替您办");
        sms.ShouldContain("【宿迁市民政局】苗某要替您办殡葬事项");
        var code = Digits().Match(sms).Value;
        var wrong = await officer.PostFormAsync("/work/proxies", new() { ["Code"] = code == "000000" ? "111111" : "000000" }, "value=\"code\"");
        (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("还可以试4次");
        Moved(await officer.PostFormAsync("/work/proxies", new() { ["Code"] = code }, "value=\"code\""), "/work/proxies");
    }

    private static async Task StandsInTheAuditAsync(TestHost host)
    {
        using var auditor = await Visitor.SignedInAsync(host, "审计");
        var audit = await auditor.Http.GetStringAsync("/api/v1/audit?who=t-cungan&what=AskForPickup", TestContext.Current.CancellationToken);
        var text = Regex.Unescape(audit);
        text.ShouldContain("由苗青代办");
        text.ShouldContain("（代张＊英办理）");
    }

    /// <summary>She signs in with a code on her own telephone, sees who may act, and ends it.</summary>
    private static async Task TakenBackAsync(TestHost host)
    {
        using var elder = new Visitor(host.Client());
        Moved(await elder.Http.GetAsync("/me", TestContext.Current.CancellationToken), "/me/sign-in");
        Moved(await elder.PostFormAsync("/me/sign-in", new() { ["Phone"] = Elder }, "value=\"phone\""), "/me/sign-in");
        var page = await elder.Http.GetStringAsync("/me/sign-in?elder=1", TestContext.Current.CancellationToken);
        page.ShouldContain("autocomplete=\"one-time-code\"");
        page.ShouldContain("data-elder");
        var code = Digits().Match(await SmsAsync(host, "用于登录")).Value;
        Moved(await elder.PostFormAsync("/me/sign-in", new() { ["Code"] = code }, "value=\"code\""), "/me");
        var mine = await elder.Http.GetStringAsync("/me", TestContext.Current.CancellationToken);
        mine.ShouldContain("苗青");
        mine.ShouldContain("李德福");
        Moved(await elder.PostFormAsync("/me", [], "end-"), "/me");
        (await SmsAsync(host, "已收回")).ShouldContain("苗某");
        Moved(await elder.PostFormAsync("/me", [], "value=\"leave\""), "/");
        Moved(await elder.Http.GetAsync("/me", TestContext.Current.CancellationToken), "/me/sign-in");
    }

    private static void Moved(HttpResponseMessage answer, string to)
    {
        ((int)answer.StatusCode).ShouldBeInRange(301, 303, answer.RequestMessage!.RequestUri!.ToString());
        answer.Headers.Location!.ToString().Replace("http://" + answer.RequestMessage.RequestUri!.Authority, "", StringComparison.Ordinal).Split('?')[0].ShouldBe(to);
    }

    /// <summary>The last text message to her that says this, once the host has sent it.</summary>
    private static async Task<string> SmsAsync(TestHost host, string saying)
    {
        var folder = Path.Combine(host.Services.GetRequiredService<DatabaseSettings>().Folder, "sms");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            if (Directory.Exists(folder) && Directory.GetFiles(folder).SelectMany(Lines).LastOrDefault(l => l.Contains(Elder, StringComparison.Ordinal) && l.Contains(saying, StringComparison.Ordinal)) is { } line)
                return line[line.IndexOf("\"text\"", StringComparison.Ordinal)..];
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("No text message: " + saying);
    }

    private static string[] Lines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"/my/case\?id=[0-9a-f]{32}")]
    private static partial Regex CaseLink();
}
