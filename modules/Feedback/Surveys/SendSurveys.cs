using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Rules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Feedback.Surveys;

/// <summary>发出回访: what is due goes out by text message. Who has no mobile number is not asked, and neither is anybody long after the day.</summary>
internal sealed class SendSurveys(AnminDb db, RuleBook rules, IFamilyContacts contacts, IInstitutionDirectory institutions, IMessageDesk messages, PersonalVault vault, TimeProvider clock) : IUseCase<SendSurveys.Request, SendSurveys.Reply>
{
    private const int Most = 200;

    public sealed record Request;

    public sealed record Reply(int Sent, int Stopped);

    public Permission Permission => FeedbackPermissions.SendSurveys;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!messages.WritesLinks) return FeedbackProblems.NoAddress;
        var (now, sent) = (clock.GetUtcNow(), 0);
        var due = await db.Surveys.Where(s => s.State == SurveyState.Planned && s.DueAt <= now).OrderBy(s => s.DueAt).Take(Most).ToListAsync(ct);
        foreach (var survey in due)
        {
            var contact = await contacts.OfAsync(survey.CaseId, ct);
            // the same span of time the address works: a question that stayed behind so long is not asked any more
            var until = rules.DueOrNone("survey.answer", survey.Division, survey.DueAt);
            if (contact is null) survey.Stop("case");
            else if (contact.Phone is not { IsMobile: true } phone) survey.Stop("phone");
            else if (until is not { } expires || expires <= now) survey.Stop("late");
            else
            {
                var token = vault.SurveyTokenOf(survey.Id);
                survey.Send(LinkToken.HashOf(token)!, now, expires);
                await messages.QueueAsync(new(survey.Wave == SurveyWave.First ? "survey.first" : "survey.second", new ToPhone(phone, contact.Person), new Dictionary<string, object?>
                {
                    ["person"] = contact.Deceased,
                    ["home"] = institutions.Find(survey.Institution!)?.Name,
                })
                { Subject = survey.CaseId, About = contact.About, Link = "/f/" + token, Until = expires }, ct);
                sent++;
            }
        }
        return new Reply(sent, due.Count - sent);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SendSurveys, Request, Reply>("/surveys/send");
}

internal sealed class SendSurveysRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "feedback.send";

    public string Label => "发出满意度回访";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!services.GetRequiredService<IMessageDesk>().WritesLinks) return;
        // looked first: a round with nothing to do leaves no audit row
        if (!await services.GetRequiredService<AnminDb>().Surveys.AnyAsync(s => s.State == SurveyState.Planned && s.DueAt <= now, ct)) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<SendSurveys>(), new SendSurveys.Request(), ct: ct);
    });
}
