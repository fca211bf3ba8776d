using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Settings;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys;

/// <summary>One person from the night call to the niche, over HTTP as nine people do it, on both databases.</summary>
public sealed partial class ChainJourney
{
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task From_the_night_call_to_the_niche_with_a_custody_chain_that_verifies(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var desk = await Visitor.SignedInAsync(host, "接线员");
        var report = await desk.DoAsync("/cases", Night("周桂兰", "321302194203184528"));
        var id = report["caseId"]!.GetValue<Guid>();
        var pickup = await desk.DoAsync("/pickups", new { caseId = id, floor = 4, hasLift = false });
        pickup["dueAt"].ShouldNotBeNull();

        using var driver = await Visitor.SignedInAsync(host, "司机");
        var tag = (await driver.DoAsync("/pickups/record", new { caseId = id, vehicle = "fh-1-car-1", driver = "t-siji", secondCrew = "t-siji-2", signedBy = "family" }))["tag"]!.GetValue<string>();
        host.Clock.Advance(TimeSpan.FromHours(1));
        using var front = await Visitor.SignedInAsync(host, "前台");
        using var cold = await Visitor.SignedInAsync(host, "冷藏");
        await Refused(cold, "/remains/receive", new { caseId = id, tag = "T9999999990000009X", place = "fh-1-box-1" }, 422, "funeral.tag.mismatch");
        await cold.DoAsync("/remains/receive", new { caseId = id, tag, place = "fh-1-box-1" });

        // at the counter: no certificate, no contract
        var wishes = new { caseId = id, disposition = "Cremation", handlerName = "李建国", handlerPhone = "13800005521", relation = "长子", handlerIdType = "Unknown", signed = true };
        await Refused(front, "/dispositions", wishes, 422, "funeral.evidence.missing");
        await front.DoAsync("/cases/evidence", new { caseId = id, kind = "MedicalCertificate", number = "32130220260000187", issuer = "项里街道社区卫生服务中心", issuedOn = "2026-04-15" });
        var contract = await front.DoAsync("/dispositions", wishes);
        contract["earliestAt"].ShouldNotBeNull();

        using var first = await Visitor.SignedInAsync(host, "火化工甲");
        var ignition = new { caseId = id, cremator = "fh-1-crem-1", secondScan = tag };
        await first.DoAsync("/cremations/check-tag", new { caseId = id, firstScan = tag });
        using (var second = await Visitor.SignedInAsync(host, "火化工乙")) await Refused(second, "/cremations", ignition, 422, "funeral.cremation.too-early");
        host.Clock.Advance(TimeSpan.FromHours(30));
        await Refused(first, "/cremations", ignition, 401, "kernel.sign-in.needed"); // thirty hours later nobody is still signed in
        using var scanner = await Visitor.SignedInAsync(host, "火化工甲");
        using var operators = await Visitor.SignedInAsync(host, "火化工乙");
        await Refused(operators, "/cremations", ignition, 422, "funeral.cremation.first-scan"); // yesterday's scan is not today's
        await Refused(scanner, "/cremations/check-tag", new { caseId = id, firstScan = "T0000000000000000X" }, 422, "funeral.tag.mismatch");
        await scanner.DoAsync("/cremations/check-tag", new { caseId = id, firstScan = tag });
        await Refused(scanner, "/cremations", ignition, 422, "funeral.two-persons");
        await Refused(operators, "/cremations", ignition with { secondScan = "T0000000000000000X" }, 422, "funeral.tag.mismatch");
        await operators.DoAsync("/cremations", ignition);
        host.Clock.Advance(TimeSpan.FromMinutes(25));
        var ashes = (await operators.DoAsync("/cremations/finish", new { caseId = id }))["ashesNumber"]!.GetValue<string>();

        using var counter = await Visitor.SignedInAsync(host, "前台");
        var certificate = (await counter.DoAsync("/certificates", new { caseId = id }))["number"]!.GetValue<string>();
        using var keeper = await Visitor.SignedInAsync(host, "骨灰");
        await keeper.DoAsync("/ashes/place", new { caseId = id, ashes, niche = "fh-1-n-001", years = 20 });

        await StandsInTheBooksAsync(host, id, certificate);
        await AskedHowItWasAsync(host);
    }

    /// <summary>Days after the last act the family gets one text message; its address opens the form without sign-in, once.</summary>
    private static async Task AskedHowItWasAsync(TestHost host)
    {
        var dispatcher = host.Services.GetRequiredService<Dispatcher>();
        while (await dispatcher.DispatchAsync(100, TestContext.Current.CancellationToken) > 0)
        {
        }
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
            db.Add(new SettingValue { Key = "notifications.site.address", Value = "https://mz.example", ChangedBy = "test", ChangedAt = host.Clock.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await host.Services.GetRequiredService<SettingBook>().RefreshAsync(db, null!, TestContext.Current.CancellationToken);
        }
        var sending = host.Services.GetServices<IJob>().Single(j => j.Name == "feedback.send");
        await sending.RunAsync(null!, TestContext.Current.CancellationToken);
        host.Clock.Advance(TimeSpan.FromHours(74));
        // by day: at night nobody is asked
        while (host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Hour is < 9 or > 16) host.Clock.Advance(TimeSpan.FromHours(1));
        await sending.RunAsync(null!, TestContext.Current.CancellationToken);
        await sending.RunAsync(null!, TestContext.Current.CancellationToken);
        (await SurveysAsync(host)).ShouldBe(["Planned", "Sent"]);
        for (var tries = 0; tries < 150 && Texts(host).Count == 0; tries++) await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        var text = Texts(host).ShouldHaveSingleItem("one message, and none on the day itself");
        text.ShouldContain("周某某的后事");
        var path = FormAddress().Match(text).Value;
        using var family = new Visitor(host.Client());
        (await family.PostFormAsync(path, new() { ["Answers[care]"] = "5", ["Answers[told]"] = "1", ["Comment"] = "师傅很耐心" }, "answer")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await family.Http.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldContain("已收到");
    }

    private static async Task<List<string>> SurveysAsync(TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AnminDb>().Database.SqlQuery<string>($"""select state as "Value" from feedback_survey order by state""").ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The texts of the messages that left so far, as the stand-in of the operator wrote them down.</summary>
    private static List<string> Texts(TestHost host)
    {
        var folder = Path.Combine(host.Services.GetRequiredService<DatabaseSettings>().Folder, "sms");
        return !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder).SelectMany(path =>
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n');
        }).Where(line => line.Contains("/f/", StringComparison.Ordinal))];
    }

    private static async Task StandsInTheBooksAsync(TestHost host, Guid id, string certificate)
    {
        await SealAsync(host);
        await using var scope = host.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(TestContext.Current.CancellationToken);
        report.Broken.ShouldBeNull();
        report.Entries.ShouldBeGreaterThan(12);
        var proof = await SubjectProof.OfAsync(scope.ServiceProvider.GetRequiredService<AnminDb>(), id, TestContext.Current.CancellationToken);
        proof!.Lines.Count(l => l.Text.Contains("custody.moved", StringComparison.Ordinal)).ShouldBe(5);
        using var anybody = new Visitor(host.Client());
        var page = await anybody.Http.GetStringAsync("/verify/" + certificate, TestContext.Current.CancellationToken);
        page.ShouldContain("现在有效");
        page.ShouldContain("周＊兰");
        page.ShouldNotContain("周桂兰");
        page.ShouldNotContain("321302194203184528");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_repeat_with_the_same_key_gets_the_first_answer_and_another_body_is_refused(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var desk = await Visitor.SignedInAsync(host, "接线员");
        var key = Guid.NewGuid().ToString("N");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.DoAsync("/cases", Night("周桂兰", "321302194203184528"), key)));
        answers.Select(a => a["caseId"]!.GetValue<Guid>()).Distinct().Count().ShouldBe(1);
        (await desk.TryAsync("/cases", Night("周桂芳", "321302194203184528"), key)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_not_yours_and_what_is_not_there_answer_alike(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var desk = await Visitor.SignedInAsync(host, "接线员");
        var id = (await desk.DoAsync("/cases", Night("周桂兰", "321302194203184528")))["caseId"]!.GetValue<Guid>();
        await desk.DoAsync("/pickups", new { caseId = id });
        using var stranger = await Visitor.SignedInAsync(host, "外前台");
        var evidence = new { caseId = id, kind = "MedicalCertificate", number = "32130220260000187", issuer = "医院", issuedOn = "2026-04-15" };
        var theirs = await (await stranger.TryAsync("/cases/evidence", evidence)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var nobodys = await (await stranger.TryAsync("/cases/evidence", evidence with { caseId = Guid.NewGuid() })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        JsonNode.Parse(theirs)!["code"]!.GetValue<string>().ShouldBe(JsonNode.Parse(nobodys)!["code"]!.GetValue<string>());
    }

    private static object Night(string name, string id) => new
    {
        source = "Family",
        name,
        idType = "IdCard",
        idNumber = id,
        sex = "Unknown",
        place = "321302001",
        placeKind = "Home",
        address = "锦绣园6号楼402",
        diedAt = "2026-04-15 08:40",
        handlerPhone = "13800005521",
        handlerName = "李建国",
        relation = "长子",
    };

    private static async Task Refused(Visitor visitor, string path, object request, int status, string code)
    {
        var answer = await visitor.TryAsync(path, request);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((int)answer.StatusCode, problem["code"]?.GetValue<string>()).ShouldBe((status, code));
        problem["detail"]!.GetValue<string>().ShouldEndWith("。");
    }

    /// <summary>The host's own sealer may be at work while its lease is taken over; of the two the database keeps the first, and the other looks again.</summary>
    private static async Task SealAsync(TestHost host)
    {
        for (var again = 2; ; again--)
        {
            try
            {
                await host.Services.GetRequiredService<Sealer>().SealAsync(await LeaseAsync(host), TestContext.Current.CancellationToken);
                return;
            }
            catch (DbUpdateException) when (again > 0)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>The host's own sealer holds the lease; waits its turn as another node would.</summary>
    private static async Task<Lease> LeaseAsync(TestHost host)
    {
        while (true)
        {
            if (await host.Services.GetRequiredService<Leases>().TakeAsync("kernel.seal", TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken) is { } lease) return lease;
            host.Clock.Advance(TimeSpan.FromSeconds(20));
        }
    }

    [GeneratedRegex("/f/[A-Za-z0-9_-]{22}")]
    private static partial Regex FormAddress();
}
