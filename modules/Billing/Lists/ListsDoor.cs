using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Lists.Evaluation;
using Anmin.Billing.Lists.Showing;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Lists;

/// <summary>收费清单: what may be charged, published for everybody.</summary>
internal static class ListsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PrintedShelf>();
        services.AddScoped<PriceBook>().AddScoped<IPriceBook, PriceAnswers>();
        services.AddSingleton<CatalogueBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<CatalogueBook>());
        services.AddTransient<ListDesk>().AddTransient<EvaluationClock>().AddTransient<OverdueLists>();
        services.AddSingleton<IJob, EvaluationRound>();
        services.AddSingleton(new MenuEntry(60, BillingPermissions.ReadLists, "/work/prices", "价目", "price"));
        foreach (var file in ListPackFiles.All) services.AddSingleton(file);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        DraftPriceList.Map(routes);
        ChangePriceItem.Map(routes);
        RemovePriceItem.Map(routes);
        ReplacePriceItems.Map(routes);
        ChangePricePackage.Map(routes);
        RemovePricePackage.Map(routes);
        CheckPriceList.Map(routes);
        FilePriceList.Map(routes);
        PublishPriceList.Map(routes);
        WithdrawDraft.Map(routes);
        RecordEvaluation.Map(routes);
        MarkOverdueEvaluations.Map(routes);
        FindPriceLists.Map(routes);
        GetPriceList.Map(routes);
        ComparePriceLists.Map(routes);
        ExportPriceList.Map(routes);
    }
}
