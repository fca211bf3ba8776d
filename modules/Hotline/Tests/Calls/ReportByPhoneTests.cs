using Anmin.Hotline.Calls;
using Anmin.Hotline.Screen;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.Calls;

/// <summary>A call becomes a case with its hearse in one commit, by the rules of the front desk.</summary>
public abstract class ReportByPhoneTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Five_answers_make_a_case_and_send_for_the_hearse()
    {
        var phone = Phone();
        var call = await App.TakenAsync(phone);
        var made = Must(await App.ReportAsync(Report(call), key: "one"));
        (made.Number.Length > 0, made.OrderNumber?.Length > 0, made.HomeName, made.DueAt - App.Clock.GetUtcNow()).ShouldBe((true, true, "宿城测试馆", TimeSpan.FromHours(12)));
        Must(await App.ReportAsync(Report(call), key: "one")).Number.ShouldBe(made.Number, "sent twice");
        (await App.ReportAsync(Report(call))).Problem!.Code.ShouldBe("hotline.call.has-case");
        var seen = await App.SeenAsync(call);
        var mine = seen.Of!.Cases.ShouldHaveSingleItem();
        (mine.CaseId, mine.Open, mine.Name, mine.Pickup).ShouldBe((made.FuneralCase, true, null, "接运单已收到，还没有派车"));
        (await App.CountAsync($"select count(*) from funeral_case where source = 'Hotline' and number = '{made.Number}'")).ShouldBe(1);
        (await App.CountAsync($"select count(*) from funeral_pickup where number = '{made.OrderNumber}'")).ShouldBe(1);
        (await App.CountAsync($"select count(*) from hotline_call where opened_case and steps = 'death-sure death-where'")).ShouldBeGreaterThanOrEqualTo(1, "in the script's order, and only what is in it");
        Must(await App.EndAsync(call, kind: null, outcome: null, summary: null));
        (await App.As(Agent).DoAsync<FindHotlineCalls, FindHotlineCalls.Request, FindHotlineCalls.Reply>(new(Phone: phone))).Lines.ShouldHaveSingleItem().Outcome.ShouldBe(CallOutcome.CaseOpened);
    }

    [Fact]
    public async Task The_next_call_of_that_number_finds_its_case_and_ends_about_it()
    {
        var phone = Phone();
        var first = await App.TakenAsync(phone);
        var made = Must(await App.ReportAsync(Report(first, "周桂英")));
        Must(await App.EndAsync(first));
        var again = await App.TakenAsync(phone);
        var known = (await App.SeenAsync(again)).Of!;
        (known.Cases[0].Name, known.Calls.Count).ShouldBe(("周桂英", 1));
        Must(await App.EndAsync(again, CallKind.Progress, CallOutcome.Solved, "问车到哪里", made.FuneralCase));
        var stranger = await App.TakenAsync(Phone());
        (await App.EndAsync(stranger, CallKind.Progress, CallOutcome.Solved, "问车到哪里", made.FuneralCase)).Problem!.Code.ShouldBe("hotline.call.case", "not the caller's own");
        (await App.SeenAsync(caller: phone, agent: Elsewhere)).Of!.Cases.ShouldBeEmpty("of another county");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_is_kept()
    {
        var call = await App.TakenAsync(Phone());
        var faults = (await App.ReportAsync(new(call, null, false, "", "", "", null, null, null, "12", null, false, false, false, null, null))).Problem!.All().Select(p => p.Field).ToList();
        faults.ShouldBe(["Name", "Place", "PlaceKind", "Address", "HandlerPhone"], ignoreOrder: true);
        (await App.ReportAsync(Report(call) with { NameUnknown = false })).Problem!.All().ShouldContain(p => p.Field == "Name");
        (await App.ReportAsync(Report(call, place: "zzzz"))).Problem!.Code.ShouldBe("hotline.town.none");
        (await App.ReportAsync(Report(call, place: "321322001") with { Floor = 500 })).Ok.ShouldBeFalse();
        (await App.SeenAsync(call)).Of!.Cases.ShouldBeEmpty();
        (await App.SeenAsync(call)).Call!.OpenedCase.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_agent_and_who_may_not_report_are_refused()
    {
        var call = await App.TakenAsync(Phone());
        (await App.ReportAsync(Report(call), agent: NotAllowed)).Problem!.Code.ShouldBe("kernel.denied");
        (await App.ReportAsync(Report(call), agent: Elsewhere)).Problem!.Code.ShouldBe("kernel.not-found");
        var agent = App.As(Agent).Actor;
        var limited = agent with { Grants = Anmin.Kernel.Actors.Grants.Of(Anmin.Kernel.Actors.DataScope.Below("3213"), new HashSet<string> { HotlinePermissions.TakeCall.Code }) };
        (await App.As(limited).TryAsync<ReportByPhone, ReportByPhone.Request, ReportByPhone.Reply>(Report(call))).Problem!.Code.ShouldBe("kernel.denied", "to take calls is not to report deaths");
        var colleague = App.As(agent with { Id = "colleague" });
        (await colleague.TryAsync<ReportByPhone, ReportByPhone.Request, ReportByPhone.Reply>(Report(call))).Problem!.Code.ShouldBe("hotline.call.not-yours");
    }

    [Fact]
    public async Task Without_a_hearse_there_is_a_case_alone()
    {
        var call = await App.TakenAsync(Phone());
        var made = Must(await App.ReportAsync(Report(call, address: "") with { NoHearse = true }));
        made.OrderNumber.ShouldBeNull();
        (await App.SeenAsync(call)).Of!.Cases.ShouldHaveSingleItem().Pickup.ShouldBeNull();
    }

    [Fact]
    public async Task A_family_whose_case_is_another_county_s_is_sent_there_and_told_nothing_of_it()
    {
        var phone = Phone();
        var made = Must(await App.ReportAsync(Report(await App.TakenAsync(phone), "周桂英")));
        var there = (await App.SeenAsync(await App.TakenAsync(phone, Elsewhere), agent: Elsewhere)).Of!;
        (there.Cases.Count, there.Open.Count).ShouldBe((0, 0));
        var other = there.Elsewhere.ShouldHaveSingleItem();
        (other.CaseId, other.Number, other.County, other.HomeName).ShouldBe((made.FuneralCase, made.Number, "宿城区", "宿城测试馆"));
        System.Text.Json.JsonSerializer.Serialize(there).ShouldNotContain("周桂英");
        (await App.SeenAsync(caller: phone)).Of!.Elsewhere.ShouldBeEmpty("one's own are listed whole");
        (await App.SeenAsync(caller: Phone(), agent: Elsewhere)).Of!.Elsewhere.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_death_in_another_county_is_taken_down_and_its_number_can_be_read_out()
    {
        var call = await App.TakenAsync(Phone(), Elsewhere);
        var made = Must(await App.ReportAsync(Report(call), agent: Elsewhere));
        var seen = await App.SeenAsync(call, agent: Elsewhere);
        (seen.Call!.CaseId, seen.Of!.Elsewhere.ShouldHaveSingleItem().Number).ShouldBe((made.FuneralCase, made.Number));
    }

    [Fact]
    public async Task The_agent_sees_how_many_hearses_are_free_and_that_none_is()
    {
        var call = await App.TakenAsync(Phone());
        Must(await App.ReportAsync(Report(call)));
        var fleet = (await App.SeenAsync(call)).Fleet!;
        (fleet.Free, fleet.All).ShouldBe((fleet.All, Math.Max(1, fleet.All)));
        await App.SqlAsync("update funeral_vehicle_record set out_of_service_since = (select max(started_at) from hotline_call), out_of_service_reason = '检修' where institution = 'fh-1'");
        (await App.SeenAsync(call)).Fleet!.Free.ShouldBe(0);
        await App.SqlAsync("update funeral_vehicle_record set out_of_service_since = null, out_of_service_reason = null where institution = 'fh-1'");
        (await App.SeenAsync(await App.TakenAsync(Phone()))).Fleet.ShouldBeNull("nothing was asked for");
    }

    [Fact]
    public async Task A_number_given_while_speaking_stays_with_the_call()
    {
        var (phone, call) = (Phone(), (await App.RingAsync("x-unknown", null)).CallId);
        await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, null));
        (await App.ReportAsync(Report(call))).Problem!.All().ShouldHaveSingleItem().Field.ShouldBe("HandlerPhone");
        Must(await App.ReportAsync(Report(call) with { HandlerPhone = $"+86 {phone}" }));
        var seen = await App.SeenAsync(call);
        (seen.Call!.Phone, seen.Of!.Cases.Count).ShouldBe((phone, 1));
    }

    [Theory]
    [InlineData("xfjd", "321302001")]
    [InlineData("XFJD", "321302001")]
    [InlineData("幸福街道", "321302001")]
    [InlineData("幸福", "321302001")]
    [InlineData("scqxfjd", "321302001")]
    [InlineData("scxf", "321302001")]
    [InlineData("宿城区幸福街道", "321302001")]
    [InlineData("321302001", "321302001")]
    [InlineData("宿城区", "321302")]
    [InlineData("scq", "321302")]
    public void A_town_is_found_by_what_is_quickest_to_type(string typed, string code)
    {
        using var scope = App.Services.CreateScope();
        Must(scope.ServiceProvider.GetRequiredService<TownFinder>().Read(typed)).ShouldBe(code);
    }

    [Fact]
    public void Every_town_of_the_city_is_found_by_its_whole_name_and_never_another()
    {
        using var scope = App.Services.CreateScope();
        var towns = scope.ServiceProvider.GetRequiredService<TownFinder>();
        foreach (var town in towns.All())
        {
            Must(towns.Read(town.Path)).ShouldBe(town.Code);
            foreach (var typed in new[] { town.Initials, town.Long, town.Short })
                if (towns.Read(typed).Try(out var code, out var problem)) towns.All().Single(t => t.Code == code).Exactly(typed).ShouldBeTrue($"{typed} was taken for {code}");
                else problem.Code.ShouldBe("hotline.town.many");
        }
    }
}

public sealed class ReportByPhoneOnSqlite(SqliteApp app) : ReportByPhoneTests(app), IClassFixture<SqliteApp>;

public sealed class ReportByPhoneOnPostgres(PostgresApp app) : ReportByPhoneTests(app), IClassFixture<PostgresApp>;
