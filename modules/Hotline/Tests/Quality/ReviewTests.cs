using Anmin.Hotline.Calls;
using Anmin.Hotline.Quality;
using Anmin.Hotline.Statistics;
using Anmin.Hotline.Tests.Calls;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Hotline.Tests.Calls.Desk;

namespace Anmin.Hotline.Tests.Quality;

/// <summary>The draw is nobody's choice, the score another person's; and the figures add up.</summary>
public abstract class ReviewTests(AppFixture fixture)
{
    private const string Reviewer = "市局";

    private static readonly string[] Full = ["10", "15", "25", "25", "10", "15"];

    private TestApp App => fixture.App;

    [Fact]
    public async Task The_draw_of_a_day_is_the_same_for_everybody_and_the_agent_hears_the_score()
    {
        for (var i = 0; i < 12; i++)
        {
            var call = await App.TakenAsync(Phone());
            App.Clock.Advance(TimeSpan.FromMinutes(2));
            Must(await App.EndAsync(call));
        }
        var day = DateOnly.FromDateTime(App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Date).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await App.As(Reviewer).TryAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day))).Problem!.Code.ShouldBe("hotline.quality.day");
        var counted = await App.As(Reviewer).DoAsync<CountCalls, CountCalls.Request, CountCalls.Reply>(new(day, day));
        (counted.Calls, counted.Answered, counted.Missed, counted.InTime, counted.MeanTalk, counted.Hours.Sum(), counted.Days.Sum(d => d.Calls), counted.Kinds.Sum(k => k.Calls)).ShouldBe((12, 12, 0, 12, TimeSpan.FromMinutes(2), 12, 12, 12));
        StatisticsDoor.Csv(counted).ShouldContain("合计,12,12,0,0");
        (await App.As(Agent).TryAsync<CountCalls, CountCalls.Request, CountCalls.Reply>(new())).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("外县局").DoAsync<CountCalls, CountCalls.Request, CountCalls.Reply>(new(day, day))).Calls.ShouldBe(0, "of another county");
        (await App.As(Reviewer).TryAsync<CountCalls, CountCalls.Request, CountCalls.Reply>(new("2026-05-01", "2026-04-01"))).Problem!.Code.ShouldBe("hotline.statistics.period");
        (await App.As(Reviewer).TryAsync<CountCalls, CountCalls.Request, CountCalls.Reply>(new("2025-01-01", "2026-04-01"))).Problem!.Code.ShouldBe("hotline.statistics.long");

        App.Clock.Advance(TimeSpan.FromDays(1));
        (await App.As(Agent).TryAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("外县局").TryAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day))).Problem!.Code.ShouldBe("hotline.quality.none");
        var drawn = await App.As(Reviewer).DoAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day));
        (drawn.Calls, drawn.Sample, drawn.Drawn).ShouldBe((12, 2, 2), "ten in a hundred, rounded up");
        (await App.As(Reviewer).DoAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day))).Drawn.ShouldBe(0);
        var prefix = "RX-" + day.Replace("-", "", StringComparison.Ordinal);
        var numbers = await App.ReadAsync(db => db.Calls.AsNoTracking().Where(c => c.Number.StartsWith(prefix)).Select(c => c.Number).ToListAsync());
        var lines = (await App.As(Reviewer).DoAsync<FindReviews, FindReviews.Request, FindReviews.Reply>(new())).Lines.Where(l => numbers.Contains(l.Number)).ToList();
        lines.Select(l => l.Number).ShouldBe(numbers.OrderBy(n => DrawSample.Lot(drawn.Day, n), StringComparer.Ordinal).Take(2), ignoreOrder: true);

        var (one, two) = (lines[0].Id, lines[1].Id);
        (await ScoreAsync(one, ["11", "x", "25", "25", "10", "15"])).Problem!.All().Select(p => p.Field).ShouldBe(["Points.greet", "Points.listen"]);
        (await App.As(Agent).TryAsync<GetOwnReview, GetOwnReview.Request, ReviewView>(new(one))).Problem!.Code.ShouldBe("kernel.not-found", "not before it is scored");
        Must(await ScoreAsync(one, Full, key: "s")).ShouldBe(new ReviewCall.Reply(100, true));
        Must(await ScoreAsync(one, Full, key: "s")).Total.ShouldBe(100);
        (await ScoreAsync(one, Full)).Problem!.Code.ShouldBe("hotline.quality.scored");
        Must(await ScoreAsync(two, ["0", "0", "25", "25", "10", "15"])).Passed.ShouldBeFalse();
        (await App.As(Agent).DoAsync<FindOwnReviews, FindOwnReviews.Request, IReadOnlyList<FindReviews.Line>>(new())).Count.ShouldBe(2);
        (await App.As(Agent).DoAsync<GetOwnReview, GetOwnReview.Request, ReviewView>(new(one))).Items.Sum(i => i.Given).ShouldBe(100);
        (await App.As("外县局").TryAsync<GetReview, GetReview.Request, ReviewView>(new(one))).Problem!.Code.ShouldBe("kernel.not-found");
        (await App.As(Agent).TryAsync<GetReview, GetReview.Request, ReviewView>(new(one))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.CountAsync("select count(*) from notifications_inbox where link like '/work/hotline/quality/%'")).ShouldBe(2);
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update hotline_score set points = 0"));
    }

    [Fact]
    public async Task Nobody_scores_the_own_call()
    {
        var agent = App.As(Agent).Actor;
        var both = agent with { Grants = Anmin.Kernel.Actors.Grants.Of(Anmin.Kernel.Actors.DataScope.Below("3213"), new HashSet<string> { HotlinePermissions.ReviewCall.Code }) };
        var call = await App.TakenAsync(Phone());
        Must(await App.EndAsync(call));
        var day = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await App.As(both).DoAsync<DrawSample, DrawSample.Request, DrawSample.Reply>(new(day));
        var drawn = (await App.ReadAsync(db => db.CallReviews.AsNoTracking().FirstAsync(r => r.ReviewedAt == null))).Id;
        (await App.As(both).TryAsync<ReviewCall, ReviewCall.Request, ReviewCall.Reply>(Scores(drawn, Full))).Problem!.Code.ShouldBe("hotline.quality.own");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update hotline_review set reviewed_by = agent, reviewed_at = drawn_at, total = 1 where reviewed_at is null"));
    }

    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(100, 10, 10)]
    [InlineData(3, 100, 3)]
    [InlineData(5, 0, 1)]
    public void The_sample_is_rounded_up_and_never_empty(int calls, int percent, int size) => DrawSample.SizeOf(calls, percent).ShouldBe(size);

    private static ReviewCall.Request Scores(Guid review, string[] points)
        => new(review, [.. new[] { "greet", "listen", "ask", "right", "neutral", "record" }.Zip(points, (i, p) => new ReviewCall.Given(i, p))], "答得清楚");

    private Task<Anmin.Kernel.Outcomes.Outcome<ReviewCall.Reply>> ScoreAsync(Guid review, string[] points, string? key = null) => App.As(Reviewer).TryAsync<ReviewCall, ReviewCall.Request, ReviewCall.Reply>(Scores(review, points), key);
}

public sealed class ReviewsOnSqlite(SqliteApp app) : ReviewTests(app), IClassFixture<SqliteApp>;

public sealed class ReviewsOnPostgres(PostgresApp app) : ReviewTests(app), IClassFixture<PostgresApp>;
