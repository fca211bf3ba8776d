using Anmin.Cemetery.Dossiers.Counting;
using Anmin.Cemetery.Dossiers.Export;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Gaps;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Dossiers;

/// <summary>一墓一档.</summary>
internal static class DossierDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IPackFile>(DossierItem.File);
        services.AddScoped<DossierDesk>().AddScoped<DossierShelf>().AddScoped<GapPost>().AddScoped<DossierPack>().AddScoped<Contracts.Workbench.ITrayWork, DossierExportsInTray>();
        services.AddSingleton(new Ui.Frame.FilteredPage("/work/cemetery/dossiers", "一墓一档", CemeteryPermissions.ReadDossiers, ["institution", "section", "item", "band", "sort"]));
        services.AddSingleton<IJob, RecountRound>().AddSingleton<IJob, ExportRound>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => DossierTables.Map(model);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        GetDossier.Map(routes);
        GetDossierHistory.Map(routes);
        FindDossiers.Map(routes);
        GetDossierTotals.Map(routes);
        AddDossierPapers.Map(routes);
        ReplaceDossierPaper.Map(routes);
        WithdrawDossierPaper.Map(routes);
        TurnDossierPaper.Map(routes);
        GetDossierPaper.Map(routes);
        FileDossier.Map(routes);
        ConfirmDossier.Map(routes);
        SendGapLetter.Map(routes);
        CountGapLetters.Map(routes);
        SendGapLetters.Map(routes);
        AnswerGapLetter.Map(routes);
        GetGapLetter.Map(routes);
        ExportGaps.Map(routes);
        PackDossier.Map(routes);
        PrintDossier.Map(routes);
        AskDossierExport.Map(routes);
        FindDossierExports.Map(routes);
        DownloadDossierExport.Map(routes);
        RecountDossiers.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        GetDossierPaper.MapPage(routes);
        PackDossier.MapPage(routes);
        PrintDossier.MapPage(routes);
        DownloadDossierExport.MapPage(routes);
    }

    public static IReadOnlyDictionary<string, Problem> Constraints => DossierTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind kind) => DossierGuards.All(kind);
}
