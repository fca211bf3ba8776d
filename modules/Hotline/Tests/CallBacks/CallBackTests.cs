using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Hotline.Tests.Calls;
using Anmin.Testing;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.CallBacks;

/// <summary>Who is owed a call gets it, or it is known that they could not be reached.</summary>
public abstract class CallBackTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_promised_call_back_is_due_by_rule_and_ends_when_reached()
    {
        var call = await App.TakenAsync(Phone());
        var back = Must(await App.EndAsync(call, CallKind.Complaint, CallOutcome.CallBack, "收费多了，查清再回")).CallBackId!.Value;
        var line = (await ListAsync()).Lines.Single(l => l.Id == back);
        (line.DueAt - App.Clock.GetUtcNow(), line.Reason, line.Phone.Contains("****")).ShouldBe((TimeSpan.FromMinutes(15), CallBackReason.Promised, true));
        (await ListAsync()).Number.ShouldBeNull();
        (await ListAsync(back)).Number.ShouldStartWith("139");
        (await TryAsync(back, true, "")).Problem!.Field.ShouldBe("Result");
        Must(await TryAsync(back, true, "已说明，对方认可", key: "k")).State.ShouldBe(CallBackState.Done);
        Must(await TryAsync(back, true, "已说明，对方认可", key: "k")).State.ShouldBe(CallBackState.Done);
        (await TryAsync(back, false, "")).Problem!.Code.ShouldBe("hotline.call-back.done");
        (await ListAsync()).Lines.ShouldNotContain(l => l.Id == back);
    }

    [Fact]
    public async Task After_as_many_tries_as_the_rule_asks_it_is_given_up()
    {
        var back = await PlannedAsync();
        var first = Must(await TryAsync(back, false, ""));
        (first.State, first.Left, first.DueAt - App.Clock.GetUtcNow()).ShouldBe((CallBackState.Open, 2, TimeSpan.FromMinutes(30)));
        Must(await TryAsync(back, false, "关机")).Left.ShouldBe(1);
        Must(await TryAsync(back, false, "关机")).State.ShouldBe(CallBackState.GivenUp);
        (await App.As(Agent).DoAsync<FindCallBacks, FindCallBacks.Request, FindCallBacks.Reply>(new(Closed: true))).Lines.ShouldContain(l => l.Id == back && l.Attempts == 3);
    }

    [Fact]
    public async Task A_late_one_is_counted_and_stands_first()
    {
        var back = await PlannedAsync();
        App.Clock.Advance(TimeSpan.FromDays(2));
        var list = await ListAsync();
        list.Overdue.ShouldBeGreaterThanOrEqualTo(1);
        list.Lines.Select(l => l.DueAt).ShouldBeInOrder();
        list.Lines.ShouldContain(l => l.Id == back && l.DueAt < list.Now);
    }

    [Fact]
    public async Task The_past_an_empty_reason_other_units_and_others_posts_are_refused()
    {
        (await App.As(Agent).TryAsync<PlanCallBack, PlanCallBack.Request, PlanCallBack.Reply>(new("", null, "", "2020-01-01 09:00"))).Problem!.All().Select(p => p.Field).ShouldBe(["Phone", "Why", "CallBackAt"]);
        (await App.As(NotAllowed).TryAsync<PlanCallBack, PlanCallBack.Request, PlanCallBack.Reply>(new(Phone(), null, "回访", "2026-12-01 09:00"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As(NotAllowed).TryAsync<FindCallBacks, FindCallBacks.Request, FindCallBacks.Reply>(new())).Problem!.Code.ShouldBe("kernel.denied");
        var back = await PlannedAsync();
        (await TryAsync(back, true, "好", NotAllowed)).Problem!.Code.ShouldBe("kernel.denied");
        (await TryAsync(back, true, "好", Elsewhere)).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Elsewhere).DoAsync<FindCallBacks, FindCallBacks.Request, FindCallBacks.Reply>(new())).Lines.ShouldNotContain(l => l.Id == back);
    }

    private async Task<Guid> PlannedAsync()
        => (await App.As(Agent).DoAsync<PlanCallBack, PlanCallBack.Request, PlanCallBack.Reply>(new(Phone(), "王秀珍", "问服务满意不满意", App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddHours(3).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)))).CallBackId;

    private Task<FindCallBacks.Reply> ListAsync(Guid? one = null) => App.As(Agent).DoAsync<FindCallBacks, FindCallBacks.Request, FindCallBacks.Reply>(new(One: one));

    private Task<Anmin.Kernel.Outcomes.Outcome<TryCallBack.Reply>> TryAsync(Guid back, bool reached, string result, string who = Agent, string? key = null) => App.As(who).TryAsync<TryCallBack, TryCallBack.Request, TryCallBack.Reply>(new(back, reached, result), key);
}

public sealed class CallBacksOnSqlite(SqliteApp app) : CallBackTests(app), IClassFixture<SqliteApp>;

public sealed class CallBacksOnPostgres(PostgresApp app) : CallBackTests(app), IClassFixture<PostgresApp>;
