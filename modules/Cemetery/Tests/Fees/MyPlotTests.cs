using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Fees.Mine;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>我的墓位: a family renews from its own telephone, and nobody guesses their way in.</summary>
public abstract class MyPlotTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_family_renews_signs_with_the_holders_name_and_the_term_goes_on_when_it_is_paid()
    {
        var right = await App.HeldSinceAsync(App.Day().AddDays(20).AddYears(-20));
        var last = (await App.RightAsync(right)).TermUntil!.Value;
        var pass = Must(await OpenAsync(right, "13812345678")).Pass;
        var mine = Must(await MineAsync(pass));
        (mine.TermUntil, mine.EndsSoon, mine.OwedYears).ShouldBe((last, true, 0));
        mine.Holder.ShouldNotContain("建国");
        (await AskAsync(pass, MyWish.Renewal, "21")).Problem!.Code.ShouldBe("cemetery.fee.term");
        foreach (var typed in new[] { "", "0", "十年", "1.5" }) (await AskAsync(pass, MyWish.Renewal, typed)).Problem!.Code.ShouldBe("cemetery.fee.years");
        var asked = Must(await AskAsync(pass, MyWish.Renewal, "10"));
        // plot.renewal.charge of the pack says care: ten years of maintenance and no use of the place
        (asked.Until, asked.Fen).ShouldBe((last.AddDays(1).AddYears(10).AddDays(-1), 10 * 2000));
        var hash = Must(await MineAsync(pass)).Bill!.Hash;
        (await SignAsync(pass, hash, null)).Problem!.Code.ShouldBe("cemetery.mine.not-signed");
        (await SignAsync(pass, hash, "周桂兰")).Ok.ShouldBeFalse("somebody else's name is no signature");
        (await SignAsync(pass, new string('0', hash.Length), "周建国")).Ok.ShouldBeFalse("another edition was shown");
        Must(await SignAsync(pass, hash, "周建国"));
        (await App.RightAsync(right)).TermUntil.ShouldBe(last, "nothing is renewed before it is paid");
        var bill = await App.ReadAsync(db => db.FeeBills.AsNoTracking().Where(b => b.RightId == right).Select(b => b.BillId).FirstAsync());
        Must(await App.PayAsync(bill!.Value));
        await App.ReactAsync();
        (await App.RightAsync(right)).ShouldSatisfyAllConditions(r => r.TermUntil.ShouldBe(asked.Until), r => r.CarePaidUntil.ShouldBe(asked.Until), r => r.Terms.Count.ShouldBe(2));
    }

    [Fact]
    public async Task Ten_wrong_tries_close_a_contract_for_a_quarter_of_an_hour_and_a_pass_ends_by_itself()
    {
        var right = await App.HeldSinceAsync(new DateOnly(2010, 4, 15));
        for (var i = 0; i < 10; i++) (await OpenAsync(right, $"1391111000{i}")).Problem!.Code.ShouldBe("cemetery.mine.no-match");
        var shut = (await OpenAsync(right, "13812345678")).Problem!;
        (shut.Code, shut.RetryAfter).ShouldBe(("cemetery.mine.too-many", TimeSpan.FromMinutes(15)));
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        var pass = Must(await OpenAsync(right, "13812345678")).Pass;
        Must(await MineAsync(pass)).OwedYears.ShouldBe(0);
        (await MineAsync(pass + "x")).Problem!.Code.ShouldBe("cemetery.mine.over");
        App.Clock.Advance(TimeSpan.FromMinutes(31));
        (await MineAsync(pass)).Problem!.Code.ShouldBe("cemetery.mine.over");
        (await AskAsync(pass, MyWish.Care, "1")).Problem!.Code.ShouldBe("cemetery.mine.over");
    }

    private async Task<Outcome<OpenMyPlot.Reply>> OpenAsync(Guid right, string phone)
    {
        // the host lays the first key at its start
        App.Services.GetRequiredService<MyPlotPass>().Issue(right);
        var number = (await App.RightAsync(right)).Number;
        return await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<OpenMyPlot>(), new OpenMyPlot.Request(number, phone));
    }

    private Task<Outcome<GetMyPlot.Reply>> MineAsync(string pass) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetMyPlot>(), new GetMyPlot.Request(pass));

    private Task<Outcome<AskMyBill.Reply>> AskAsync(string pass, MyWish wish, string years) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<AskMyBill>(), new AskMyBill.Request(pass, wish, years));

    private Task<Outcome<Done>> SignAsync(string pass, string hash, string? typed) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<SignMyPlotBill>(), new SignMyPlotBill.Request(pass, hash, null, typed));
}

internal static class Days
{
    public static DateOnly Day(this TestApp app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).DateTime);
}

public sealed class MyPlotOnSqlite(SqliteApp app) : MyPlotTests(app), IClassFixture<SqliteApp>;

public sealed class MyPlotOnPostgres(PostgresApp app) : MyPlotTests(app), IClassFixture<PostgresApp>;
