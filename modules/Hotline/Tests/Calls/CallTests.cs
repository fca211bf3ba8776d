using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Hotline.Screen;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.Calls;

/// <summary>A call from ringing to its end: who takes it, whose it is, what became of it.</summary>
public abstract class CallTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_ringing_call_told_twice_is_one_call_and_one_agent_takes_it()
    {
        var phone = Phone();
        var rang = await App.RingAsync("x-1", phone);
        (await App.RingAsync("x-1", phone)).CallId.ShouldBe(rang.CallId);
        (await App.SeenAsync()).Rings.ShouldContain(r => r.Id == rang.CallId && !r.Phone!.Contains(phone));
        (await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(rang.CallId, null))).Number.ShouldStartWith("RX-20260415-");
        (await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(rang.CallId, null))).CallId.ShouldBe(rang.CallId, "the same agent pressing twice");
        var other = App.As(App.As(Agent).Actor with { Id = "somebody-else" });
        (await other.TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(rang.CallId, null))).Problem!.Code.ShouldBe("hotline.call.taken");
        (await App.SeenAsync(rang.CallId)).Call!.Phone.ShouldBe(phone, "the agent reads it back");
    }

    [Fact]
    public async Task A_number_nobody_can_read_is_a_call_all_the_same()
    {
        var rang = await App.RingAsync("x-anonymous", "ANONYMOUS");
        (await App.SeenAsync()).Rings.ShouldContain(r => r.Id == rang.CallId && r.Phone == null);
    }

    [Fact]
    public async Task Taking_needs_a_number_that_is_one()
    {
        (await App.As(Agent).TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, " "))).Problem!.Code.ShouldBe("hotline.call.caller");
        (await App.As(Agent).TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, "12"))).Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_takes_no_calls_is_denied_and_another_unit_sees_nothing()
    {
        var call = await App.TakenAsync(Phone());
        (await App.As(NotAllowed).TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, Phone()))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As(NotAllowed).TryAsync<FindHotlineCalls, FindHotlineCalls.Request, FindHotlineCalls.Reply>(new())).Problem!.Code.ShouldBe("kernel.denied");
        (await App.EndAsync(call, agent: NotAllowed)).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As(NotAllowed).TryAsync<AnnounceCall, AnnounceCall.Request, AnnounceCall.Reply>(new("x-agent", null))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.EndAsync(call, agent: Elsewhere)).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Elsewhere).TryAsync<GetCallDesk, GetCallDesk.Request, GetCallDesk.Reply>(new(call))).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Elsewhere).TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, null))).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Elsewhere).DoAsync<FindHotlineCalls, FindHotlineCalls.Request, FindHotlineCalls.Reply>(new())).Lines.ShouldNotContain(l => l.Id == call);
        (await App.As(Agent).DoAsync<FindHotlineCalls, FindHotlineCalls.Request, FindHotlineCalls.Reply>(new())).Lines.ShouldContain(l => l.Id == call);
    }

    [Fact]
    public async Task An_ended_call_stays_as_it_was_told()
    {
        var call = await App.TakenAsync(Phone());
        (await App.EndAsync(call, kind: null, outcome: null, summary: "")).Problem!.All().Select(p => p.Field).ShouldBe(["Kind", "Outcome", "Summary"]);
        (await App.EndAsync(call, outcome: CallOutcome.CaseOpened)).Problem!.Code.ShouldBe("hotline.call.outcome");
        App.Clock.Advance(TimeSpan.FromSeconds(75));
        var first = Must(await App.EndAsync(call, key: "end-1"));
        Must(await App.EndAsync(call, key: "end-1")).ShouldBe(first);
        (await App.EndAsync(call)).Problem!.Code.ShouldBe("hotline.call.over");
        (await App.ReportAsync(Report(call))).Problem!.Code.ShouldBe("hotline.call.over");
        var row = await App.ReadAsync(db => db.Calls.AsNoTracking().FirstAsync(c => c.Id == call));
        (row.State, row.Kind, row.Steps, row.Talked >= TimeSpan.FromSeconds(75)).ShouldBe((CallState.Ended, CallKind.Advice, "advice-what", true));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update hotline_call set summary = '改过' where number = '{row.Number}'"));
    }

    [Fact]
    public async Task The_caller_s_number_stands_nowhere_in_clear()
    {
        var phone = Phone();
        var call = await App.TakenAsync(phone);
        Must(await App.EndAsync(call));
        (await App.CountAsync($"select count(*) from kernel_journal where data like '%{phone}%'")).ShouldBe(0);
        (await App.As(Agent).DoAsync<FindHotlineCalls, FindHotlineCalls.Request, FindHotlineCalls.Reply>(new(Phone: phone))).Lines.ShouldHaveSingleItem().Phone.ShouldContain("****");
    }

    [Fact]
    public async Task A_missed_call_becomes_one_call_back_and_so_does_one_nobody_told_the_end_of()
    {
        var (told, silent) = (Phone(), Phone());
        await App.RingAsync("x-missed", told);
        await App.RingAsync("x-silent", silent);
        await App.As(Exchange).DoAsync<MissCall, MissCall.Request, Anmin.Kernel.Outcomes.Done>(new("x-missed"));
        await App.As(Exchange).DoAsync<MissCall, MissCall.Request, Anmin.Kernel.Outcomes.Done>(new("x-missed"));
        (await App.As(Exchange).TryAsync<MissCall, MissCall.Request, Anmin.Kernel.Outcomes.Done>(new("x-none"))).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Exchange).DoAsync<SweepMissed, SweepMissed.Request, SweepMissed.Reply>(new())).Missed.ShouldBe(0, "it has not rung long enough");
        App.Clock.Advance(TimeSpan.FromMinutes(4));
        (await App.As(Exchange).DoAsync<SweepMissed, SweepMissed.Request, SweepMissed.Reply>(new())).Missed.ShouldBeGreaterThanOrEqualTo(1);
        foreach (var phone in new[] { told, silent })
        {
            var owed = (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem();
            owed.Why.ShouldBe("来电没有接到");
        }
        (await App.ReadAsync(db => db.CallBacks.CountAsync(b => b.Reason == CallBackReason.Missed))).ShouldBeGreaterThanOrEqualTo(2);
    }
}

public sealed class CallsOnSqlite(SqliteApp app) : CallTests(app), IClassFixture<SqliteApp>;

public sealed class CallsOnPostgres(PostgresApp app) : CallTests(app), IClassFixture<PostgresApp>;
