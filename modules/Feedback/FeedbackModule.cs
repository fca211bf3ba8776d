using Anmin.Contracts.Funeral;
using Anmin.Feedback.Showing;
using Anmin.Feedback.Surveys;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Feedback;

/// <summary>满意度回访: the family is asked twice what it was like, days after and two months after; the answers are shown by institution.</summary>
public sealed class FeedbackModule : IModule
{
    public string Name => "feedback";

    public IReadOnlyList<Permission> Permissions => FeedbackPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(FeedbackModule).Assembly);
        services.AddScoped<SurveyShelf>().AddScoped<ResultShelf>().AddScoped<WhenServiceEnded>();
        services.AddSingleton<IPackFile>(SurveyQuestion.File);
        services.AddSingleton<IJob, SendSurveysRound>();
        services.AddSingleton(new MenuEntry(78, FeedbackPermissions.ReadSurveys, "/work/feedback", "满意度", "report"));
    }

    public void AddReactions(Reactions reactions) => reactions.On<CaseClosed, WhenServiceEnded>();

    public void MapTables(ModelBuilder model, PersonalVault vault) => SurveyTables.Map(model, vault);

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        GetSurvey.Map(routes);
        AnswerSurvey.Map(routes);
        SkipSurvey.Map(routes);
        SendSurveys.Map(routes);
        CountSurveys.Map(routes);
        ExportSurveys.Map(routes);
    }

    public IReadOnlyDictionary<string, Problem> Constraints => SurveyTables.Constraints;
}
