using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Feedback.Surveys;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Feedback.Showing;

/// <summary>One institution's results in one wave. Below the least number of answers nothing but the numbers of forms is shown, so that nobody is recognised.</summary>
/// <param name="Rate">Answered of sent, in tenths of a percent.</param>
/// <param name="Values">By question, in the order of the questions: of a scale the mean in tenths, else the share of the answer hoped for in tenths of a percent; null where too few answered it.</param>
internal sealed record SurveyLine(string? Institution, string Name, int Sent, int Answered, int Skipped, int Rate, IReadOnlyList<SurveyValue> Values);

internal sealed record SurveyValue(int Count, int? Value);

/// <summary>Counts surveys by institution, for the page and for the export alike.</summary>
internal sealed class ResultShelf(AnminDb db, RuleBook rules, Reference reference, Reading reading, IInstitutionDirectory institutions)
{
    public sealed record Table(DateOnly From, DateOnly Until, SurveyWave Wave, int Least, IReadOnlyList<SurveyQuestion> Questions, IReadOnlyList<SurveyLine> Lines);

    /// <summary>By the day the question was sent; a year back where no days are said.</summary>
    public async Task<Outcome<Table>> OfAsync(string? from, string? until, string? wave, CancellationToken ct)
    {
        var last = reading.Day(until, "Until", "到哪天", required: false) ?? reading.Today;
        var first = reading.Day(from, "From", "从哪天", required: false) ?? last.AddYears(-1).AddDays(1);
        if (reading.Problem is { } bad) return bad;
        if (first > last) return FeedbackProblems.BadDays;
        var which = wave == "second" ? SurveyWave.Second : SurveyWave.First;
        if (!rules.Find("survey.least", reference.Now.City.Division, reading.Today).Try(out var rule, out var problem)) return problem;
        var least = int.Parse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var (start, end) = (Start(first), Start(last.AddDays(1)));
        var questions = await db.SurveyQuestions.AsNoTracking().Where(q => q.Wave == which).OrderBy(q => q.Place).ToListAsync(ct);
        var asked = db.Surveys.AsNoTracking().Where(s => s.Wave == which && s.SentAt >= start && s.SentAt < end);
        var forms = await asked.GroupBy(s => s.Institution).Select(g => new { Institution = g.Key!, Sent = g.Count(), Answered = g.Count(s => s.State == SurveyState.Answered), Skipped = g.Count(s => s.State == SurveyState.Skipped) }).ToListAsync(ct);
        var answers = (await (from s in asked join a in db.SurveyAnswers.AsNoTracking() on s.Id equals a.SurveyId group a by new { s.Institution, a.Question, a.Value } into g select new { g.Key.Institution, g.Key.Question, g.Key.Value, Count = g.Count() }).ToListAsync(ct))
            .ConvertAll(a => (Institution: a.Institution!, a.Question, a.Value, a.Count));

        SurveyLine Line(string? institution, string name, int sent, int answered, int skipped)
        {
            var own = answers.Where(a => institution is null || a.Institution == institution).ToLookup(a => a.Question);
            return new(institution, name, sent, answered, skipped, sent == 0 ? 0 : (int)Math.Round(1000m * answered / sent), questions.ConvertAll(q => Value(q, own[q.Id].Select(a => (a.Value, a.Count)).ToList(), least)));
        }

        var lines = forms.Select(f => Line(f.Institution, institutions.Find(f.Institution)?.Name ?? f.Institution, f.Sent, f.Answered, f.Skipped)).OrderBy(l => l.Name, StringComparer.Ordinal).ToList();
        if (lines.Count > 1) lines.Add(Line(null, "合计", forms.Sum(f => f.Sent), forms.Sum(f => f.Answered), forms.Sum(f => f.Skipped)));
        return new Table(first, last, which, least, questions, lines);
    }

    internal static SurveyValue Value(SurveyQuestion question, IReadOnlyList<(int Value, int Count)> given, int least)
    {
        var count = given.Sum(g => g.Count);
        if (count == 0 || count < least) return new(count, null);
        return new(count, question.Kind == SurveyAnswerKind.Scale
            ? (int)Math.Round(10m * given.Sum(g => (long)g.Value * g.Count) / count, MidpointRounding.AwayFromZero)
            : (int)Math.Round(1000m * given.Where(g => g.Value == question.Good).Sum(g => g.Count) / count, MidpointRounding.AwayFromZero));
    }

    private DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, reference.Now.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>满意度: by institution with n and response rate, and what families wrote besides.</summary>
internal sealed class CountSurveys(ResultShelf shelf, AnminDb db, IInstitutionDirectory institutions) : IQuestion<CountSurveys.Request, CountSurveys.Reply>
{
    private const int Comments = 30;

    /// <param name="Wave"><c>first</c> or <c>second</c>; first where empty.</param>
    public sealed record Request(string? From = null, string? Until = null, string? Wave = null);

    public sealed record Said(DateTimeOffset At, string Institution, string Text);

    public sealed record Question(string Text, string Short, SurveyAnswerKind Kind, int Good);

    public sealed record Line(string? Institution, string Name, int Sent, int Answered, int Skipped, int Rate, IReadOnlyList<Figure> Values);

    public sealed record Figure(int Count, int? Value);

    public sealed record Reply(DateOnly From, DateOnly Until, SurveyWave Wave, int Least, IReadOnlyList<Question> Questions, IReadOnlyList<Line> Lines, IReadOnlyList<Said> Comments);

    public Permission Permission => FeedbackPermissions.ReadSurveys;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await shelf.OfAsync(request.From, request.Until, request.Wave, ct)).Try(out var table, out var problem)) return problem;
        var said = await db.Surveys.AsNoTracking().Where(s => s.Wave == table.Wave && s.Comment != null).OrderByDescending(s => s.AnsweredAt).Take(Comments).Select(s => new { s.AnsweredAt, s.Institution, s.Comment }).ToListAsync(ct);
        return new Reply(table.From, table.Until, table.Wave, table.Least, [.. table.Questions.Select(q => new Question(q.Text, q.Short, q.Kind, q.Good))],
            [.. table.Lines.Select(l => new Line(l.Institution, l.Name, l.Sent, l.Answered, l.Skipped, l.Rate, [.. l.Values.Select(v => new Figure(v.Count, v.Value))]))],
            said.ConvertAll(s => new Said(s.AnsweredAt!.Value, institutions.Find(s.Institution!)?.Name ?? "", s.Comment!.Reveal())));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<CountSurveys, Request, Reply>("/surveys/results");
}
