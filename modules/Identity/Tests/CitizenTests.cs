using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Identity.Citizens;
using Anmin.Identity.Proxies;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public abstract partial class CitizenTests(AppFixture fixture)
{
    private static int serial;
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task Six_digits_open_the_door_once()
    {
        var phone = Phone();
        var sent = (await SendAsync(phone)).Value!;
        sent.Shown.ShouldBe(phone[..3] + "****" + phone[^4..]);
        var code = await CodeOfAsync(phone);
        var entered = (await EnterAsync(sent.CodeId, code)).Value!;
        entered.Token!.Length.ShouldBe(64);
        (await EnterAsync(sent.CodeId, code)).Problem.ShouldBe(CitizenProblems.CodeOver);
        (await app.ReadAsync(db => db.Set<CitizenSession>().AsNoTracking().SingleAsync(s => s.Token == CitizenSession.HashOf(entered.Token)))).Phone!.Reveal().ShouldBe(phone);
        (await app.CountAsync($"select count(*) from identity_citizen_code where cast(hash as char(400)) like '%{code}%'")).ShouldBe(0);
        (await app.CountAsync($"select count(*) from kernel_answer where reply like '%{entered.Token}%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Five_wrong_tries_close_a_code_also_when_all_come_at_once()
    {
        var phone = Phone();
        var sent = (await SendAsync(phone)).Value!;
        var code = await CodeOfAsync(phone);
        var wrong = code == "000000" ? "111111" : "000000";
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => EnterAsync(sent.CodeId, wrong)));
        tries.Count(t => t.Ok).ShouldBe(5);
        tries.Where(t => t.Ok).ShouldAllBe(t => t.Value!.Token == null);
        (await EnterAsync(sent.CodeId, code)).Problem.ShouldBe(CitizenProblems.CodeOver);
    }

    [Fact]
    public async Task A_code_lasts_five_minutes_and_a_newer_one_replaces_it()
    {
        var phone = Phone();
        var first = (await SendAsync(phone)).Value!;
        var code = await CodeOfAsync(phone);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = (await SendAsync(phone)).Value!;
        (await EnterAsync(first.CodeId, code)).Problem.ShouldBe(CitizenProblems.CodeOver);
        code = await CodeOfAsync(phone);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await EnterAsync(second.CodeId, code)).Problem.ShouldBe(CitizenProblems.CodeOver);
    }

    [Fact]
    public async Task Asking_too_often_is_refused_with_the_time_to_ask_again_by_telephone_by_device_and_by_address()
    {
        var phone = Phone();
        (await SendAsync(phone)).Ok.ShouldBeTrue();
        var again = (await SendAsync(phone)).Problem!;
        again.Code.ShouldBe("identity.citizen.too-many");
        again.Message.ShouldMatch(@"请在\d\d:\d\d以后再取");
        for (var i = 0; i < 4; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            (await SendAsync(phone)).Ok.ShouldBeTrue();
        }
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await SendAsync(phone)).Problem!.Code.ShouldBe("identity.citizen.too-many", "five an hour for one telephone");
        for (var i = 0; i < 10; i++) (await SendAsync(Phone(), "one-device", $"10.0.1.{i}")).Ok.ShouldBeTrue();
        (await SendAsync(Phone(), "one-device", "10.0.1.99")).Problem!.Code.ShouldBe("identity.citizen.too-many", "ten an hour from one device");
        for (var i = 0; i < 60; i++) (await SendAsync(Phone(), $"d{i}", "10.0.2.1")).Ok.ShouldBeTrue();
        (await SendAsync(Phone(), "d60", "10.0.2.1")).Problem!.Code.ShouldBe("identity.citizen.too-many", "sixty an hour from one address");
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await SendAsync(phone)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "kernel.required")]
    [InlineData("12345", "phone.")]
    [InlineData("0527-80001120", "identity.citizen.not-mobile")]
    public async Task What_gets_no_text_message_is_refused(string phone, string code) => (await SendAsync(phone)).Problem!.Code.ShouldStartWith(code);

    [Theory]
    [InlineData("１２３ ４５６", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12a456", null)]
    [InlineData(null, null)]
    public void A_code_is_read_however_it_is_typed(string? typed, string? code) => CitizenCode.Read(typed).ShouldBe(code);

    [Fact]
    public async Task An_elder_agrees_by_reading_a_code_to_the_officer_and_only_this_officer_may_act()
    {
        var phone = Phone();
        var officer = app.As("村干部");
        var ask = new AskConsent.Request("张秀英", phone, null, ProxyScope.Act, 7);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<AskConsent>(), ask)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await officer.RunAsync(s => s.GetRequiredService<AskConsent>(), ask with { Days = 400, Scope = null })).Problem!.All().Select(p => p.Field).ShouldBe(["Scope", "Days"]);
        var key = Guid.NewGuid().ToString("N");
        var asked = (await officer.RunAsync(s => s.GetRequiredService<AskConsent>(), ask, key)).Value!;
        (await officer.RunAsync(s => s.GetRequiredService<AskConsent>(), ask, key)).Value.ShouldBe(asked);
        (await officer.RunAsync(s => s.GetRequiredService<BeginProxy>(), new BeginProxy.Request(asked.ConsentId))).Problem.ShouldBe(CitizenProblems.NotYours);
        var code = await CodeOfAsync(phone);
        (await officer.RunAsync(s => s.GetRequiredService<RecordConsent>(), new RecordConsent.Request(asked.ConsentId, code == "000000" ? "111111" : "000000"))).Value.ShouldBe(new RecordConsent.Reply(false, 4));
        (await officer.RunAsync(s => s.GetRequiredService<RecordConsent>(), new RecordConsent.Request(asked.ConsentId, code))).Value!.Given.ShouldBeTrue();
        (await officer.RunAsync(s => s.GetRequiredService<RecordConsent>(), new RecordConsent.Request(asked.ConsentId, code))).Problem.ShouldBe(CitizenProblems.CodeOver);
        (await officer.RunAsync(s => s.GetRequiredService<BeginProxy>(), new BeginProxy.Request(asked.ConsentId))).Ok.ShouldBeTrue();
        var other = app.As(officer.Actor with { Id = "somebody-else" });
        (await other.RunAsync(s => s.GetRequiredService<BeginProxy>(), new BeginProxy.Request(asked.ConsentId))).Problem.ShouldBe(CitizenProblems.NotYours);
        (await other.RunAsync(s => s.GetRequiredService<EndConsent>(), new EndConsent.Request(asked.ConsentId))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await officer.RunAsync(s => s.GetRequiredService<FindProxies>(), new FindProxies.Request())).Value!.Rows.Single(r => r.Id == asked.ConsentId).State.ShouldBe("given");
        (await officer.RunAsync(s => s.GetRequiredService<EndConsent>(), new EndConsent.Request(asked.ConsentId))).Ok.ShouldBeTrue();
        (await officer.RunAsync(s => s.GetRequiredService<BeginProxy>(), new BeginProxy.Request(asked.ConsentId))).Problem.ShouldBe(CitizenProblems.NotYours);
        (await app.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Subject == asked.ConsentId && a.Result == "ok"))).ShouldBe(5);
    }

    private Task<Outcome<SendCitizenCode.Reply>> SendAsync(string phone, string device = "", string address = "")
        => new Acting(app, Actor.Public with { Device = address.Length > 0 ? address : "10.9." + Next() + ".1" }).RunAsync(s => s.GetRequiredService<SendCitizenCode>(), new SendCitizenCode.Request(phone, device.Length > 0 ? device : "d" + Next()));

    private Task<Outcome<SignInCitizen.Reply>> EnterAsync(Guid id, string code) => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<SignInCitizen>(), new SignInCitizen.Request(id, code));

    /// <summary>What the telephone shows.</summary>
    private async Task<string> CodeOfAsync(string phone)
    {
        await app.Services.GetServices<IJob>().Single(j => j.Name == "notifications.deliver").RunAsync(new Lease { Name = "", Owner = "" }, TestContext.Current.CancellationToken);
        var line = Directory.GetFiles(Path.Combine(app.Database.Folder, "sms")).SelectMany(File.ReadAllLines).Last(l => l.Contains(phone, StringComparison.Ordinal));
        return Digits().Match(line[line.IndexOf("\"text\"", StringComparison.Ordinal)..]).Value;
    }

    private static string Next() => Interlocked.Increment(ref serial).ToString(CultureInfo.InvariantCulture);

    private static string Phone() => string.Create(CultureInfo.InvariantCulture, $"1360000{Interlocked.Increment(ref serial):0000}");

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();
}

public sealed class CitizenTestsOnSqlite(SqliteApp f) : CitizenTests(f), IClassFixture<SqliteApp>;

public sealed class CitizenTestsOnPostgres(PostgresApp f) : CitizenTests(f), IClassFixture<PostgresApp>;
