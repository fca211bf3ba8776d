using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Evaluation;
using Anmin.Billing.Lists.Showing;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>定期评估: the list of 2024 is due three years after its first day; and what other rooms ask about prices.</summary>
public abstract class EvaluationTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Task<Outcome<MarkOverdueEvaluations.Reply>> MarkAsync(Actor by) => App.As(by).RunAsync(s => s.GetRequiredService<MarkOverdueEvaluations>(), new MarkOverdueEvaluations.Request());

    private async Task<FindPriceLists.Row> RowAsync(string show) => Must(await App.As(Bureau).RunAsync(s => s.GetRequiredService<FindPriceLists>(), new FindPriceLists.Request(show))).Rows.Single(r => r.Code == "fh-1-2024");

    [Fact]
    public async Task Overdue_is_marked_once_told_once_and_over_after_an_evaluation()
    {
        var clerks = new Clerks(App);
        (await RowAsync("")).ShouldSatisfyAllConditions(r => r.Overdue.ShouldBeFalse(), r => r.EvaluateBy.ShouldBe(new DateOnly(2027, 1, 1)));
        Must(await MarkAsync(Bureau)).Marked.ShouldBe(0);
        App.Clock.Set(new DateTimeOffset(2027, 1, 6, 2, 0, 0, TimeSpan.Zero));
        (await MarkAsync(Nobody)).Problem!.Code.ShouldBe("kernel.denied");
        (await RowAsync("overdue")).Overdue.ShouldBeTrue();
        var elsewhere = Bureau with { Grants = Grants.Of(DataScope.Below("4101"), [BillingPermissions.EvaluateLists.Code]) };
        Must(await MarkAsync(elsewhere)).Marked.ShouldBe(0, "another city's office marks nothing here");
        var key = Guid.NewGuid().ToString("N");
        Task<Outcome<MarkOverdueEvaluations.Reply>> Keyed() => App.As(Bureau).RunAsync(s => s.GetRequiredService<MarkOverdueEvaluations>(), new MarkOverdueEvaluations.Request(), key);
        Must(await Keyed()).Marked.ShouldBe(3, "the lists of the county: home, cemetery, columbarium");
        Must(await Keyed()).Marked.ShouldBe(3, "the first answer again");
        Must(await MarkAsync(Bureau)).Marked.ShouldBe(0, "marked already");
        (await clerks.EventsAsync("fh-1-2024")).ShouldBe(["billing.price-list-overdue-for-evaluation.v1"]);
        await App.Services.GetServices<IJob>().Single(j => j.Name == "billing.evaluation").RunAsync(null!, TestContext.Current.CancellationToken);
        (await App.ReadAsync(db => db.PriceEvaluations.CountAsync(e => e.List == "fh-2-2024" && e.Kind == EvaluationKind.Overdue))).ShouldBe(1, "the job marks the other county's");
        (await App.ReadAsync(db => db.PriceEvaluations.CountAsync(e => e.List == "fh-1-2024"))).ShouldBe(1);
        Must(await App.As(Bureau).RunAsync(s => s.GetRequiredService<RecordEvaluation>(), new RecordEvaluation.Request("fh-1-2024", "2027-01-05", "价格合理，不调整")));
        (await RowAsync("")).Overdue.ShouldBeFalse();
        var shown = Must(await App.As(Bureau).RunAsync(s => s.GetRequiredService<GetPriceList>(), new GetPriceList.Request("fh-1-2024")));
        shown.Evaluations.Select(e => e.Overdue).ShouldBe([false, true]);
    }
}

public sealed class EvaluationTestsOnSqlite(SqliteApp f) : EvaluationTests(f), IClassFixture<SqliteApp>;

public sealed class EvaluationTestsOnPostgres(PostgresApp f) : EvaluationTests(f), IClassFixture<PostgresApp>;

public abstract class PriceAnswerTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Clerks Clerks => new(App);

    private async Task<Outcome<T>> AskAsync<T>(Func<IPriceBook, CancellationToken, Task<Outcome<T>>> ask)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Public;
        return await ask(scope.ServiceProvider.GetRequiredService<IPriceBook>(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_price_comes_with_its_words_list_and_basis()
    {
        var price = Must(await AskAsync((b, ct) => b.PriceAsync(new("fh-1", new(2026, 4, 15), "cremation") { Age = 6 }, ct)));
        (price.Fen, price.List, price.Basis, price.Words).ShouldBe((6000, "fh-1-2024", "测试文件〔2024〕1号", "120元每具×1=120元；不满7周岁按50%；应收60元"));
        (await AskAsync((b, ct) => b.PriceAsync(new("fh-1", new(2026, 4, 15), "feng-shui"), ct))).Problem!.Code.ShouldBe("billing.off-list");
        (await AskAsync((b, ct) => b.PriceAsync(new("fh-1", new(2023, 4, 15), "cremation"), ct))).Problem!.Code.ShouldBe("billing.no-list");
        (await AskAsync((b, ct) => b.PriceAsync(new("fh-1", new(2026, 4, 15), "cremation") { Age = 60, AgreedFen = 12001 }, ct))).Problem!.Code.ShouldBe("billing.above-ceiling");
    }

    [Fact]
    public async Task The_whole_list_in_printed_order_with_conditions_in_words()
    {
        var list = Must(await AskAsync((b, ct) => b.ListAsync("fh-1", new(2026, 4, 15), ct)));
        (list.Lines.Count, list.Lines[0].Item, list.Lines[0].Way, list.Lines[0].Terms).ShouldBe((20, "cremation", "政府指导价", "不满7周岁按50%；一级上浮30%；二级上浮20%；三级上浮10%"));
    }

    [Fact]
    public async Task A_past_day_keeps_its_price_whatever_is_published()
    {
        Task<Outcome<PricedItem>> On(DateOnly day) => AskAsync((b, ct) => b.PriceAsync(new("fh-1", day, "memorial"), ct));
        var past = new DateOnly(2026, 4, 15);
        Must(await On(past)).Fen.ShouldBe(200);
        var days = new List<(DateOnly Day, long Fen)> { (past, 200) };
        for (var i = 1; i <= 4; i++)
        {
            var list = await Clerks.DraftAsync();
            Must(await Clerks.ItemAsync(list, "memorial", r => r with { Name = "祭奠费", Catalogue = "memorial", Most = $"{i + 2}" }));
            Must(await Clerks.CheckAsync(list)).Checked.ShouldBeTrue();
            Must(await Clerks.FileAsync(list));
            Must(await Clerks.PublishAsync(list)).Published.ShouldBeTrue();
            days.Add(((await Clerks.LoadAsync(list)).From, (i + 2) * 100));
            foreach (var (day, fen) in days) Must(await On(day)).Fen.ShouldBe(fen, day.ToString());
            Must(await On(days[^1].Day.AddDays(-1))).Fen.ShouldBe(days[^2].Fen);
        }
    }
}

public sealed class PriceAnswerTestsOnSqlite(SqliteApp f) : PriceAnswerTests(f), IClassFixture<SqliteApp>;

public sealed class PriceAnswerTestsOnPostgres(PostgresApp f) : PriceAnswerTests(f), IClassFixture<PostgresApp>;
