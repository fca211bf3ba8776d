using Anmin.Feedback.Showing;
using Anmin.Feedback.Surveys;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Feedback.Tests.Surveys;

public abstract class SurveyTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Public => App.As(Actor.Public);

    [Fact]
    public async Task A_family_answers_some_of_the_questions_once_and_what_it_wrote_rests_sealed()
    {
        var (survey, token) = await SentAsync(SurveyWave.First);
        var shown = (await Public.RunAsync(s => s.GetRequiredService<GetSurvey>(), new GetSurvey.Request(token))).Value!;
        shown.Questions.Select(q => q.Id).ShouldBe(["care", "told", "promised"]);
        shown.Done.ShouldBeFalse();

        (await AnswerAsync(token, new() { ["care"] = "4", ["told"] = "0", ["promised"] = "" }, "师傅很耐心")).Ok.ShouldBeTrue();
        var kept = await App.ReadAsync(db => db.Surveys.AsNoTracking().Include(s => s.Answers).SingleAsync(s => s.Id == survey));
        (kept.State, kept.Comment!.Reveal()).ShouldBe((SurveyState.Answered, "师傅很耐心"));
        kept.Answers.OrderBy(a => a.Question).Select(a => (a.Question, a.Value)).ShouldBe([("care", 4), ("told", 0)]);
        var journal = await App.ReadAsync(db => db.Set<Anmin.Kernel.Journal.JournalEntry>().Where(e => e.SubjectId == survey).Select(e => e.Data).ToListAsync());
        journal.ShouldAllBe(line => !line.Contains("耐心"));

        (await AnswerAsync(token, new() { ["care"] = "1" })).Problem.ShouldBe(FeedbackProblems.Answered);
        (await Public.RunAsync(s => s.GetRequiredService<SkipSurvey>(), new SkipSurvey.Request(token))).Problem.ShouldBe(FeedbackProblems.Answered);
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update feedback_answer set value = 5 where question = 'care'"));
    }

    [Fact]
    public async Task Repeated_with_one_key_it_is_one_answer()
    {
        var (survey, token) = await SentAsync(SurveyWave.First);
        var request = new AnswerSurvey.Request(token, new Dictionary<string, string?> { ["care"] = "5" }, null);
        for (var i = 0; i < 2; i++) (await Public.RunAsync(s => s.GetRequiredService<AnswerSurvey>(), request, "survey-" + survey)).Ok.ShouldBeTrue();
        (await App.ReadAsync(db => db.SurveyAnswers.CountAsync(a => a.SurveyId == survey))).ShouldBe(1);
    }

    [Theory]
    [InlineData("care", "6")]
    [InlineData("care", "0")]
    [InlineData("told", "2")]
    [InlineData("told", "ja")]
    [InlineData("overall", "5")]
    public async Task An_answer_outside_the_choices_of_this_wave_is_refused_and_nothing_is_kept(string question, string value)
    {
        var (survey, token) = await SentAsync(SurveyWave.First);
        (await AnswerAsync(token, new() { ["care"] = "5", [question] = value })).Problem.ShouldBe(FeedbackProblems.Unknown);
        (await StateAsync(survey)).ShouldBe(SurveyState.Sent);
    }

    [Fact]
    public async Task An_empty_form_says_what_to_do_and_a_family_that_does_not_want_to_is_left_alone()
    {
        var (survey, token) = await SentAsync(SurveyWave.Second);
        (await AnswerAsync(token, [])).Problem.ShouldBe(FeedbackProblems.Empty);
        (await Public.RunAsync(s => s.GetRequiredService<SkipSurvey>(), new SkipSurvey.Request(token))).Ok.ShouldBeTrue();
        (await StateAsync(survey)).ShouldBe(SurveyState.Skipped);
        (await AnswerAsync(token, new() { ["overall"] = "5" })).Problem.ShouldBe(FeedbackProblems.Answered);
    }

    [Fact]
    public async Task An_address_that_is_none_of_ours_or_whose_time_is_over_opens_nothing()
    {
        foreach (var token in new[] { null, "", "short", new string('A', 22), new string('!', 22) })
            (await Public.RunAsync(s => s.GetRequiredService<GetSurvey>(), new GetSurvey.Request(token))).Problem.ShouldBe(FeedbackProblems.Over);
        var (survey, mine) = await SentAsync(SurveyWave.First);
        await App.SqlAsync($"update feedback_survey set expires_at = sent_at where id = {Literal(survey)}");
        (await Public.RunAsync(s => s.GetRequiredService<GetSurvey>(), new GetSurvey.Request(mine))).Problem.ShouldBe(FeedbackProblems.Over);
    }

    [Fact]
    public async Task A_survey_is_sent_when_it_is_due_and_never_twice()
    {
        var now = App.Clock.GetUtcNow();
        var (due, ahead) = (await PlanAsync(SurveyWave.First, now.AddMinutes(-1)), await PlanAsync(SurveyWave.Second, now.AddDays(1)));
        (await SendAsync()).Problem.ShouldBe(FeedbackProblems.NoAddress, "a message that lives by its link waits for the address of the site");
        (await StateAsync(due)).ShouldBe(SurveyState.Planned);
        await App.ReadAsync(async db =>
        {
            db.Add(new SettingValue { Key = "notifications.site.address", Value = "https://mz.example", ChangedBy = "test", ChangedAt = now });
            await db.SaveChangesAsync();
            await App.Services.GetRequiredService<SettingBook>().RefreshAsync(db, null!, default);
            return 0;
        });
        (await SendAsync()).Value!.Stopped.ShouldBe(1);
        (await SendAsync()).Value!.Stopped.ShouldBe(0);
        (await StateAsync(ahead)).ShouldBe(SurveyState.Planned);
        // an invented case has nobody to ask: it is stopped, and stays so
        (await StateAsync(due)).ShouldBe(SurveyState.Stopped);
    }

    [Fact]
    public async Task Only_the_administration_sends_and_only_who_may_reads()
    {
        (await App.As("接线员").RunAsync(s => s.GetRequiredService<SendSurveys>(), new SendSurveys.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("接线员").RunAsync(s => s.GetRequiredService<CountSurveys>(), new CountSurveys.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<CountSurveys>(), new CountSurveys.Request("2026-13-01"))).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<CountSurveys>(), new CountSurveys.Request("2026-04-02", "2026-04-01"))).Problem.ShouldBe(FeedbackProblems.BadDays);
    }

    [Fact]
    public async Task Results_show_rate_mean_and_share_to_their_own_house_and_hide_what_too_few_said()
    {
        var chief = App.As("馆长");
        var before = await LineAsync(chief);
        for (var i = 0; i < 5; i++)
        {
            var (_, token) = await SentAsync(SurveyWave.Second);
            var answers = new Dictionary<string, string?> { ["overall"] = i < 3 ? "5" : "2", ["as-quoted"] = i == 0 ? "0" : "1" };
            if (i == 4) answers["sold"] = "0";
            (await AnswerAsync(token, answers)).Ok.ShouldBeTrue();
        }
        await SentAsync(SurveyWave.Second);
        var after = (await LineAsync(chief))!;
        (after.Sent - (before?.Sent ?? 0), after.Answered - (before?.Answered ?? 0)).ShouldBe((6, 5));
        after.Rate.ShouldBe((int)Math.Round(1000m * after.Answered / after.Sent));
        var values = after.Values;
        if (before is null || before.Answered == 0) (values[0].Value, values[1].Value).ShouldBe((38, 800), "(5+5+5+2+2)/5 and four of five");
        (values[2].Count, values[2].Value).ShouldBe((1, null), "one answer would be known by name");
        (await LineAsync(App.As("公墓负责人"))).ShouldBeNull("another house sees nothing of it");
        var csv = (await chief.RunAsync(s => s.GetRequiredService<ExportSurveys>(), new ExportSurveys.Request(null, null, "second"))).Value!.Csv;
        csv.ShouldContain("与报价一致,与报价一致人数");
        csv.ShouldContain("人数不足");
    }

    [Fact]
    public void Mean_and_share_are_rounded_to_a_tenth()
    {
        var scale = new SurveyQuestion { Kind = SurveyAnswerKind.Scale, Good = 5 };
        ResultShelf.Value(scale, [(5, 1), (4, 2)], 3).ShouldBe(new SurveyValue(3, 43));
        ResultShelf.Value(scale, [(5, 1), (4, 1)], 3).ShouldBe(new SurveyValue(2, null));
        var share = new SurveyQuestion { Kind = SurveyAnswerKind.YesNo, Good = 0 };
        ResultShelf.Value(share, [(0, 2), (1, 1)], 3).ShouldBe(new SurveyValue(3, 667));
        (ResultWords.Of(SurveyAnswerKind.Scale, 43), ResultWords.Of(SurveyAnswerKind.YesNo, 667), ResultWords.Of(SurveyAnswerKind.YesNo, null)).ShouldBe(("4.3", "66.7%", "人数不足"));
    }

    private async Task<CountSurveys.Line?> LineAsync(Acting who)
        => (await who.RunAsync(s => s.GetRequiredService<CountSurveys>(), new CountSurveys.Request(null, null, "second"))).Value!.Lines.FirstOrDefault(l => l.Institution == "fh-1");

    private Task<Outcome<Done>> AnswerAsync(string token, Dictionary<string, string?> answers, string? comment = null)
        => Public.RunAsync(s => s.GetRequiredService<AnswerSurvey>(), new AnswerSurvey.Request(token, answers, comment));

    private Task<Outcome<SendSurveys.Reply>> SendAsync() => App.As(Actor.System).RunAsync(s => s.GetRequiredService<SendSurveys>(), new SendSurveys.Request());

    private Task<SurveyState> StateAsync(Guid id) => App.ReadAsync(db => db.Surveys.AsNoTracking().Where(s => s.Id == id).Select(s => s.State).SingleAsync());

    private Task<Guid> PlanAsync(SurveyWave wave, DateTimeOffset due) => App.ReadAsync(async db =>
    {
        var survey = SatisfactionSurvey.Plan(Guid.CreateVersion7(), wave, "321302", "fh-1", due);
        db.Add(survey);
        await db.SaveChangesAsync();
        return survey.Id;
    });

    private async Task<(Guid Id, string Token)> SentAsync(SurveyWave wave)
    {
        var (now, token) = (App.Clock.GetUtcNow(), "");
        var id = await App.ReadAsync(async db =>
        {
            var survey = SatisfactionSurvey.Plan(Guid.CreateVersion7(), wave, "321302", "fh-1", now);
            token = App.Services.GetRequiredService<PersonalVault>().SurveyTokenOf(survey.Id);
            survey.Send(LinkToken.HashOf(token)!, now, now.AddDays(30));
            db.Add(survey);
            await db.SaveChangesAsync();
            return survey.Id;
        });
        return (id, token);
    }

    private string Literal(Guid id) => App.Kind == DatabaseKind.Postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";
}

public sealed class SurveysOnSqlite(SqliteApp f) : SurveyTests(f), IClassFixture<SqliteApp>;

public sealed class SurveysOnPostgres(PostgresApp f) : SurveyTests(f), IClassFixture<PostgresApp>;
