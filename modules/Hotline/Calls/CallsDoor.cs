using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Screen;
using Anmin.Hotline.Scripts;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Calls;

/// <summary>来电、首问、回拨.</summary>
internal static class CallsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Contracts.Hotline.ICallRecords, CallRecords>().AddScoped<TownFinder>().AddScoped<CallBackPlan>();
        services.AddSingleton<ScriptBook>().AddSingleton<IReferencePart>(s => s.GetRequiredService<ScriptBook>());
        services.AddSingleton(ScriptStep.PackFile);
        services.AddSingleton<IJob, SweepMissedRound>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        AnnounceCall.Map(routes);
        MissCall.Map(routes);
        SweepMissed.Map(routes);
        TakeCall.Map(routes);
        ReportByPhone.Map(routes);
        EndCall.Map(routes);
        GetCallDesk.Map(routes);
        FindHotlineCalls.Map(routes);
        PlanCallBack.Map(routes);
        TryCallBack.Map(routes);
        FindCallBacks.Map(routes);
    }
}
