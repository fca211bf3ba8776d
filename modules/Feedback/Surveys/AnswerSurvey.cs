using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Feedback.Surveys;

/// <summary>The survey behind an address, and the questions of its wave.</summary>
internal sealed class SurveyShelf(AnminDb db, TimeProvider clock)
{
    private const string Why = "家属凭回访网址回答满意度";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Null where the address is none of ours or its time is over; an answered one is found, and says so.</summary>
    public async Task<SatisfactionSurvey?> FindAsync(string? token, CancellationToken ct)
    {
        if (LinkToken.HashOf(token) is not { } hash) return null;
        var now = Now;
        return await db.AcrossScopes<SatisfactionSurvey>(Why).FirstOrDefaultAsync(s => s.TokenHash == hash && s.ExpiresAt > now, ct);
    }

    public Task<List<SurveyQuestion>> QuestionsAsync(SurveyWave wave, CancellationToken ct)
        => db.SurveyQuestions.AsNoTracking().Where(q => q.Wave == wave).OrderBy(q => q.Place).ToListAsync(ct);
}

/// <summary>What the form shows.</summary>
internal sealed class GetSurvey(SurveyShelf shelf, IInstitutionDirectory institutions) : IQuestion<GetSurvey.Request, GetSurvey.Reply>
{
    public sealed record Request(string? Token);

    public sealed record Question(string Id, SurveyAnswerKind Kind, string Text);

    public sealed record Reply(string Institution, SurveyWave Wave, bool Done, DateTimeOffset Until, IReadOnlyList<Question> Questions);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await shelf.FindAsync(request.Token, ct) is not { } survey) return FeedbackProblems.Over;
        var questions = await shelf.QuestionsAsync(survey.Wave, ct);
        return new Reply(institutions.Find(survey.Institution!)?.Name ?? "", survey.Wave, survey.State != SurveyState.Sent, survey.ExpiresAt!.Value, questions.ConvertAll(q => new Question(q.Id, q.Kind, q.Text)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetSurvey, Request, Reply>("/public/survey");
}

/// <summary>回答回访: some or all of the questions, once.</summary>
internal sealed class AnswerSurvey(SurveyShelf shelf, Reading reading) : IUseCase<AnswerSurvey.Request, Done>
{
    /// <param name="Answers">By question; left out where there is no answer.</param>
    public sealed record Request(string? Token, IReadOnlyDictionary<string, string?>? Answers, string? Comment);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var comment = reading.Sensitive(request.Comment, nameof(request.Comment), "还想告诉我们的", required: false);
        if (reading.Problem is { } bad) return bad;
        if (await shelf.FindAsync(request.Token, ct) is not { } survey) return FeedbackProblems.Over;
        var questions = (await shelf.QuestionsAsync(survey.Wave, ct)).ToDictionary(q => q.Id);
        var answers = new List<SurveyAnswer>();
        foreach (var (id, text) in request.Answers ?? new Dictionary<string, string?>())
        {
            if (string.IsNullOrEmpty(text)) continue;
            if (!questions.TryGetValue(id, out var question) || text is not [>= '0' and <= '5'] || !question.Takes(text[0] - '0')) return FeedbackProblems.Unknown;
            answers.Add(new SurveyAnswer { SurveyId = survey.Id, Question = id, Value = text[0] - '0' });
        }
        return survey.Answer(answers, comment, shelf.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnswerSurvey, Request, Done>("/public/survey");
}

/// <summary>不想回答: nobody asks again in this wave.</summary>
internal sealed class SkipSurvey(SurveyShelf shelf) : IUseCase<SkipSurvey.Request, Done>
{
    public sealed record Request(string? Token);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => await shelf.FindAsync(request.Token, ct) is { } survey ? survey.Skip(shelf.Now) : FeedbackProblems.Over;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SkipSurvey, Request, Done>("/public/survey/skip");
}
