using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.Calls;

/// <summary>Lines break, people ring again, numbers come in every shape or not at all: one number is one thread.</summary>
public abstract class DroppedCallTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_line_that_breaks_is_called_back_and_who_rings_again_first_is_not()
    {
        var phone = Phone();
        var call = await App.TakenAsync(phone);
        var back = Must(await App.EndAsync(call, CallKind.Death, CallOutcome.Broken, "报告去世，逝者周桂英")).CallBackId.ShouldNotBeNull();
        var owed = (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem();
        (owed.Id, owed.Why, owed.DueAt - App.Clock.GetUtcNow()).ShouldBe((back, "通话中断：报告去世，逝者周桂英", TimeSpan.FromMinutes(15)));
        await App.MissedAsync("x-again", phone);
        (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem("one person, one call-back");

        var again = await App.TakenAsync(phone);
        var number = (await App.SeenAsync(again)).Call!.Number;
        Must(await App.EndAsync(again));
        (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldBeEmpty();
        var settled = await App.ReadAsync(db => db.CallBacks.AsNoTracking().FirstAsync(b => b.Id == back));
        (settled.State, settled.Result).ShouldBe((CallBackState.Done, $"对方又打来，已接听：{number}"));
    }

    [Fact]
    public async Task A_promise_is_not_settled_by_their_ringing_again()
    {
        var phone = Phone();
        Must(await App.EndAsync(await App.TakenAsync(phone), CallKind.Complaint, CallOutcome.CallBack, "收费多了"));
        Must(await App.EndAsync(await App.TakenAsync(phone)));
        (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem().Why.ShouldBe("收费多了");
    }

    [Fact]
    public async Task A_line_that_breaks_twice_or_has_no_number_owes_one_call_back_or_none()
    {
        var phone = Phone();
        Must(await App.EndAsync(await App.TakenAsync(phone), outcome: CallOutcome.Broken, summary: null)).CallBackId.ShouldNotBeNull();
        Must(await App.EndAsync(await App.TakenAsync(phone), outcome: CallOutcome.Broken, summary: null)).CallBackId.ShouldBeNull();
        (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem().Why.ShouldBe("通话中断");
        var withheld = (await App.RingAsync("x-withheld-broken", "ANONYMOUS")).CallId;
        await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(withheld, null));
        Must(await App.EndAsync(withheld, outcome: CallOutcome.Broken, summary: null)).CallBackId.ShouldBeNull();
    }

    [Fact]
    public async Task Who_rings_in_vain_three_times_is_called_back_once()
    {
        var phone = Phone();
        for (var i = 0; i < 3; i++) await App.MissedAsync($"x-vain-{i}", phone);
        (await App.SeenAsync(caller: phone)).Of!.CallBacks.ShouldHaveSingleItem();
        (await App.SeenAsync(caller: phone)).Of!.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_typed_number_that_rings_is_that_call()
    {
        var phone = Phone();
        var rang = await App.RingAsync("x-typed", $"+86 {phone}");
        (await TakeAsync($"{phone[..3]} {phone[3..7]} {phone[7..]}")).CallId.ShouldBe(rang.CallId, "or it would be swept as missed");
    }

    [Fact]
    public async Task A_number_in_hand_is_gone_on_with_by_its_agent_and_is_a_new_call_for_a_colleague()
    {
        var phone = Phone();
        var call = await App.TakenAsync(phone);
        (await TakeAsync(phone)).CallId.ShouldBe(call);
        var colleague = App.As(App.As(Agent).Actor with { Id = "colleague" });
        (await colleague.DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, phone))).CallId.ShouldNotBe(call);
        Must(await App.EndAsync(call));
        (await TakeAsync(phone)).CallId.ShouldNotBe(call, "what has ended stays as it was");
    }

    [Fact]
    public async Task A_withheld_number_is_asked_for_and_finds_their_calls()
    {
        var phone = Phone();
        Must(await App.EndAsync(await App.TakenAsync(phone)));
        var call = (await App.RingAsync("x-withheld", "Anonymous")).CallId;
        await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, null));
        var unknown = await App.SeenAsync(call);
        (unknown.Of, unknown.Call!.Phone).ShouldBe((null, null));
        (await App.As(Agent).TryAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, "12"))).Ok.ShouldBeFalse();
        await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, phone));
        var known = await App.SeenAsync(call);
        (known.Call!.Phone, known.Of!.Calls.Count).ShouldBe((phone, 1));
        await App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, Phone()));
        (await App.SeenAsync(call)).Call!.Phone.ShouldBe(phone, "the first word stands");
    }

    [Theory]
    [InlineData("13800006601", "13800006601")]
    [InlineData("+86 138 0000 6601", "13800006601")]
    [InlineData(" 8613800006601", "13800006601")]
    [InlineData("0086-138-0000-6601", "13800006601")]
    [InlineData("013800006601", "13800006601")]
    [InlineData("sip:013800006601@10.0.0.1;user=phone", "13800006601")]
    [InlineData("tel:+8613800006601", "13800006601")]
    [InlineData("１３８００００６６０１", "13800006601")]
    [InlineData("0527-8000 1120", "0527-80001120")]
    [InlineData("+86 527 80001120", "0527-80001120")]
    [InlineData("sip:anonymous@anonymous.invalid", null)]
    [InlineData("138****6601", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_read_in_every_way_switchboards_and_people_write_it(string? written, string? number) => (CallerNumber.Read(written)?.Normal).ShouldBe(number, written);

    private Task<TakeCall.Reply> TakeAsync(string typed) => App.As(Agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, typed));
}

public sealed class DroppedCallsOnSqlite(SqliteApp app) : DroppedCallTests(app), IClassFixture<SqliteApp>;

public sealed class DroppedCallsOnPostgres(PostgresApp app) : DroppedCallTests(app), IClassFixture<PostgresApp>;
