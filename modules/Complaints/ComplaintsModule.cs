using Anmin.Complaints.Demonstration;
using Anmin.Complaints.Filing;
using Anmin.Complaints.Handling;
using Anmin.Complaints.Statements;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Complaints;

/// <summary>投诉举报: anybody says what went wrong, tied to case and bill where it is theirs; the bureau of the place finds out and answers in time; the institution it is about never decides.</summary>
public sealed class ComplaintsModule : IModule
{
    public string Name => "complaints";

    public IReadOnlyList<Permission> Permissions => ComplaintsPermissions.All;

    public IReadOnlyList<CodeList> CodeLists => ComplaintsLists.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(ComplaintsModule).Assembly);
        services.AddScoped<ComplaintsDesk>().AddScoped<ComplaintShelf>();
        services.AddSingleton<ComplaintPass>();
        services.AddSingleton<IDemoFiller, ComplaintsDemoFiller>();
        foreach (var entry in ComplaintsMenu.All) services.AddSingleton(entry);
    }

    public void MapTables(ModelBuilder model, PersonalVault vault) => ComplaintTables.Map(model, vault);

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FileComplaint.Map(routes);
        TrackComplaint.Map(routes);
        GetCarriedCall.Map(routes);
        GetMyComplaint.Map(routes);
        AskComplaintReview.Map(routes);
        FindComplaints.Map(routes);
        GetComplaint.Map(routes);
        ExportComplaints.Map(routes);
        AcceptComplaint.Map(routes);
        RefuseComplaint.Map(routes);
        PassOnComplaint.Map(routes);
        ExtendComplaint.Map(routes);
        AnswerComplaint.Map(routes);
        RevisitComplaint.Map(routes);
        DecideComplaintReview.Map(routes);
        RevealComplainant.Map(routes);
        AskStatement.Map(routes);
        FindStatements.Map(routes);
        GetStatement.Map(routes);
        GiveStatement.Map(routes);
    }

    public IReadOnlyDictionary<string, Problem> Constraints => ComplaintTables.Constraints;

    public IEnumerable<string> Guards(DatabaseKind database) => ComplaintTables.Guards(database);
}
