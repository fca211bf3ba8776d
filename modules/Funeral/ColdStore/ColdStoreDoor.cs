using Anmin.Funeral.Ceremonies;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.ColdStore;

/// <summary>冷藏存放: boxes, temperatures, stays and their letters; preparation; farewell and vigil rooms.</summary>
internal static class ColdStoreDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } =
        StayTables.Constraints.Concat(TemperatureTables.Constraints).Concat(PreparationTables.Constraints).Concat(CeremonyTables.Constraints).ToDictionary(c => c.Key, c => c.Value);

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<StayDesk>().AddScoped<StayClocks>().AddScoped<TemperatureBook>().AddScoped<PreparationDesk>().AddScoped<CeremonyDesk>().AddScoped<Workbench.HomeSources>();
        services.AddSingleton<IJob, SilenceRound>();
        services.AddSingleton<IJob, OldPhotosRound>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        StayTables.Map(model);
        TemperatureTables.Map(model);
        PreparationTables.Map(model);
        CeremonyTables.Map(model);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        // 冷藏
        FindBoxes.Map(routes);
        FindBoxStays.Map(routes);
        ForecastOccupancy.Map(routes);
        MoveByScan.Map(routes);
        CloseBox.Map(routes);
        ReopenBox.Map(routes);
        FindTemperatures.Map(routes);
        RecordTemperatures.Map(routes);
        AcknowledgeAlarm.Map(routes);
        // 存放期限
        FindStays.Map(routes);
        ExtendStay.Map(routes);
        GiveOverdueNotice.Map(routes);
        RecordNoticeReceipt.Map(routes);
        AnnounceOverdue.Map(routes);
        FindAnnouncements.Map(routes);
        ProposeDisposal.Map(routes);
        GiveStayOpinion.Map(routes);
        SignByOpinion.Map(routes);
        EndOverdue.Map(routes);
        // 整理
        FindPreparations.Map(routes);
        OrderPreparation.Map(routes);
        StartPreparation.Map(routes);
        FinishPreparation.Map(routes);
        CancelPreparation.Map(routes);
        SeePreparationPhoto.Map(routes);
        // 告别、守灵
        FindCeremonies.Map(routes);
        GetHallBoard.Map(routes);
        DescribeCeremony.Map(routes);
        ReadyHall.Map(routes);
        StartCeremony.Map(routes);
        EndCeremony.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => HomePapers.Map(routes);

    public static IEnumerable<string> Guards(DatabaseKind database) => [.. StayTables.Guards(database), .. PreparationTables.Guards(database)];
}
