using Anmin.Contracts.Identity;
using Anmin.Identity.HeldForms;
using Anmin.Identity.Proxies;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Jobs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Citizens;

/// <summary>What citizens' sign-in and acting for somebody bring into the module.</summary>
internal static class CitizenDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<CitizenCookies>();
        services.AddScoped<ICurrentCitizen, CurrentCitizen>();
        services.AddScoped<IPhoneOwners, ConsentPhones>();
        services.AddSingleton<IJob, ForgetHeldForms>();
        services.AddSingleton(new MenuEntry(65, IdentityPermissions.ActAsProxy, "/work/proxies", "代办", "family"));
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        CitizenCode.Map(model, vault);
        CitizenSession.Map(model, vault);
        ProxyConsent.Map(model, vault);
        HeldForm.Map(model, vault);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindProxies.Map(routes);
        AskConsent.Map(routes);
        RecordConsent.Map(routes);
    }
}
