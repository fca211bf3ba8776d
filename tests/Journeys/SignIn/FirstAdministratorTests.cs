using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SignIn;

/// <summary>The stop-watch robot: an empty folder, the real program in a process of its own, and a browser's requests, until the first administrator is in with password and code.</summary>
public sealed partial class FirstAdministratorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("anmin-first-");
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private Process? server;
    private int commands;

    [Fact]
    public async Task From_an_empty_folder_to_the_first_administrator_signed_in_with_a_code_in_at_most_five_commands()
    {
        var link = new Uri(await ServeAsync());
        using var robot = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(link.GetLeftPart(UriPartial.Authority)) });
        (await robot.PostFormAsync(link.PathAndQuery, [], "\"token\"")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var opened = await robot.PostFormAsync("/admin/accounts?act=open&person=builtin-administrator", new() { ["login"] = "first", ["way"] = "link" }, "\"act\"");
        opened.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var invite = new Uri(Secret(await robot.Http.GetStringAsync(opened.Headers.Location, TestContext.Current.CancellationToken), "invite"));
        var chosen = await robot.PostFormAsync(invite.PathAndQuery, new() { ["password"] = "三只灰鸽落在旧邮筒上", ["again"] = "三只灰鸽落在旧邮筒上" }, "\"password\"");
        chosen.Headers.Location!.ToString().ShouldBe("/sign-in/enrol");

        var page = await robot.Http.GetStringAsync("/sign-in/enrol", TestContext.Current.CancellationToken);
        page.ShouldContain("am-qr");
        // the page is asked for once more by the form, and offers another secret: the one that is sent back counts
        var offer = Offer().Match(page).Groups[1].Value;
        var entered = await robot.PostFormAsync("/sign-in/enrol", new() { ["offer"] = WebUtility.HtmlDecode(offer), ["code"] = Authenticator.Code(Secret(page, "totp-key"), TimeProvider.System.GetUtcNow()) }, "\"enrol\"");
        var codes = await entered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        entered.StatusCode.ShouldBe(HttpStatusCode.OK, codes);
        RecoveryCode().Count(codes).ShouldBe(10);

        var mine = await robot.Http.GetStringAsync("/work/me/security", TestContext.Current.CancellationToken);
        mine.ShouldContain("已启用");
        mine.ShouldContain("备用码还剩 10 个");
        commands.ShouldBeLessThanOrEqualTo(5);
        TestContext.Current.SendDiagnosticMessage($"First administrator in with a code after {commands} command(s), {watch.Elapsed.TotalSeconds:F1} s.");
    }

    /// <returns>The link printed on the console.</returns>
    private async Task<string> ServeAsync()
    {
        commands++;
        var told = new TaskCompletionSource<string>();
        server = new Process { StartInfo = new(Path.Combine(AppContext.BaseDirectory, "anmin"), ["serve", "--data", Path.Combine(folder.FullName, "data"), "--urls", "http://127.0.0.1:0", "--pack", Path.Combine(AppContext.BaseDirectory, "pack")]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        server.OutputDataReceived += (_, e) =>
        {
            if (Link().Match(e.Data ?? "") is { Success: true } found) told.TrySetResult(found.Value);
        };
        server.ErrorDataReceived += (_, _) => { };
        server.Start();
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return await told.Task.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (server is { HasExited: false })
        {
            server.Kill();
            server.WaitForExit();
        }
        server?.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Secret(string page, string id) => WebUtility.HtmlDecode(Regex.Match(page, $"<code class=\"secret\" id=\"{id}\">([^<]+)</code>").Groups[1].Value) is { Length: > 0 } found ? found : throw new InvalidOperationException($"No {id} on the page.");

    [GeneratedRegex(@"http://[\d.:]+/sign-in\?token=[0-9a-f]{32}")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"offer\" value=\"([^\"]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("<code>[A-Z2-9]{5}-[A-Z2-9]{5}</code>")]
    private static partial Regex RecoveryCode();
}
